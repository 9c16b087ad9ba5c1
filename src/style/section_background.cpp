#include "style/section_background.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "css/tokenizer.h"
#include "style/computed_style.h"
#include "style/properties/properties.h"
#include "style/style_builder.h"
#include "support/ascii.h"
#include "support/color.h"
#include "support/rules.h"

namespace ghreveal::style {

namespace {

constexpr deck::RevealVersion kHasOpacity{3, 8};

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

class BackgroundReader {
public:
    explicit BackgroundReader(Size page) : builder_(*initial_style()) {
        builder_.units.page = page;
    }

    void set(const char* property, const std::string* value) {
        if (value != nullptr) {
            take(property, *value);
        }
    }
    // Gives whether the whole of it is a value of the property.
    bool take(const char* property, const std::string& value) {
        const css::Tokens tokens = css::tokenize(ascii::trimmed(value));
        ValueReader reader(tokens, builder_.units);
        return find_property(property)->read(builder_, reader) && reader.at_end();
    }
    // Over what reveal.js's own sheet says of such pictures.
    void set_picture(const std::string& address) {
        css::BackgroundLayer layer;
        layer.image_url = address;
        layer.size.keyword = css::BackgroundSize::Keyword::kCover;
        layer.position_x = layer.position_y = {0, 50};
        layer.repeat_x = layer.repeat_y = css::Repeat::kNoRepeat;
        builder_.paint.edit().background_layers = {layer};
    }
    const PaintStyle& paint() const { return builder_.paint.get(); }

private:
    StyleBuilder builder_;
};

double opacity_of(const dom::Node& section, deck::RevealVersion version) {
    const std::string* written = section.attribute("data-background-opacity");
    double opacity = 1;
    if (written != nullptr && version >= kHasOpacity) {
        std::from_chars(written->data(), written->data() + written->size(), opacity);
    }
    return std::clamp(opacity, 0.0, 1.0);
}

void mark_brightness(dom::Node& section, const Color& color) {
    if (color.alpha > 0) {
        section.add_class(brightness(color) < 128 ? "has-dark-background" : "has-light-background");
    }
}

struct StyledAttribute {
    const char* attribute;
    const char* property;
    const char* hint;
};
constexpr std::array kStyledAttributes{
    StyledAttribute{"data-background", "background-color",
                    "write a colour of CSS, or the address of a picture"},
    StyledAttribute{"data-background-color", "background-color", "write a colour of CSS"},
    StyledAttribute{"data-background-gradient", "background-image", "write a gradient of CSS"},
    StyledAttribute{"data-background-size", "background-size", "write cover, contain or a length"},
    StyledAttribute{"data-background-position", "background-position", "write center, say"},
    StyledAttribute{"data-background-repeat", "background-repeat", "write repeat or no-repeat"}};

void report_values(const dom::Node& section, const SourcePosition& where,
                   Diagnostics& diagnostics) {
    for (const StyledAttribute& styled : kStyledAttributes) {
        const std::string* value = section.attribute(styled.attribute);
        const bool is_picture = std::string_view(styled.attribute) == "data-background" &&
                                value != nullptr && is_picture_address(*value);
        if (value != nullptr && !value->empty() && !is_picture &&
            !BackgroundReader({1, 1}).take(styled.property, *value)) {
            diagnostics.warn(Rule::kUnknownAttribute, where,
                             fmt::format("'{}' of {} has no effect", *value, styled.attribute),
                             styled.hint);
        }
    }
}

void report(const deck::Deck& deck, const dom::Node& section, Diagnostics& diagnostics) {
    struct Moving {
        const char* attribute;
        const char* what;
    };
    constexpr std::array kMoving{Moving{"data-background-video", "video"},
                                 Moving{"data-background-iframe", "page"}};
    const SourcePosition where = dom::position_of(section, deck.file);
    for (const auto& [attribute, what] : kMoving) {
        if (const std::string* address = section.attribute(attribute)) {
            diagnostics.warn(
                Rule::kLeftOut, where,
                fmt::format("the {} '{}' behind the slide is left out", what, *address),
                "data-background-image or -color beside it is shown on paper");
        }
    }
    report_values(section, where, diagnostics);
    if (section.attribute("data-background-opacity") != nullptr && deck.version < kHasOpacity) {
        diagnostics.warn(Rule::kRevealVersion, where,
                         "data-background-opacity came with reveal.js 3.8",
                         fmt::format("the deck's version is {}.{}; _config.yml says so with "
                                     "`reveal: version:`",
                                     deck.version.major, deck.version.minor));
    }
}

bool has_own_background(const dom::Node& section) {
    return std::any_of(section.attributes.begin(), section.attributes.end(),
                       [](const dom::Attribute& attribute) {
                           return attribute.name.starts_with("data-background");
                       });
}

}  // namespace

SectionBackground section_background(const dom::Node& section, Size page,
                                     deck::RevealVersion version) {
    SectionBackground result;
    const std::string* background = section.attribute("data-background");
    const std::string* picture = section.attribute("data-background-image");
    BackgroundReader color(page);
    if (background != nullptr && is_picture_address(*background)) {
        picture = background;
    } else {
        color.set("background", background);
    }
    color.set("background-color", section.attribute("data-background-color"));
    color.set("background-image", section.attribute("data-background-gradient"));
    result.color = color.paint();
    if (picture != nullptr) {
        BackgroundReader content(page);
        content.set_picture(*picture);
        content.set("background-size", section.attribute("data-background-size"));
        content.set("background-repeat", section.attribute("data-background-repeat"));
        content.set("background-position", section.attribute("data-background-position"));
        result.picture = content.paint();
        result.picture_address = *picture;
        result.picture_opacity = opacity_of(section, version);
    }
    return result;
}

void prepare_section_backgrounds(deck::Deck& deck, Size page, Diagnostics& diagnostics) {
    const dom::Node* last_stack = nullptr;
    const auto prepare = [&](dom::Node& section) {
        if (has_own_background(section)) {
            mark_brightness(section,
                            section_background(section, page, deck.version).color.background_color);
            report(deck, section, diagnostics);
        }
    };
    for (deck::Slide& slide : deck.slides) {
        dom::Node* stack = slide.section->parent;
        if (stack != nullptr && stack->is_element("section") && stack != last_stack) {
            prepare(*stack);
            last_stack = stack;
        }
        prepare(*slide.section);
    }
}

}  // namespace ghreveal::style
