#include "paint/boxes/slide_background.h"

#include "css/tokenizer.h"
#include "paint/boxes/box_decorations.h"
#include "style/properties/paint_style.h"
#include "style/properties/properties.h"
#include "support/ascii.h"

namespace ghreveal::paint {

namespace {

bool has_background(const style::PaintStyle& paint) {
    return paint.background_color.alpha > 0 || !paint.background_layers.empty();
}

DecoratedBox plain_box(const Rect& rect) {
    return {{rect, {}, {}, {}, {}}, {}, {}};
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() &&
           ascii::equal_ignoring_case(text.substr(text.size() - end.size()), end);
}

// What reveal.js takes for a picture rather than for a CSS background.
bool is_picture_address(std::string_view background) {
    const std::string_view path = background.substr(0, background.find_first_of("?#"));
    for (const char* suffix : {".svg", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp"}) {
        if (ends_with(path, suffix)) {
            return true;
        }
    }
    return ascii::starts_ignoring_case(background, "http") ||
           ascii::starts_ignoring_case(background, "file") ||
           ascii::starts_ignoring_case(background, "//");
}

// A section's `data-background…` attributes as a style, over what reveal.js's own sheet says of
// backgrounds.
class BackgroundStyle {
public:
    explicit BackgroundStyle(Size page) : builder_(*style::initial_style()) {
        builder_.units.page = page;
    }

    void set(const char* property, const std::string* value) {
        if (value == nullptr) {
            return;
        }
        const css::Tokens tokens = css::tokenize(*value);
        style::ValueReader reader(tokens, builder_.units);
        style::find_property(property)->read(builder_, reader);
    }
    void set_picture(const std::string& address) {
        css::BackgroundLayer layer;
        layer.image_url = address;
        layer.size.keyword = css::BackgroundSize::Keyword::kCover;
        layer.position_x = layer.position_y = {0, 50};
        layer.repeat_x = layer.repeat_y = css::Repeat::kNoRepeat;
        builder_.paint.edit().background_layers = {layer};
    }
    const style::PaintStyle& paint() const { return builder_.paint.get(); }

private:
    style::StyleBuilder builder_;
};

void paint_section_background(const dom::Node& section, Size page, PaintContext& context,
                              DisplayList& out) {
    const std::string* background = section.attribute("data-background");
    const std::string* picture = section.attribute("data-background-image");
    BackgroundStyle style(page);
    if (background != nullptr && is_picture_address(*background)) {
        picture = background;
    } else {
        style.set("background", background);
    }
    if (picture != nullptr) {
        // Loaded here for the warning's line; the layer finds it again by its address.
        context.images.load(*picture, dom::position_of(section, context.deck.file));
        style.set_picture(*picture);
    }
    style.set("background-color", section.attribute("data-background-color"));
    style.set("background-size", section.attribute("data-background-size"));
    style.set("background-repeat", section.attribute("data-background-repeat"));
    style.set("background-position", section.attribute("data-background-position"));
    if (has_background(style.paint())) {
        paint_background(plain_box({0, 0, page.width, page.height}), style.paint(), context, out);
    }
}

}  // namespace

void paint_canvas_background(const style::SlideStyles& styles, const PageGeometry& geometry,
                             PaintContext& context, DisplayList& out) {
    enum Around : std::size_t { kHtml, kBody, kReveal, kSlides };
    const auto paint_around = [&](Around element, const Rect& area) {
        if (element < styles.around.size()) {
            paint_background(plain_box(area), styles.around[element].element->paint(), context,
                             out);
        }
    };
    const Rect page{0, 0, geometry.page.width, geometry.page.height};
    // The canvas takes html's background, or body's where html has none; both cover the page.
    paint_around(kHtml, page);
    paint_around(kBody, page);
    paint_around(kReveal, page);
    const deck::Configuration& configuration = context.deck.configuration;
    paint_around(kSlides,
                 {geometry.offset.x, geometry.offset.y, configuration.width * geometry.scale,
                  configuration.height * geometry.scale});
}

void paint_slide_background(const deck::Slide& slide, Size page, PaintContext& context,
                            DisplayList& out) {
    const dom::Node* section = slide.section;
    if (section == nullptr) {
        return;
    }
    if (section->parent != nullptr && section->parent->is_element("section")) {
        paint_section_background(*section->parent, page, context, out);
    }
    paint_section_background(*section, page, context, out);
}

}  // namespace ghreveal::paint
