#include "css/descriptors/counter_style.h"

#include <algorithm>
#include <array>
#include <limits>

#include "support/ascii.h"

namespace ghreveal::css {

namespace {

using System = CounterStyle::System;

Tokens without_space(std::span<const Token> value) {
    Tokens tokens;
    std::copy_if(value.begin(), value.end(), std::back_inserter(tokens),
                 [](const Token& token) { return !token.is(TokenType::kWhiteSpace); });
    return tokens;
}

bool is_symbol(const Token& token) {
    return token.is(TokenType::kString) || token.is(TokenType::kIdent);
}

bool is_integer(const Token& token) {
    return token.is(TokenType::kNumber) && token.is_integer;
}

void read_system(const Tokens& value, CounterStyle& style) {
    struct Name {
        std::string_view name;
        System system;
    };
    static constexpr std::array<Name, 7> kNames{{{"cyclic", System::kCyclic},
                                                 {"numeric", System::kNumeric},
                                                 {"alphabetic", System::kAlphabetic},
                                                 {"symbolic", System::kSymbolic},
                                                 {"additive", System::kAdditive},
                                                 {"fixed", System::kFixed},
                                                 {"extends", System::kExtends}}};
    for (const Name& name : kNames) {
        if (value[0].is_ident(name.name)) {
            style.system = name.system;
        }
    }
    if (value.size() > 1 && is_integer(value[1])) {
        style.first_value = value[1].integer();
    } else if (value.size() > 1) {
        style.extended = ascii::lower_case(value[1].value());
    }
}

std::vector<std::string> symbols_of(const Tokens& value) {
    std::vector<std::string> symbols;
    for (const Token& token : value) {
        if (is_symbol(token)) {
            symbols.emplace_back(token.value());
        }
    }
    return symbols;
}

// "10 X, 5 V": a weight and a symbol each, in either order.
std::vector<std::pair<int, std::string>> additive_symbols_of(const Tokens& value) {
    std::vector<std::pair<int, std::string>> symbols;
    for (std::size_t i = 0; i + 1 < value.size(); ++i) {
        const bool weight_first = is_integer(value[i]);
        const Token& weight = value[weight_first ? i : i + 1];
        const Token& symbol = value[weight_first ? i + 1 : i];
        if (!is_integer(weight) || !is_symbol(symbol) || weight.integer() < 0) {
            return {};
        }
        symbols.emplace_back(weight.integer(), symbol.value());
        i += 2;  // and the comma
    }
    return symbols;
}

std::optional<std::vector<std::pair<int, int>>> range_of(const Tokens& value) {
    std::vector<std::pair<int, int>> ranges;
    const auto end_of = [](const Token& token, int infinite) {
        return token.is_ident("infinite") ? infinite : token.integer();
    };
    for (std::size_t i = 0; i + 1 < value.size(); i += 3) {
        ranges.emplace_back(end_of(value[i], std::numeric_limits<int>::min()),
                            end_of(value[i + 1], std::numeric_limits<int>::max()));
    }
    return ranges.empty() ? std::nullopt : std::optional(ranges);
}

bool has_symbols(const CounterStyle& style) {
    switch (style.system) {
        case System::kExtends:
            return !style.extended.empty();
        case System::kAdditive:
            return !style.additive_symbols.empty();
        case System::kNumeric:
        case System::kAlphabetic:
            return style.symbols.size() >= 2;
        default:
            return !style.symbols.empty();
    }
}

void read_descriptor(const std::string& name, const Tokens& value, CounterStyle& style) {
    if (name == "system") {
        read_system(value, style);
    } else if (name == "symbols") {
        style.symbols = symbols_of(value);
    } else if (name == "additive-symbols") {
        style.additive_symbols = additive_symbols_of(value);
    } else if (name == "range") {
        style.range = range_of(value);
    } else if (name == "fallback" && value.size() == 1 && value[0].is(TokenType::kIdent)) {
        style.fallback = ascii::lower_case(value[0].value());
    } else if (name == "prefix" && is_symbol(value[0])) {
        style.prefix = value[0].value();
    } else if (name == "suffix" && is_symbol(value[0])) {
        style.suffix = value[0].value();
    } else if (name == "negative" && is_symbol(value[0])) {
        style.negative = {std::string(value[0].value()),
                          value.size() > 1 ? std::string(value[1].value()) : std::string()};
    } else if (name == "pad" && value.size() == 2) {
        const bool number_first = is_integer(value[0]);
        style.pad = {value[number_first ? 0 : 1].integer(),
                     std::string(value[number_first ? 1 : 0].value())};
    }
}

}  // namespace

std::optional<CounterStyle> read_counter_style(std::span<const Token> name,
                                               const DeclarationBlock& block) {
    // §3: these keep their meaning.
    constexpr std::array<std::string_view, 7> kTaken{
        "none", "decimal", "disc", "square", "circle", "disclosure-open", "disclosure-closed"};
    const Tokens names = without_space(name);
    CounterStyle style;
    if (names.size() != 1 || !names[0].is(TokenType::kIdent)) {
        return std::nullopt;
    }
    style.name = ascii::lower_case(names[0].value());
    for (const Declaration& declaration : block) {
        const Tokens value = without_space(declaration.value);
        if (!value.empty()) {
            read_descriptor(declaration.property, value, style);
        }
    }
    const bool is_taken = std::find(kTaken.begin(), kTaken.end(), style.name) != kTaken.end();
    return is_taken || !has_symbols(style) ? std::nullopt : std::optional(std::move(style));
}

}  // namespace ghreveal::css
