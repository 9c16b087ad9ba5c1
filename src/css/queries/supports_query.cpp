#include "css/queries/supports_query.h"

#include <algorithm>

#include "css/condition.h"
#include "css/statements.h"

namespace ghreveal::css {

namespace {

bool declaration_is_supported(std::span<const Token> inside, const SheetOptions& options) {
    // One declaration, without a semicolon behind it (CSS Conditional 3 §6.1).
    const bool ends_early =
        find_at_depth_0(inside, 0, TokenType::kSemicolon, TokenType::kSemicolon) != inside.size();
    const DeclarationBlock block = parse_declarations(inside);
    if (ends_early || block.size() != 1) {
        return false;
    }
    // `--` alone is kept for CSS itself (CSS Variables 1 §2).
    if (block[0].property == "--") {
        return false;
    }
    // Of a custom property nothing is a value, too (CSS Variables 1 §2).
    if (block[0].value.empty() && !block[0].property.starts_with("--")) {
        return false;
    }
    return !options.supports || options.supports(block[0]);
}

bool is_font_technique(std::span<const Token> inside) {
    inside = trimmed(inside);
    return inside.size() == 1 && (inside[0].is_ident("woff") || inside[0].is_ident("opentype") ||
                                  inside[0].is_ident("truetype"));
}

}  // namespace

bool is_supported(std::span<const Token> condition, const SheetOptions& options) {
    const ConditionTests tests{
        [&options](std::span<const Token> inside) {
            return std::optional(declaration_is_supported(inside, options));
        },
        [&options](std::string_view name, std::span<const Token> inside) {
            if (name == "selector") {
                // CSS Conditional 4 §3.2: of forgiving lists all is to be supported.
                const SelectorOptions strict{options.limits, nullptr, false};
                const auto written = trimmed(inside);
                const bool is_relative =
                    !written.empty() && (written[0].is_delim('>') || written[0].is_delim('+') ||
                                         written[0].is_delim('~'));
                const auto list = parse_selectors(written, strict);
                return std::optional(!is_relative && list && list->size() == 1);
            }
            return std::optional(name == "font-format" && is_font_technique(inside));
        }};
    return evaluate_condition(condition, tests, options.limits.style_nesting).value_or(false);
}

}  // namespace ghreveal::css
