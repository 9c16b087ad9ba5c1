#include "pages/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "deck/slide_elements.h"
#include "highlight/apply.h"
#include "highlight/diagrams/diagrams.h"
#include "media/remote/picture_cache.h"
#include "media/remote/remote_files.h"
#include "pages/link_check.h"
#include "pages/page_geometry.h"
#include "pages/picture_references.h"
#include "pages/surroundings.h"
#include "style/section_background.h"
#include "style/sheets/themes.h"
#include "support/file.h"
#include "support/limit_names.h"
#include "support/rules.h"

namespace ghreveal::pages {

struct Session::Impl {
    ExportOptions options;
    Diagnostics& diagnostics;
    Timings& timings;
    deck::Settings settings;
    deck::Deck deck;
    std::vector<std::size_t> selected;
    paint::PageGeometry geometry;
    text::FontBook fonts;
    text::Shaper shaper;
    style::StyleEngine styles;
    media::ImageLoader images;
    std::vector<media::PictureReference> pictures;  // of the selected slides
    layout::LayoutContext layout_context;
    paint::PaintContext paint_context;

    Impl(const std::string& deck_path, const ExportOptions& asked, Diagnostics& sink,
         Timings& clock);

    int first_step_of(const deck::Slide&) const;
    // Of slides that are not selected, too.
    std::vector<media::PictureReference> all_pictures() const;
    void check_pages() const;
    SlideContext slide_context();
};

namespace {

std::filesystem::path cache_folder(const ExportOptions& options) {
    return options.cache_folder.value_or(media::default_cache_folder());
}

deck::Deck read_and_highlight(const std::string& path, const ExportOptions& options,
                              const deck::Settings& settings, Diagnostics& diagnostics,
                              Timings& timings) {
    deck::Deck deck = [&] {
        const auto scope = timings.measure("deck");
        const deck::ReadOptions reading{.limits = options.limits,
                                        .format = options.format,
                                        .version = options.version,
                                        .math = options.math,
                                        .macros = settings.macros,
                                        .files = options.files};
        return options.deck_text ? deck::parse_deck(*options.deck_text, path, reading, diagnostics)
                                 : deck::read_deck(path, reading, diagnostics);
    }();
    const auto scope = timings.measure("highlight");
    highlight::draw_diagrams(deck, {settings, cache_folder(options), options.limits}, diagnostics);
    highlight::highlight_code_blocks(deck, options.limits, diagnostics);
    // What was made late, as the colours of code, would have a slide's styles span the deck.
    deck::number_nodes(deck);
    return deck;
}

std::vector<std::size_t> all_slides(const deck::Deck& deck) {
    std::vector<std::size_t> indices(deck.slides.size());
    for (std::size_t i = 0; i < indices.size(); ++i) {
        indices[i] = i;
    }
    return indices;
}

// reveal-md shows a deck whose theme is not there all the same.
std::filesystem::path theme_of_deck(const deck::Deck& deck, Diagnostics& diagnostics) {
    const SourcePosition where{deck.file, deck.theme_line};
    try {
        return style::find_theme(deck.theme, deck.site, where, deck.version);
    } catch (const Error& error) {
        if (deck.format != deck::Format::kMarkdown) {
            throw;
        }
        constexpr const char* kStandIn = "black";
        diagnostics.warn(Rule::kMissingFile, where,
                         fmt::format("{}; the slides have the theme {}", error.what(), kStandIn),
                         error.hint());
        return style::find_theme(kStandIn, deck.site, where, deck.version);
    }
}

std::filesystem::path theme_sheet(const deck::Deck& deck, const ExportOptions& options,
                                  Diagnostics& diagnostics) {
    if (!options.theme.empty()) {
        return style::find_theme(options.theme, deck.site, {}, deck.version);
    }
    if (deck.format == deck::Format::kPage) {
        return {};  // its own sheets are its theme
    }
    if (deck.theme_line == 0 && !options.default_theme.empty()) {
        return style::find_theme(options.default_theme, deck.site, {}, deck.version);
    }
    return theme_of_deck(deck, diagnostics);
}

media::Site site_of_export(const deck::Deck& deck, const style::StyleEngine& styles,
                           const ExportOptions& options) {
    media::Site site = deck.site;
    site.allowed = options.allowed_folders;
    site.allowed.push_back(data_directory());
    const std::vector<std::filesystem::path>& pictures = styles.trusted_pictures();
    site.allowed.insert(site.allowed.end(), pictures.begin(), pictures.end());
    return site;
}

media::LoaderOptions loader_options(const ExportOptions& options) {
    return {.offline = options.offline,
            .allow_private_network = options.allow_private_network,
            .cache_folder = cache_folder(options),
            .limits = options.limits};
}

}  // namespace

Session::Impl::Impl(const std::string& deck_path, const ExportOptions& asked, Diagnostics& sink,
                    Timings& clock)
    : options(asked),
      diagnostics(sink),
      timings(clock),
      settings(deck::read_settings(deck_path, options.settings, options.limits, diagnostics)),
      deck(read_and_highlight(deck_path, options, settings, diagnostics, timings)),
      selected(options.slides.empty() ? all_slides(deck)
                                      : deck::select_slides(deck, options.slides)),
      geometry(pages::page_geometry(deck.configuration, options.page_size)),
      shaper(fonts, diagnostics),
      styles([&] {
          const auto scope = timings.measure("css");
          style::prepare_section_backgrounds(deck, geometry.page, diagnostics);
          return style::StyleEngine(
              deck, theme_sheet(deck, options, diagnostics), options.extra_sheets,
              {.page = geometry.page,
               .trusts_theme = style::is_theme_file(options.theme),
               .limits = options.limits,
               .web = std::make_shared<const media::LoaderOptions>(loader_options(options))},
              fonts, diagnostics);
      }()),
      images(site_of_export(deck, styles, options), loader_options(options), diagnostics),
      pictures(picture_references(deck, selected, styles)),
      layout_context{shaper, images, diagnostics, deck.file, options.limits},
      paint_context{deck, images, shaper} {
    const auto scope = timings.measure("fetch");
    check_links(deck, selected, diagnostics);
    images.fetch_ahead(pictures);
}

SlideContext Session::Impl::slide_context() {
    return {deck, styles, layout_context, paint_context, options.overflow, timings};
}

std::vector<media::PictureReference> Session::Impl::all_pictures() const {
    return selected.size() == deck.slides.size()
               ? pictures
               : picture_references(deck, all_slides(deck), styles);
}

int Session::Impl::first_step_of(const deck::Slide& slide) const {
    const bool has_page_for_each =
        options.fragments == FragmentMode::kAll ||
        (options.fragments == FragmentMode::kOfDeck && deck.configuration.separate_fragments);
    return deck.configuration.fragments && has_page_for_each ? 0 : slide.steps;
}

void Session::Impl::check_pages() const {
    const auto most = static_cast<std::size_t>(options.limits.pages);
    std::size_t pages = 0;
    for (const std::size_t index : selected) {
        const deck::Slide& slide = deck.slides[index];
        pages += static_cast<std::size_t>(slide.steps - first_step_of(slide) + 1);
        if (pages > most) {
            throw Error({deck.file, slide.first_line}, fmt::format("more than {} pages", most),
                        "--fragments final makes one of a slide, --slides chooses some; " +
                            limit_hint(options.limits, "pages"));
        }
    }
}

Session::Session(const std::string& deck_path, const ExportOptions& options,
                 Diagnostics& diagnostics, Timings& timings)
    : impl_(std::make_unique<Impl>(deck_path, options, diagnostics, timings)) {}

Session::~Session() = default;

const deck::Deck& Session::deck() const {
    return impl_->deck;
}

const deck::Settings& Session::settings() const {
    return impl_->settings;
}

const std::vector<std::size_t>& Session::selected_slides() const {
    return impl_->selected;
}

const paint::PageGeometry& Session::page_geometry() const {
    return impl_->geometry;
}

int Session::first_step(std::size_t slide) const {
    return impl_->first_step_of(impl_->deck.slides[slide]);
}

RenderingParts Session::parts() {
    return {impl_->shaper, impl_->images, impl_->diagnostics, impl_->options.limits};
}

std::vector<std::filesystem::path> Session::input_files() const {
    const deck::Deck& deck = impl_->deck;
    std::vector<std::filesystem::path> files{deck.file, deck.site.root / "_config.yml"};
    for (const std::string& included : deck.document.files()) {
        files.emplace_back(included);
    }
    const std::vector<std::filesystem::path> sheets = impl_->styles.sheet_files();
    files.insert(files.end(), sheets.begin(), sheets.end());
    for (const media::PictureReference& picture : impl_->all_pictures()) {
        if (const auto file = impl_->images.file_of(picture.address)) {
            files.push_back(*file);
        }
    }
    return files;
}

WebPictures Session::web_pictures() const {
    // Fonts count as well: what failed is asked for again the next time.
    const std::vector<Diagnostic>& warnings = impl_->diagnostics.warnings();
    const bool failed = std::any_of(warnings.begin(), warnings.end(), [](const Diagnostic& one) {
        return one.rule == Rule::kNetwork;
    });
    if (failed) {
        return WebPictures::kSomeFailed;
    }
    const std::vector<media::PictureReference> references = impl_->all_pictures();
    const bool has_any = std::any_of(references.begin(), references.end(), [](const auto& picture) {
        return media::is_web_address(picture.address);
    });
    return has_any ? WebPictures::kAllThere : WebPictures::kNone;
}

void Session::check_pages() const {
    impl_->check_pages();
}

void Session::for_each_page(const std::function<void(const Page&)>& visit) {
    impl_->check_pages();
    for (const std::size_t index : impl_->selected) {
        for_each_page_of(index, visit);
    }
}

void Session::for_each_page_of(std::size_t slide, const std::function<void(const Page&)>& visit) {
    SlideContext context = impl_->slide_context();
    paint_states(impl_->deck.slides[slide], first_step(slide), impl_->geometry, context,
                 [&](int step, std::shared_ptr<const paint::DisplayList> content) {
                     visit({slide, step, std::move(content)});
                 });
}

LaidOutState Session::laid_out(std::size_t slide, int step) {
    SlideContext context = impl_->slide_context();
    return lay_out_state(impl_->deck.slides[slide], step, context);
}

boxes::Box Session::slide_boxes(std::size_t slide, int step) {
    const deck::Slide& asked = impl_->deck.slides[slide];
    return boxes::build_boxes(
        *asked.section, impl_->styles.style_slide(asked, step),
        {impl_->images, impl_->diagnostics, impl_->deck.file, impl_->options.limits});
}

style::SlideStyles Session::slide_styles(std::size_t slide, int step) {
    return impl_->styles.style_slide(impl_->deck.slides[slide], step);
}

paint::DisplayList Session::display_list(std::size_t slide, const LaidOutState& state) {
    const deck::Slide& shown = impl_->deck.slides[slide];
    SlideContext context = impl_->slide_context();
    const auto around = lay_out_surroundings(shown, state.styles, impl_->geometry, context);
    return paint::paint_slide({shown, state.section, state.styles, around ? &*around : nullptr},
                              impl_->geometry, impl_->paint_context);
}

}  // namespace ghreveal::pages
