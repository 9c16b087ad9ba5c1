// Names for the sides as text runs (CSS Logical Properties 1): each stands for the property of the
// side that it is by the element's own direction and writing mode.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

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

enum LogicalSide : std::uint8_t { kInlineStart, kInlineEnd, kBlockStart, kBlockEnd };
enum PhysicalSide : std::uint8_t { kTop, kRight, kBottom, kLeft };

// CSS Writing Modes 4 §6.4: where a writing mode's sides are, of text from left to right.
PhysicalSide physical_side(LogicalSide side, const TextStyle& text) {
    static constexpr PhysicalSide kSides[][4]{
        {kLeft, kRight, kTop, kBottom}, {kTop, kBottom, kRight, kLeft},
        {kTop, kBottom, kLeft, kRight}, {kTop, kBottom, kRight, kLeft},
        {kBottom, kTop, kLeft, kRight},
    };
    if (text.direction == Direction::kRightToLeft && side <= kInlineEnd) {
        side = side == kInlineStart ? kInlineEnd : kInlineStart;
    }
    return kSides[static_cast<std::size_t>(text.writing_mode)][side];
}

bool is_vertical(const TextStyle& text) {
    return text.writing_mode != WritingMode::kHorizontal;
}

// The four properties of which a logical one stands for that of a side.
template <Name Top, Name Right, Name Bottom, Name Left>
struct OfSides {
    static const Property& at(LogicalSide side, const StyleBuilder& style) {
        static const Property* const kProperties[]{
            find_property(Top.view()), find_property(Right.view()), find_property(Bottom.view()),
            find_property(Left.view())};
        return *kProperties[physical_side(side, style.text.get())];
    }
};

// Of a box's two sizes, the one that its lines run along, or the other.
template <Name Horizontal, Name Vertical>
struct OfSizes {
    static const Property& at(bool is_inline, const StyleBuilder& style) {
        static const Property& horizontal = *find_property(Horizontal.view());
        static const Property& vertical = *find_property(Vertical.view());
        return is_inline == is_vertical(style.text.get()) ? vertical : horizontal;
    }
};

// The corner between two sides.
struct OfCorners {
    template <LogicalSide Block, LogicalSide Inline>
    static const Property& at(const StyleBuilder& style) {
        static const Property* const kCorners[]{find_property("border-top-left-radius"),
                                                find_property("border-top-right-radius"),
                                                find_property("border-bottom-left-radius"),
                                                find_property("border-bottom-right-radius")};
        const PhysicalSide first = physical_side(Block, style.text.get());
        const PhysicalSide second = physical_side(Inline, style.text.get());
        const std::size_t bottom = first == kBottom || second == kBottom ? 2 : 0;
        return *kCorners[bottom + (first == kRight || second == kRight ? 1 : 0)];
    }
};

// A row for a name that stands for the property that `find` gives.
template <auto Find>
constexpr Property standing_for(std::string_view name) {
    return {
        name, false, Phase::kRest,
        [](StyleBuilder& style, ValueReader& reader) { return Find(style).read(style, reader); },
        [](StyleBuilder& style, const ComputedStyle& from) { Find(style).copy(style, from); }};
}

template <typename Properties, LogicalSide Side>
constexpr Property side(std::string_view name) {
    return standing_for<[](const StyleBuilder& style) -> const Property& {
        return Properties::at(Side, style);
    }>(name);
}

template <Name Horizontal, Name Vertical, bool IsInline>
constexpr Property size(std::string_view name) {
    return standing_for<[](const StyleBuilder& style) -> const Property& {
        return OfSizes<Horizontal, Vertical>::at(IsInline, style);
    }>(name);
}

template <LogicalSide Block, LogicalSide Inline>
constexpr Property corner(std::string_view name) {
    return standing_for<[](const StyleBuilder& style) -> const Property& {
        return OfCorners::at<Block, Inline>(style);
    }>(name);
}

// One value for both sides, or one for each; the start's comes first.
template <typename Properties, LogicalSide Start, LogicalSide End>
constexpr Property two_sides(std::string_view name) {
    return {name, false, Phase::kRest,
            [](StyleBuilder& style, ValueReader& reader) {
                ValueReader again = reader;
                return Properties::at(Start, style).read(style, reader) &&
                       Properties::at(End, style).read(style, reader.at_end() ? again : reader);
            },
            [](StyleBuilder& style, const ComputedStyle& from) {
                Properties::at(Start, style).copy(style, from);
                Properties::at(End, style).copy(style, from);
            }};
}

