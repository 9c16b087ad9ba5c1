#include "preview/presentation.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "batch/export_record.h"
#include "check/findings_of.h"
#include "check/rules/rules_of_deck.h"
#include "check/rules/text/page_text.h"
#include "draw/canvas.h"
#include "export/notes/notes_text.h"
#include "export/pdf/document/document_facts.h"
#include "export/pictures/page_painter.h"
#include "export/pictures/svg.h"
#include "preview/slide_memory.h"
#include "support/file.h"

namespace ghreveal::preview {

using nlohmann::ordered_json;

// What drawings come from; they keep the deck's fonts and pictures alive. A slide is laid out when
// the first of its states is asked for, or when its turn has come to be checked; one that has not
// changed is kept.
struct Presentation::Slides {
    struct State {
        std::size_t slide = 0;
        int step = 0;
        std::size_t number = 0;  // of the slide's states
    };

    std::shared_ptr<Work> work = std::make_shared<Work>();
    pages::Session* session = nullptr;  // the work's
    std::vector<State> states;
    LaidOutSlides laid_out;
    DeckKeys keys;
    bool is_checked = false;

    void list_states() {
        session->check_pages();
        for (const std::size_t slide : session->selected_slides()) {
            const int last = session->deck().slides[slide].steps;
            for (int step = session->first_step(slide); step <= last; ++step) {
                states.push_back(
                    {slide, step, static_cast<std::size_t>(step - session->first_step(slide))});
            }
        }
    }

    const paint::DisplayList& content_of(std::size_t state) {
        LaidOutSlide& slide = laid_out[states[state].slide];
        if (slide.states.empty()) {
            slide.work = work;
            std::vector<decltype(pages::Page::content)> made;  // all or none
            listen(slide, [&] {
                session->for_each_page_of(states[state].slide, [&](const pages::Page& page) {
                    made.push_back(page.content);
                });
            });
            slide.states = std::move(made);
        }
        return *slide.states[states[state].number];
    }

