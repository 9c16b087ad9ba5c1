// Names for the sides as text runs (CSS Logical Properties 1): each stands for the property of the
// side that it is by the element's own direction. Text runs in horizontal lines only, so the block
// axis is always from top to bottom.
#include <algorithm>

#include "style/properties/properties.h"
#include "style/properties/text_style.h"

namespace ghreveal::style {

namespace {

// A property's name as a template argument.
template <std::size_t N>
struct Name {
    char characters[N]{};
    constexpr Name(const char (&text)[N]) { std::copy_n(text, N, characters); }
    constexpr std::string_view view() const { return {characters, N - 1}; }
};

template <Name LeftToRight, Name RightToLeft = LeftToRight>
const Property& physical(const StyleBuilder& style) {
    static const Property& left_to_right = *find_property(LeftToRight.view());
    static const Property& right_to_left = *find_property(RightToLeft.view());
    return style.text.get().direction == Direction::kRightToLeft ? right_to_left : left_to_right;
}

template <Name LeftToRight, Name RightToLeft>
constexpr Property side(std::string_view name) {
    return {name, false, Phase::kRest,
            [](StyleBuilder& style, ValueReader& reader) {
                return physical<LeftToRight, RightToLeft>(style).read(style, reader);
            },
            [](StyleBuilder& style, const ComputedStyle& from) {
                physical<LeftToRight, RightToLeft>(style).copy(style, from);
            }};
}

// One value for both sides, or one for each; the start's comes first.
template <Name Start, Name End, Name StartRightToLeft = Start, Name EndRightToLeft = End>
constexpr Property two_sides(std::string_view name) {
    return {name, false, Phase::kRest,
            [](StyleBuilder& style, ValueReader& reader) {
                const Property& start = physical<Start, StartRightToLeft>(style);
                const Property& end = physical<End, EndRightToLeft>(style);
                ValueReader again = reader;
                return start.read(style, reader) &&
                       end.read(style, reader.at_end() ? again : reader);
            },
            [](StyleBuilder& style, const ComputedStyle& from) {
                physical<Start, StartRightToLeft>(style).copy(style, from);
                physical<End, EndRightToLeft>(style).copy(style, from);
            }};
}

// The whole value for each of the two sides.
template <Name First, Name Second>
constexpr Property both_sides(std::string_view name) {
    return {name, false, Phase::kRest,
            [](StyleBuilder& style, ValueReader& reader) {
                ValueReader again = reader;
                return physical<First>(style).read(style, reader) &&
                       physical<Second>(style).read(style, again);
            },
            [](StyleBuilder& style, const ComputedStyle& from) {
                physical<First>(style).copy(style, from);
                physical<Second>(style).copy(style, from);
            }};
}

#define GHREVEAL_LOGICAL_GROUP(prefix)                                                          \
    side<prefix "-left", prefix "-right">(prefix "-inline-start"),                              \
        side<prefix "-right", prefix "-left">(prefix "-inline-end"),                            \
        side<prefix "-top", prefix "-top">(prefix "-block-start"),                              \
        side<prefix "-bottom", prefix "-bottom">(prefix "-block-end"),                          \
        two_sides<prefix "-left", prefix "-right", prefix "-right", prefix "-left">(prefix      \
                                                                                    "-inline"), \
        two_sides<prefix "-top", prefix "-bottom">(prefix "-block")

#define GHREVEAL_LOGICAL_BORDERS(part)                                                           \
    two_sides<"border-left" part, "border-right" part, "border-right" part, "border-left" part>( \
        "border-inline" part),                                                                   \
        two_sides<"border-top" part, "border-bottom" part>("border-block" part)

#define GHREVEAL_LOGICAL_BORDER(part)                                            \
    side<"border-left" part, "border-right" part>("border-inline-start" part),   \
        side<"border-right" part, "border-left" part>("border-inline-end" part), \
        side<"border-top" part, "border-top" part>("border-block-start" part),   \
        side<"border-bottom" part, "border-bottom" part>("border-block-end" part)

constexpr Property kProperties[]{
    GHREVEAL_LOGICAL_GROUP("margin"),
    GHREVEAL_LOGICAL_GROUP("padding"),
    GHREVEAL_LOGICAL_BORDER(""),
    GHREVEAL_LOGICAL_BORDER("-width"),
    GHREVEAL_LOGICAL_BORDER("-style"),
    GHREVEAL_LOGICAL_BORDER("-color"),
    GHREVEAL_LOGICAL_BORDERS("-width"),
    GHREVEAL_LOGICAL_BORDERS("-style"),
    GHREVEAL_LOGICAL_BORDERS("-color"),
    side<"border-top-left-radius", "border-top-right-radius">("border-start-start-radius"),
    side<"border-top-right-radius", "border-top-left-radius">("border-start-end-radius"),
    side<"border-bottom-left-radius", "border-bottom-right-radius">("border-end-start-radius"),
    side<"border-bottom-right-radius", "border-bottom-left-radius">("border-end-end-radius"),
    both_sides<"border-left", "border-right">("border-inline"),
    both_sides<"border-top", "border-bottom">("border-block"),
    side<"left", "right">("inset-inline-start"),
    side<"right", "left">("inset-inline-end"),
    side<"top", "top">("inset-block-start"),
    side<"bottom", "bottom">("inset-block-end"),
    two_sides<"left", "right", "right", "left">("inset-inline"),
    two_sides<"top", "bottom">("inset-block"),
    side<"width", "width">("inline-size"),
    side<"height", "height">("block-size"),
    side<"min-width", "min-width">("min-inline-size"),
    side<"min-height", "min-height">("min-block-size"),
    side<"max-width", "max-width">("max-inline-size"),
    side<"max-height", "max-height">("max-block-size"),
};

#undef GHREVEAL_LOGICAL_GROUP
#undef GHREVEAL_LOGICAL_BORDER
#undef GHREVEAL_LOGICAL_BORDERS

}  // namespace

std::span<const Property> logical_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
