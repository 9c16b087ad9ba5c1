#include "export/session.h"

#include <algorithm>
#include <cmath>

#include "export/picture_references.h"
#include "highlight/apply.h"
#include "style/themes.h"
#include "support/file.h"

namespace ghreveal::exporter {

struct Session::Impl {
    ExportOptions options;
    Diagnostics& diagnostics;
    Timings& timings;
    deck::Deck deck;
    std::vector<std::size_t> selected;
    paint::PageGeometry geometry;
    text::FontBook fonts;
    text::Shaper shaper;
    style::StyleEngine styles;
    media::ImageLoader images;
    layout::LayoutContext layout_context;
    paint::PaintContext paint_context;

    Impl(const std::string& deck_path, const ExportOptions& asked, Diagnostics& sink,
         Timings& clock);

    layout::SlideLayout lay_out(const deck::Slide&, const style::SlideStyles&, int step);
    style::SlideStyles style_slide(const deck::Slide&, int step,
                                   const std::vector<style::StyleOverride>& overrides = {});
    paint::DisplayList paint(const deck::Slide&, const layout::SlideLayout&,
                             const style::SlideStyles&);
    int first_step_of(const deck::Slide&) const;
    void paint_states(std::size_t slide_index, const std::function<void(Page&&)>& visit);
};

namespace {

deck::Deck read_and_highlight(const std::string& path, const ExportOptions& options,
                              Diagnostics& diagnostics, Timings& timings) {
    deck::Deck deck = [&] {
        const auto scope = timings.measure("deck");
        return deck::read_deck(path, {.limits = options.limits}, diagnostics);
    }();
    const auto scope = timings.measure("highlight");
    highlight::highlight_code_blocks(deck);
    return deck;
}

std::vector<std::size_t> all_slides(const deck::Deck& deck) {
    std::vector<std::size_t> indices(deck.slides.size());
    for (std::size_t i = 0; i < indices.size(); ++i) {
        indices[i] = i;
    }
    return indices;
}

std::filesystem::path theme_sheet(const deck::Deck& deck, const ExportOptions& options) {
    if (!options.theme.empty()) {
        return style::find_theme(options.theme, deck.site, {});
    }
    return style::find_theme(deck.theme, deck.site, {deck.file, deck.theme_line});
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

}  // namespace

paint::PageGeometry page_geometry(const deck::Configuration& configuration,
                                  std::optional<Size> page_size) {
    paint::PageGeometry geometry;
    if (!page_size) {
        geometry.page = {std::floor(configuration.width * (1 + configuration.margin)),
                         std::floor(configuration.height * (1 + configuration.margin))};
        geometry.scale = 1;
    } else {
        geometry.page = *page_size;
        const double available = 1 - configuration.margin;
        // reveal.js's maxScale is a bound for screens; paper may be larger.
        geometry.scale = std::max(configuration.min_scale,
                                  std::min(page_size->width * available / configuration.width,
                                           page_size->height * available / configuration.height));
    }
    geometry.offset = {(geometry.page.width - configuration.width * geometry.scale) / 2,
                       (geometry.page.height - configuration.height * geometry.scale) / 2};
    return geometry;
}

Session::Impl::Impl(const std::string& deck_path, const ExportOptions& asked, Diagnostics& sink,
                    Timings& clock)
    : options(asked),
      diagnostics(sink),
      timings(clock),
      deck(read_and_highlight(deck_path, options, diagnostics, timings)),
      selected(options.slides.empty() ? all_slides(deck)
                                      : deck::select_slides(deck, options.slides)),
      geometry(exporter::page_geometry(deck.configuration, options.page_size)),
      shaper(fonts, diagnostics),
      styles([&] {
          const auto scope = timings.measure("css");
          return style::StyleEngine(
              deck, theme_sheet(deck, options), options.extra_sheets,
              {.page = geometry.page, .trusts_theme = style::is_theme_file(options.theme)}, fonts,
              diagnostics);
      }()),
      images(site_of_export(deck, styles, options),
             {.offline = options.offline,
              .allow_private_network = options.allow_private_network,
              .limits = options.limits},
             diagnostics),
      layout_context{shaper, images, diagnostics, deck.file},
      paint_context{deck, images, shaper} {
    const auto scope = timings.measure("fetch");
    images.fetch_ahead(picture_references(deck, selected, styles));
}

style::SlideStyles Session::Impl::style_slide(const deck::Slide& slide, int step,
                                              const std::vector<style::StyleOverride>& overrides) {
    const auto scope = timings.measure("style");
    return styles.style_slide(slide, step, overrides);
}

layout::SlideLayout Session::Impl::lay_out(const deck::Slide& slide,
                                           const style::SlideStyles& slide_styles, int step) {
    const auto scope = timings.measure("layout");
    return layout::lay_out_slide(deck, slide, step, styles, slide_styles,
                                 {.overflow = options.overflow}, layout_context);
}

paint::DisplayList Session::Impl::paint(const deck::Slide& slide,
                                        const layout::SlideLayout& slide_layout,
                                        const style::SlideStyles& slide_styles) {
    const auto scope = timings.measure("paint");
    return paint::paint_slide(slide, slide_layout, slide_styles, geometry, paint_context);
}

int Session::Impl::first_step_of(const deck::Slide& slide) const {
    const bool every_state =
        options.fragments == FragmentMode::kAll && deck.configuration.fragments;
    return every_state ? 0 : slide.steps;
}

void Session::Impl::paint_states(std::size_t slide_index,
                                 const std::function<void(Page&&)>& visit) {
    const deck::Slide& slide = deck.slides[slide_index];
    const int first_step = first_step_of(slide);
    style::SlideStyles current = style_slide(slide, first_step);
    layout::SlideLayout laid_out = lay_out(slide, current, first_step);
    if (!laid_out.overrides.empty()) {
        current = style_slide(slide, first_step, laid_out.overrides);
    }
    visit(Page{slide_index, first_step, paint(slide, laid_out, current)});
    for (int step = first_step + 1; step <= slide.steps; ++step) {
        style::SlideStyles next = style_slide(slide, step, laid_out.overrides);
        if (!next.same_layout(current)) {
            laid_out = lay_out(slide, style_slide(slide, step), step);
            next = style_slide(slide, step, laid_out.overrides);
        }
        visit(Page{slide_index, step, paint(slide, laid_out, next)});
        current = std::move(next);
    }
}

Session::Session(const std::string& deck_path, const ExportOptions& options,
                 Diagnostics& diagnostics, Timings& timings)
    : impl_(std::make_unique<Impl>(deck_path, options, diagnostics, timings)) {}

Session::~Session() = default;

const deck::Deck& Session::deck() const {
    return impl_->deck;
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
    return {impl_->shaper, impl_->images, impl_->diagnostics};
}

void Session::for_each_page(const std::function<void(Page&&)>& visit) {
    for (const std::size_t slide : impl_->selected) {
        impl_->paint_states(slide, visit);
    }
}

style::SlideStyles Session::slide_styles(std::size_t slide, int step) {
    return impl_->style_slide(impl_->deck.slides[slide], step);
}

boxes::Box Session::slide_boxes(std::size_t slide, int step) {
    const deck::Slide& asked = impl_->deck.slides[slide];
    return boxes::build_boxes(*asked.section, slide_styles(slide, step), impl_->images,
                              impl_->diagnostics, impl_->deck.file);
}

layout::SlideLayout Session::slide_layout(std::size_t slide, int step) {
    return impl_->lay_out(impl_->deck.slides[slide], slide_styles(slide, step), step);
}

paint::DisplayList Session::slide_display_list(std::size_t slide, int step) {
    const deck::Slide& asked = impl_->deck.slides[slide];
    const layout::SlideLayout laid_out = slide_layout(slide, step);
    return impl_->paint(asked, laid_out, impl_->style_slide(asked, step, laid_out.overrides));
}

}  // namespace ghreveal::exporter
