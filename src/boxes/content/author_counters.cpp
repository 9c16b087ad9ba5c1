#include "boxes/content/author_counters.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "boxes/content/counter_styles.h"
#include "support/unicode/utf8.h"

namespace ghreveal::boxes {

namespace {

using css::CounterStyle;
using css::CounterStyles;
using System = CounterStyle::System;

// §2: longer representations may be left to the fallback; stops a value of a billion strokes.
constexpr std::size_t kMostSymbols = 120;
// Styles that extend or fall back to one another.
constexpr int kMostSteps = 16;

std::string numeric(std::int64_t value, const std::vector<std::string>& symbols) {
    const auto base = static_cast<std::int64_t>(symbols.size());
    std::string text;
    do {
        text.insert(0, symbols[static_cast<std::size_t>(value % base)]);
        value /= base;
    } while (value > 0);
    return text;
}

std::string alphabetic(std::int64_t value, const std::vector<std::string>& symbols) {
    const auto base = static_cast<std::int64_t>(symbols.size());
    std::string text;
    for (; value > 0; value = (value - 1) / base) {
        text.insert(0, symbols[static_cast<std::size_t>((value - 1) % base)]);
    }
    return text;
}

std::optional<std::string> repeated(const std::string& symbol, std::int64_t count) {
    if (count > static_cast<std::int64_t>(kMostSymbols)) {
        return std::nullopt;
    }
    std::string text;
    for (; count > 0; --count) {
        text += symbol;
    }
    return text;
}

std::optional<std::string> additive(std::int64_t value, const CounterStyle& style) {
    std::string text;
    for (const auto& [weight, symbol] : style.additive_symbols) {
        if (value == 0 && weight == 0) {
            return text.empty() ? symbol : text;
        }
        if (weight == 0 || weight > value) {
            continue;
        }
        const auto part = repeated(symbol, value / weight);
        if (!part) {
            return std::nullopt;
        }
        text += *part;
        value %= weight;
    }
    return value == 0 && !text.empty() ? std::optional(text) : std::nullopt;
}

// §3.1: the number without its sign where the system has one; nothing where it cannot be written.
std::optional<std::string> representation(std::int64_t value, const CounterStyle& style) {
    const auto& symbols = style.symbols;
    const auto count = static_cast<std::int64_t>(symbols.size());
    switch (style.system) {
        case System::kCyclic: {
            const std::int64_t at = ((value - 1) % count + count) % count;
            return symbols[static_cast<std::size_t>(at)];
        }
        case System::kFixed: {
            const std::int64_t at = value - style.first_value;
            return at >= 0 && at < count ? std::optional(symbols[static_cast<std::size_t>(at)])
                                         : std::nullopt;
        }
        case System::kNumeric:
            return numeric(value, symbols);
        case System::kAlphabetic:
            return value > 0 ? std::optional(alphabetic(value, symbols)) : std::nullopt;
        case System::kSymbolic:
            return value > 0 ? repeated(symbols[static_cast<std::size_t>((value - 1) % count)],
                                        (value + count - 1) / count)
                             : std::nullopt;
        case System::kAdditive:
            return additive(value, style);
        case System::kExtends:
            break;
    }
    return std::nullopt;
}

bool has_sign(System system) {
    return system != System::kCyclic && system != System::kFixed;
}

bool is_in_range(int value, const CounterStyle& style) {
    if (!style.range) {
        const bool needs_positive =
            style.system == System::kAlphabetic || style.system == System::kSymbolic;
        return value >= (needs_positive ? 1 : style.system == System::kAdditive ? 0 : value);
    }
    return std::any_of(style.range->begin(), style.range->end(), [&](const auto& range) {
        return value >= range.first && value <= range.second;
    });
}

// The style with what it takes from the one that it extends (§3.1.7); nothing when that is one of
// the predefined ones, or itself in the end.
std::optional<CounterStyle> whole_style(const std::string& name, const CounterStyles& styles) {
    const auto found = styles.find(name);
    if (found == styles.end()) {
        return std::nullopt;
    }
    CounterStyle style = found->second;
    for (int step = 0; style.system == System::kExtends && step < kMostSteps; ++step) {
        const auto extended = styles.find(style.extended);
        if (extended == styles.end()) {
            break;
        }
        const CounterStyle own = std::move(style);
        style = extended->second;
        const auto take = [](auto& target, const auto& value) {
            if (value) {
                target = value;
            }
        };
        take(style.prefix, own.prefix);
        take(style.suffix, own.suffix);
        take(style.negative, own.negative);
        take(style.range, own.range);
        take(style.pad, own.pad);
        take(style.fallback, own.fallback);
    }
    return style;
}

// `pad`: in front of the number and its sign (§2.6).
std::string padded(std::string text, const CounterStyle& style, std::size_t sign) {
    if (!style.pad) {
        return text;
    }
    const std::size_t length = utf8::length(text) + sign;
    const auto wanted = static_cast<std::size_t>(std::max(0, style.pad->first));
    for (std::size_t i = length; i < std::min(wanted, kMostSymbols); ++i) {
        text.insert(0, style.pad->second);
    }
    return text;
}

std::string text_of(int value, std::string_view name, const CounterStyles& styles, int steps) {
    const auto style = steps < kMostSteps ? whole_style(std::string(name), styles) : std::nullopt;
    if (!style) {
        return counter_text(value, steps < kMostSteps ? name : "decimal");
    }
    const auto [before, behind] =
        style->negative.value_or(std::pair<std::string, std::string>("-", ""));
    const bool is_negative = value < 0 && has_sign(style->system);
    const std::int64_t number = is_negative ? -std::int64_t{value} : value;
    const bool extends = style->system == System::kExtends;  // a predefined one, by its own range
    std::optional<std::string> text;
    if ((extends && !style->range) || is_in_range(value, *style)) {
        text = extends ? counter_text(static_cast<int>(number), style->extended)
                       : representation(number, *style);
    }
    if (!text) {
        return text_of(value, style->fallback.value_or("decimal"), styles, steps + 1);
    }
    const std::size_t sign = is_negative ? utf8::length(before) + utf8::length(behind) : 0;
    text = padded(*text, *style, sign);
    return is_negative ? before + *text + behind : *text;
}

}  // namespace

std::string counter_text(int value, std::string_view counter_style, const CounterStyles& styles) {
    return text_of(value, counter_style, styles, 0);
}

std::string marker_counter_text(int value, std::string_view counter_style,
                                const CounterStyles& styles) {
    const std::string number = counter_text(value, counter_style, styles);
    if (const auto style = whole_style(std::string(counter_style), styles)) {
        const bool extends = style->system == System::kExtends;
        const std::string suffix(extends ? marker_suffix(style->extended) : ". ");
        return style->prefix.value_or("") + number + style->suffix.value_or(suffix);
    }
    return number.empty() ? "" : number + std::string(marker_suffix(counter_style));
}

}  // namespace ghreveal::boxes
