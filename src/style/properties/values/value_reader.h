// Reads typed values from a declaration's tokens (CSS Values 4, Color 4, Images 3).
#pragma once

#include <optional>
#include <span>
#include <string>

#include "css/tokenizer.h"
#include "css/values.h"
#include "support/limits.h"
#include "text/font_book.h"

namespace ghreveal::style {

struct NamedNumber {
    std::string_view name;
    double value = 0;
};

// What relative units are relative to.
struct UnitContext {
    Px font_size = 16;  // em
    Px root_font_size = 16;
    bool* has_line_height_units = nullptr;  // where it is noted that some were read; may be null
    Px line_height = 0;                     // lh
    Px root_line_height = 0;                // rlh
    Size page;                              // vw, vh
    std::optional<Size> container{};        // cqw, cqh; nothing: the page
    bool* has_container_units = nullptr;    // where it is noted that some were read; may be null
    const text::FontSpec* font = nullptr;   // ex, ch
    text::FontBook* fonts = nullptr;
    const Limits* limits = nullptr;  // null: the usual ones
    Color current_color = kBlack;    // for colours that are made of others
    // What names stand for inside of calc(): the channels of a relative colour.
    std::span<const NamedNumber> names;
    int color_nesting = 0;  // how many functions of colours a colour is in
};

inline const Limits& limits_of(const UnitContext& units) {
    static constexpr Limits kUsual;
    return units.limits != nullptr ? *units.limits : kUsual;
}

// What a math function comes to (CSS Values 4 §10).
struct MathValue {
    enum class Kind : std::uint8_t { kNumber, kLength, kAngle };
    Kind kind = Kind::kNumber;
    css::LengthPercentage length;
    double number = 0;  // kAngle: radians
};

// Walks over tokens; each read_ function takes one value and moves on, or takes nothing.
class ValueReader {
public:
    ValueReader(std::span<const css::Token> tokens, const UnitContext& units)
        : tokens_(tokens), units_(units) {
        skip_space();
    }

    bool at_end() const { return at_ >= tokens_.size(); }
    // At the end one that is nothing.
    const css::Token& peek() const {
        static const css::Token kNothing;
        return at_end() ? kNothing : tokens_[at_];
    }
    void next() {
        ++at_;
        skip_space();
    }
    std::size_t position() const { return at_; }
    void rewind(std::size_t position) { at_ = position; }
    std::span<const css::Token> rest() const { return tokens_.subspan(at_); }
    const UnitContext& units() const { return units_; }
    const Limits& limits() const { return limits_of(units_); }

    bool read_ident(std::string_view name);
    std::optional<std::string> read_any_ident();  // lower case
    // A name that the author chose, lower case; not one of the keywords of all properties.
    std::optional<std::string> read_custom_ident();
    bool read_comma();
    bool read_slash();
    std::optional<double> read_number();
    std::optional<double> read_non_negative_number();
    std::optional<int> read_integer();
    // px; no percentages. Unitless zero is a length.
    std::optional<Px> read_length();
    std::optional<css::LengthPercentage> read_length_percentage();
    // calc() that comes to less than 0 is 0 (CSS Values 4 §10.12).
    std::optional<Px> read_non_negative_length();
    std::optional<css::LengthPercentage> read_non_negative_length_percentage();
    std::optional<double> read_angle();  // radians
    // Nothing is also what `currentcolor` gives; `is_current` tells them apart.
    struct ColorValue {
        bool is_current = false;
        Color color;
    };
    std::optional<ColorValue> read_color();
    std::optional<std::string> read_url();
    std::optional<std::string> read_string();
    // The tokens between a function's parentheses, when the function is next.
    std::optional<std::span<const css::Token>> read_function(std::string_view name);
    std::optional<std::pair<std::string, std::span<const css::Token>>> read_any_function();

private:
    void skip_space() {
        while (at_ < tokens_.size() && tokens_[at_].is(css::TokenType::kWhiteSpace)) {
            ++at_;
        }
    }
    std::optional<css::LengthPercentage> dimension(const css::Token&) const;
    // calc(), min() and the like, when one is next and comes to a value of that kind.
    std::optional<MathValue> read_math(MathValue::Kind);

    std::span<const css::Token> tokens_;
    const UnitContext& units_;
    std::size_t at_ = 0;
};

std::optional<Color> named_color(std::string_view lower_case_name);

}  // namespace ghreveal::style
