// What of `animation` says what is left when it is over (CSS Animations 1 §4).
#include <algorithm>
#include <limits>
#include <optional>

#include "style/properties/paint_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

using css::Animation;
using Direction = css::AnimationDirection;
using css::TokenType;

bool at_item_end(const ValueReader& reader) {
    return reader.at_end() || reader.peek().is(TokenType::kComma);
}

// Seconds; `calc()` and the like are of no interest here.
std::optional<double> read_time(ValueReader& reader) {
    if (reader.at_end() || !reader.peek().is(TokenType::kDimension)) {
        return std::nullopt;
    }
    const std::string_view unit = reader.peek().text;
    const double number = reader.peek().number;
    if (unit != "s" && unit != "ms") {
        return std::nullopt;
    }
    reader.next();
    return unit == "s" ? number : number / 1000;
}

bool read_easing(ValueReader& reader) {
    static constexpr Keyword<bool> kNames[]{
        {"linear", true},      {"ease", true},       {"ease-in", true}, {"ease-out", true},
        {"ease-in-out", true}, {"step-start", true}, {"step-end", true}};
    if (read_keyword(reader, kNames)) {
        return true;
    }
    const std::size_t start = reader.position();
    const auto function = reader.read_any_function();
    const bool is_easing = function && (function->first == "cubic-bezier" ||
                                        function->first == "steps" || function->first == "linear");
    if (!is_easing) {
        reader.rewind(start);
    }
    return is_easing;
}

std::optional<Direction> read_direction(ValueReader& reader) {
    static constexpr Keyword<Direction> kDirections[]{
        {"normal", Direction::kNormal},
        {"reverse", Direction::kReverse},
        {"alternate-reverse", Direction::kAlternateReverse},
        {"alternate", Direction::kAlternate}};
    return read_keyword(reader, kDirections);
}

std::optional<bool> read_fills_forwards(ValueReader& reader) {
    static constexpr Keyword<bool> kModes[]{
        {"none", false}, {"forwards", true}, {"backwards", false}, {"both", true}};
    return read_keyword(reader, kModes);
}

bool read_play_state(ValueReader& reader) {
    return reader.read_ident("running") || reader.read_ident("paused");
}

std::optional<double> read_runs(ValueReader& reader) {
    return reader.read_ident("infinite") ? std::numeric_limits<double>::infinity()
                                         : reader.read_non_negative_number();
}

std::optional<std::string> read_name(ValueReader& reader) {
    if (auto string = reader.read_string()) {
        return string->empty() ? std::nullopt : string;
    }
    if (at_item_end(reader) || !reader.peek().is(TokenType::kIdent)) {
        return std::nullopt;
    }
    std::string name(reader.peek().value());
    reader.next();
    return name;
}

std::optional<Animation> read_animation(ValueReader& reader) {
    Animation animation;
    std::optional<double> runs;
    if (at_item_end(reader)) {
        return std::nullopt;
    }
    while (!at_item_end(reader)) {
        if (read_time(reader) || read_easing(reader) || read_play_state(reader)) {
            continue;
        }
        if (const auto given = read_direction(reader)) {
            animation.direction = *given;
        } else if (const auto fills = read_fills_forwards(reader)) {
            animation.fills_forwards = animation.fills_forwards || *fills;
        } else if (const auto number = runs ? std::nullopt : read_runs(reader)) {
            runs = number;
        } else if (auto name = animation.name.empty() ? read_name(reader) : std::nullopt) {
            animation.name = std::move(*name);
        } else {
            return std::nullopt;
        }
    }
    animation.runs = runs.value_or(1);
    return animation;
}

bool read_animations(StyleBuilder& style, ValueReader& reader) {
    std::vector<Animation> animations;
    do {
        auto animation = read_animation(reader);
        if (!animation) {
            return false;
        }
        animations.push_back(std::move(*animation));
    } while (reader.read_comma());
    style.paint.edit().animations = std::move(animations);
    return true;
}

// A longhand's list, repeated over what there is.
template <auto Member, auto Read>
bool set_animations(StyleBuilder& style, ValueReader& reader) {
    std::vector<Animation> values;
    do {
        auto value = Read(reader);
        if (!value) {
            return false;
        }
        values.emplace_back().*Member = std::move(*value);
    } while (reader.read_comma());
    auto& animations = style.paint.edit().animations;
    constexpr bool kIsName = std::is_same_v<decltype(Member), std::string Animation::*>;
    animations.resize(kIsName ? values.size() : std::max(animations.size(), std::size_t{1}));
    for (std::size_t i = 0; i < animations.size(); ++i) {
        animations[i].*Member = values[i % values.size()].*Member;
    }
    return true;
}

void copy_animations(StyleBuilder& style, const ComputedStyle& from) {
    style.paint.edit().animations = from.paint().animations;
}

constexpr Property kProperties[]{
    {"animation", false, Phase::kRest, read_animations, copy_animations},
    {"animation-name", false, Phase::kRest, set_animations<&Animation::name, read_name>,
     copy_animations},
    {"animation-fill-mode", false, Phase::kRest,
     set_animations<&Animation::fills_forwards, read_fills_forwards>, copy_animations},
    {"animation-iteration-count", false, Phase::kRest, set_animations<&Animation::runs, read_runs>,
     copy_animations},
    {"animation-direction", false, Phase::kRest,
     set_animations<&Animation::direction, read_direction>, copy_animations},
};

}  // namespace

std::span<const Property> animation_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