// The whole value for each of the two sides.
template <typename Properties, LogicalSide First, LogicalSide Second>
constexpr Property both_sides(std::string_view name) {
    return {name, false, Phase::kRest,
            [](StyleBuilder& style, ValueReader& reader) {
                ValueReader again = reader;
                return Properties::at(First, style).read(style, reader) &&
                       Properties::at(Second, style).read(style, again);
            },
            [](StyleBuilder& style, const ComputedStyle& from) {
                Properties::at(First, style).copy(style, from);
                Properties::at(Second, style).copy(style, from);
            }};
}

#define GHREVEAL_SIDES(prefix, part) \
    OfSides<prefix "-top" part, prefix "-right" part, prefix "-bottom" part, prefix "-left" part>

#define GHREVEAL_EACH_SIDE(prefix, part)                                             \
    side<GHREVEAL_SIDES(prefix, part), kInlineStart>(prefix "-inline-start" part),   \
        side<GHREVEAL_SIDES(prefix, part), kInlineEnd>(prefix "-inline-end" part),   \
        side<GHREVEAL_SIDES(prefix, part), kBlockStart>(prefix "-block-start" part), \
        side<GHREVEAL_SIDES(prefix, part), kBlockEnd>(prefix "-block-end" part)

#define GHREVEAL_TWO_SIDES(prefix, part)                                                      \
    two_sides<GHREVEAL_SIDES(prefix, part), kInlineStart, kInlineEnd>(prefix "-inline" part), \
        two_sides<GHREVEAL_SIDES(prefix, part), kBlockStart, kBlockEnd>(prefix "-block" part)

using Borders = GHREVEAL_SIDES("border", "");
using Insets = OfSides<"top", "right", "bottom", "left">;

constexpr Property kProperties[]{
    GHREVEAL_EACH_SIDE("margin", ""),
    GHREVEAL_TWO_SIDES("margin", ""),
    GHREVEAL_EACH_SIDE("padding", ""),
    GHREVEAL_TWO_SIDES("padding", ""),
    GHREVEAL_EACH_SIDE("border", ""),
    GHREVEAL_EACH_SIDE("border", "-width"),
    GHREVEAL_EACH_SIDE("border", "-style"),
    GHREVEAL_EACH_SIDE("border", "-color"),
    GHREVEAL_TWO_SIDES("border", "-width"),
    GHREVEAL_TWO_SIDES("border", "-style"),
    GHREVEAL_TWO_SIDES("border", "-color"),
    corner<kBlockStart, kInlineStart>("border-start-start-radius"),
    corner<kBlockStart, kInlineEnd>("border-start-end-radius"),
    corner<kBlockEnd, kInlineStart>("border-end-start-radius"),
    corner<kBlockEnd, kInlineEnd>("border-end-end-radius"),
    both_sides<Borders, kInlineStart, kInlineEnd>("border-inline"),
    both_sides<Borders, kBlockStart, kBlockEnd>("border-block"),
    side<Insets, kInlineStart>("inset-inline-start"),
    side<Insets, kInlineEnd>("inset-inline-end"),
    side<Insets, kBlockStart>("inset-block-start"),
    side<Insets, kBlockEnd>("inset-block-end"),
    two_sides<Insets, kInlineStart, kInlineEnd>("inset-inline"),
    two_sides<Insets, kBlockStart, kBlockEnd>("inset-block"),
    size<"width", "height", true>("inline-size"),
    size<"width", "height", false>("block-size"),
    size<"min-width", "min-height", true>("min-inline-size"),
    size<"min-width", "min-height", false>("min-block-size"),
    size<"max-width", "max-height", true>("max-inline-size"),
    size<"max-width", "max-height", false>("max-block-size"),
};

#undef GHREVEAL_SIDES
#undef GHREVEAL_EACH_SIDE
#undef GHREVEAL_TWO_SIDES

}  // namespace

std::span<const Property> logical_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
