#include "preview/slide_memory.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>

#include "batch/export_record.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/rules.h"

namespace ghreveal::preview {

namespace {

// Each has a deck and its fonts: stops a long session of many small changes from keeping them all.
constexpr std::size_t kMostWorks = 8;

std::string text_of_lines(const std::vector<std::string_view>& lines, int first, int last) {
    std::string text;
    for (int line = std::max(first, 1); line <= last && line <= static_cast<int>(lines.size());
         ++line) {
        text += lines[static_cast<std::size_t>(line) - 1];
        text += '\n';
    }
    return text;
}

// What is set for all slides: its lines count as the first slide's.
std::string front_matter_of(const std::vector<std::string_view>& lines) {
    std::string text;
    for (std::size_t i = 0; i < lines.size() && (i > 0 || lines[0].starts_with("---")); ++i) {
        if (i > 0 && (lines[i].starts_with("---") || lines[i].starts_with("..."))) {
            break;
        }
        text += lines[i];
        text += '\n';
    }
    return text;
}

std::string without_lines_of_slides(const std::vector<std::string_view>& lines,
                                    const deck::Deck& deck) {
    std::vector<bool> is_of_slide(lines.size() + 1);
    for (const deck::Slide& slide : deck.slides) {
        for (int line = std::max(slide.first_line, 1);
             line <= slide.last_line && line <= static_cast<int>(lines.size()); ++line) {
            is_of_slide[static_cast<std::size_t>(line)] = true;
        }
    }
    std::string text;
    for (std::size_t line = 1; line <= lines.size(); ++line) {
        text += is_of_slide[line] ? "" : std::string(lines[line - 1]) + "\n";
    }
    return text;
}

void append_attributes(const dom::Node& node, std::string& text) {
    text += "<" + node.name;
    for (const dom::Attribute& attribute : node.attributes) {
        text += fmt::format(" {}=\"{}\"", attribute.name, attribute.value);
    }
    text += ">";
}

using Nodes = std::unordered_set<const dom::Node*>;

// The page without what is in its slides and their backgrounds; of these the sections' tags stay.
void append_surroundings(const dom::Node& node, const Nodes& sections, const Nodes& backgrounds,
                         std::string& text) {
    if (backgrounds.contains(&node)) {
        return;
    }
    if (!node.is_element()) {
        text += node.text;
    } else {
        append_attributes(node, text);
    }
    if (sections.contains(&node)) {
        return;
    }
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        append_surroundings(*child, sections, backgrounds, text);
    }
}

// A slide's sheets hold for all of them.
void append_sheets(const deck::Deck& deck, std::string& text) {
    dom::for_each(static_cast<const dom::Node&>(*deck.html), [&](const dom::Node& node) {
        if (node.is_element("style") || node.is_element("link")) {
            text += dom::outer_markup(node);
        }
    });
}

// By `:has()` an element's look depends on any other's content.
bool looks_elsewhere(std::string_view sheet) {
    return sheet.find(":has(") != sheet.npos;
}

// The states of all files that are read but the deck's own. Empty: a sheet makes slides depend on
// one another.
std::string files_key(const pages::Session& session, const ReadSource& source) {
    std::string text;
    for (const std::string& path : batch::files_read(session, source.limits)) {
        if (path == session.deck().file) {
            continue;
        }
        const batch::FileState state = batch::state_of_input(path, source.started);
        text += fmt::format("{} {} {} {}\n", path, state.bytes, state.modified, state.content);
        if (path.ends_with(".css") && state.bytes >= 0 &&
            looks_elsewhere(read_file(path, source.limits.source_bytes))) {
            return "";
        }
    }
    return text;
}

bool is_of_slide(const Diagnostic& said, const deck::Deck& deck, int first_line, int last_line) {
    const bool is_its_own = said.rule == Rule::kOverflow || said.rule == Rule::kOverflowSide ||
                            said.rule == Rule::kContrast || said.rule == Rule::kTextTooSmall ||
                            said.rule == Rule::kReadingOrder;
    return is_its_own && said.where.file == deck.file && first_line <= said.where.line &&
           said.where.line <= last_line;
}

// Of a sheet's rule, when it first applies: the same for any slide.
bool is_of_sheet(const Diagnostic& said, const deck::Deck& deck) {
    return said.rule == Rule::kCssUnsupported && said.where.file != deck.file;
}

}  // namespace

DeckKeys keys_of(const pages::Session& session, const ReadSource& source) {
    const deck::Deck& deck = session.deck();
    const std::vector<std::string_view> lines = ascii::split(source.text, '\n');
    DeckKeys keys;
    Nodes sections;
    Nodes backgrounds;
    std::string sheets;
    append_sheets(deck, sheets);
    std::string common = front_matter_of(lines) + without_lines_of_slides(lines, deck) + sheets;
    for (std::size_t i = 0; i < deck.slides.size(); ++i) {
        const deck::Slide& slide = deck.slides[i];
        sections.insert(slide.section);
        std::string& key = keys.slides[i];
        key = text_of_lines(lines, slide.first_line, slide.last_line) +
              dom::outer_markup(*slide.section);
        if (slide.background != nullptr) {
            backgrounds.insert(slide.background);
            key += dom::outer_markup(*slide.background);
        }
        keys.first_lines[i] = slide.first_line;
        common +=
            fmt::format("{} {} {}\n", deck::to_string(slide.index), slide.number, slide.steps);
    }
    append_surroundings(*deck.html, sections, backgrounds, common);
    const std::string files = files_key(session, source);
    const bool can_be_told = !files.empty() && !looks_elsewhere(sheets) &&
                             session.web_pictures() != pages::WebPictures::kSomeFailed;
    keys.common = can_be_told ? common + files : "";
    return keys;
}

LaidOutSlides unchanged(const LaidOutSlides& before, const DeckKeys& keys_before,
                        const DeckKeys& now, const deck::Deck& deck) {
    if (now.common.empty() || now.common != keys_before.common) {
        return {};
    }
    LaidOutSlides kept;
    std::set<const Work*> works;
    for (const auto& [index, laid_out] : before) {
        const int first_before = keys_before.first_lines.at(index);
        const int first = now.first_lines.at(index);
        const deck::Slide& slide = deck.slides[index];
        const bool is_same = now.slides.at(index) == keys_before.slides.at(index);
        for (const Diagnostic& said : laid_out.said) {
            const bool is_own =
                is_of_slide(said, deck, first_before,
                            is_same ? first_before + slide.last_line - first : said.where.line);
            if (!is_own && !(is_same && is_of_sheet(said, deck))) {
                return {};
            }
        }
        if (!is_same) {
            continue;
        }
        LaidOutSlide& one = kept.emplace(index, laid_out).first->second;
        one.is_kept = true;
        for (Diagnostic& said : one.said) {
            said.where.line += said.where.file == deck.file ? first - first_before : 0;
        }
        works.insert(one.work.get());
    }
    return works.size() > kMostWorks ? LaidOutSlides{} : kept;
}

}  // namespace ghreveal::preview