    // Calls check() and keeps what is said meanwhile, as it is said of the slide.
    template <typename Check>
    void listen(LaidOutSlide& slide, Check&& check) {
        const std::size_t before = work->diagnostics.warnings().size();
        check();
        const std::vector<Diagnostic>& said = work->diagnostics.warnings();
        slide.said.insert(slide.said.end(), said.begin() + static_cast<std::ptrdiff_t>(before),
                          said.end());
    }
};

namespace {

constexpr std::chrono::seconds kPatience{15};
// For a page to ask for its picture, and to get it.
constexpr std::chrono::milliseconds kTurnOfPicture{100};

ordered_json to_json(const deck::Deck& deck, std::size_t index, int step) {
    const deck::Slide& slide = deck.slides[index];
    const std::string* id = slide.section->attribute("id");
    return {{"slide", deck::to_string(slide.index)},
            {"h", slide.index.h},
            {"v", slide.index.v},
            {"id", id == nullptr ? "" : *id},
            {"step", step},
            {"steps", slide.steps},
            {"title", exporter::outline_title(deck, slide)},
            {"lines", {slide.first_line, slide.last_line}},
            {"notes", exporter::notes_text(slide.notes_html)}};
}

ordered_json to_json(const check::Finding& finding, const std::string& deck_file) {
    return {{"level", name_of(finding.level)},
            {"rule", facts_of(finding.rule).name},
            {"file", finding.where.file},
            {"line", finding.where.file == deck_file ? finding.where.line : 0},
            {"message", check::sentence(finding)},
            {"hint", finding.hint}};
}

// The first line that is another, from 1; 0 when none is.
int changed_line(std::string_view before, std::string_view now) {
    if (before == now) {
        return 0;
    }
    const auto [old_at, at] = std::mismatch(before.begin(), before.end(), now.begin(), now.end());
    return 1 + static_cast<int>(std::count(now.begin(), at, '\n'));
}

std::string source_of(const std::string& deck_path, const Limits& limits) {
    try {
        return read_file(deck_path, limits.source_bytes);
    } catch (const Error&) {
        return "";
    }
}

std::string as_text(const ordered_json& json) {
    return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

// The page's own files; the names are all that a request can ask for.
std::optional<Answer> page_file(const std::string& path) {
    constexpr std::pair<const char*, const char*> kFiles[] = {
        {"index.html", "text/html; charset=utf-8"},
        {"preview.css", "text/css; charset=utf-8"},
        {"preview.js", "text/javascript; charset=utf-8"}};
    for (const auto& [file, type] : kFiles) {
        if (path == std::string("/") + file || (path == "/" && file == kFiles[0].first)) {
            const auto folder = data_directory() / "themes" / "base" / "preview";
            return Answer{200, type, read_file(folder / file, Limits{}.source_bytes)};
        }
    }
    return std::nullopt;
}

// "/state/12.svg" -> 12
std::optional<std::size_t> state_in(std::string_view path) {
    constexpr std::string_view kBefore = "/state/";
    if (!path.starts_with(kBefore)) {
        return std::nullopt;
    }
    std::size_t state = 0;
    const char* first = path.data() + kBefore.size();
    const char* last = path.data() + path.size();
    const auto [end, failure] = std::from_chars(first, last, state);
    return failure == std::errc{} && std::string_view(end, last) == ".svg" ? std::optional(state)
                                                                           : std::nullopt;
}

}  // namespace

Presentation::Presentation(std::string deck_path, PreviewOptions options)
    : deck_path_(std::move(deck_path)), options_(std::move(options)), inputs_{deck_path_} {}

Presentation::~Presentation() = default;

void Presentation::load() {
    const auto slides = std::make_shared<Slides>();
    check::SourceTexts sources(options_.exporting.limits);
    const std::string source = source_of(deck_path_, options_.exporting.limits);
    ordered_json facts{{"changed", source_.empty() ? 0 : changed_line(source_, source)},
                       {"findings", ordered_json::array()},
                       {"error", nullptr}};
    source_ = source;
    const auto started = batch::Clock::now();
    try {
        read(*slides, facts);
        // Whoever waits for a picture has it before the other slides are looked at.
        const std::shared_ptr<Slides> before = slides_;
        publish(facts, slides);
        wait_for_drawing();
        keep_unchanged(before.get(), *slides, started);
        facts["findings"] = findings_of(*slides, sources);
        slides->is_checked = true;
        publish(facts, slides);
    } catch (const Error& error) {
        facts["error"] = to_json(check::finding_of(error, sources), error.where().file);
        inputs_.insert(deck_path_);
        publish(facts, nullptr);
    }
}

// What is to be said of the slides takes the processor from the picture that someone waits for.
void Presentation::wait_for_drawing() {
    std::unique_lock lock(mutex_);
    if (is_followed_) {
        drawn_.wait_for(lock, kTurnOfPicture, [&] { return last_drawn_ == version_; });
    }
}

// Of a version that was looked at to its end.
void Presentation::keep_unchanged(const Slides* before, Slides& slides,
                                  batch::Clock::time_point started) {
    const std::scoped_lock lock(working_);
    slides.keys = keys_of(*slides.session, {source_, started, options_.exporting.limits});
    kept_ = 0;
    if (before == nullptr || !before->is_checked) {
        return;
    }
    for (auto&& [index, slide] :
         unchanged(before->laid_out, before->keys, slides.keys, slides.session->deck())) {
        kept_ += slides.laid_out.emplace(index, std::move(slide)).second ? 1 : 0;
    }
}

void Presentation::read(Slides& slides, ordered_json& facts) {
    Work& work = *slides.work;
    work.session = std::make_unique<pages::Session>(deck_path_, options_.exporting,
                                                    work.diagnostics, work.timings);
    slides.session = work.session.get();
    const pages::Session& session = *slides.session;
    slides.list_states();
    facts["states"] = ordered_json::array();
    for (const Slides::State& state : slides.states) {
        facts["states"].push_back(to_json(session.deck(), state.slide, state.step));
    }
    facts["title"] = exporter::plain_text(session.deck().metadata.title);
    facts["width"] = session.page_geometry().page.width;
    facts["height"] = session.page_geometry().page.height;
    const std::set<std::string> files = batch::files_read(session, options_.exporting.limits);
    inputs_ = {files.begin(), files.end()};
}

ordered_json Presentation::findings_of(Slides& slides, check::SourceTexts& sources) {
    Diagnostics& diagnostics = slides.work->diagnostics;
    pages::Session& session = *slides.session;
    const deck::Deck& deck = session.deck();
    {
        const std::scoped_lock lock(working_);
        check::check_deck_rules(deck, sources, diagnostics);
    }
    check::PageTextCheck text(deck, session.page_geometry(), sources, diagnostics);
    text.paint_with(exporter::page_painter(session.page_geometry().page));
    for (std::size_t state = 0; state < slides.states.size(); ++state) {
        const std::scoped_lock lock(working_);
        const std::size_t index = slides.states[state].slide;
        const paint::DisplayList& content = slides.content_of(state);
        LaidOutSlide& slide = slides.laid_out.at(index);
        if (!slide.is_kept) {
            slides.listen(slide, [&] { text.check(index, content); });
        } else if (slides.states[state].number == 0) {
            for (const Diagnostic& said : slide.said) {
                diagnostics.report(said);
            }
        }
    }
    const std::scoped_lock lock(working_);
    ordered_json findings = ordered_json::array();
    for (const check::Finding& finding : check::findings_of(
             diagnostics, &deck, {session.settings().lint, options_.lint}, sources)) {
        if (finding.level >= Level::kWarning) {
            findings.push_back(to_json(finding, deck.file));
        }
    }
    return findings;
}

// Without slides, those of before stay.
void Presentation::publish(ordered_json facts, std::shared_ptr<Slides> slides) {
    {
        const std::scoped_lock lock(mutex_);
        facts["version"] = ++version_;
        is_followed_ = listeners_ > 0;
        if (slides) {
            first_drawing_ = slides == slides_ ? first_drawing_ : version_;
            slides_ = std::move(slides);
        } else if (!facts_.empty()) {
            const ordered_json before = ordered_json::parse(facts_);
            for (const char* key : {"states", "title", "width", "height"}) {
                if (before.contains(key)) {
                    facts[key] = before[key];
                }
            }
        }
        // Pictures are others only where this is.
        facts["drawing"] = first_drawing_;
        facts_ = as_text(facts);
    }
    changed_.notify_all();
}

Answer Presentation::drawing_of(Slides& slides, std::size_t state) {
    const std::scoped_lock lock(working_);
    draw::Canvas canvas(draw::Output::kSvg);
    const deck::Deck& deck = slides.session->deck();
    try {
        return {200, "image/svg+xml",
                exporter::page_as_svg(slides.content_of(state),
                                      slides.session->page_geometry().page, canvas, [&](int slide) {
                                          const auto& index =
                                              deck.slides[static_cast<std::size_t>(slide)].index;
                                          return "#/" + deck::to_string(index);
                                      })};
    } catch (const Error& error) {
        return {500, "text/plain", error.message() + "\n"};  // deck.json tells it, too
    }
}

Answer Presentation::answer(const std::string& path) {
    std::shared_ptr<Slides> slides;
    {
        const std::scoped_lock lock(mutex_);
        if (path == "/deck.json") {
            return {200, "application/json", facts_};
        }
        slides = slides_;
    }
    if (const auto state = state_in(path); state && slides && *state < slides->states.size()) {
        Answer drawing = drawing_of(*slides, *state);
        const std::scoped_lock lock(mutex_);
        last_drawn_ = slides == slides_ ? version_ : last_drawn_;
        drawn_.notify_all();
        return drawing;
    }
    return page_file(path).value_or(Answer{404, "text/plain", "there is no such thing\n"});
}

int Presentation::wait_for_version(int seen) {
    std::unique_lock lock(mutex_);
    ++listeners_;
    changed_.wait_for(lock, kPatience, [&] { return version_ != seen; });
    --listeners_;
    return version_;
}

}  // namespace ghreveal::preview
