#include "highlight/prism_classes.h"

#include <algorithm>
#include <array>

namespace ghreveal::highlight {

namespace {

struct Names {
    std::string_view highlight_js;
    std::string_view prism;
};

// Prism's standard tokens (prismjs.com/tokens.html).
constexpr auto kNames = std::to_array<Names>({
    {"hljs-addition", "token inserted"},
    {"hljs-attr", "token attr-name property"},
    {"hljs-attribute", "token property"},
    {"hljs-built_in", "token builtin"},
    {"hljs-bullet", "token list punctuation"},
    {"hljs-code", "token code"},
    {"hljs-comment", "token comment"},
    {"hljs-deletion", "token deleted"},
    {"hljs-emphasis", "token italic"},
    {"hljs-keyword", "token keyword"},
    {"hljs-link", "token url"},
    {"hljs-literal", "token boolean"},
    {"hljs-meta", "token prolog macro property annotation"},
    {"hljs-name", "token tag"},
    {"hljs-number", "token number"},
    {"hljs-params", "token parameter"},
    {"hljs-quote", "token comment"},
    {"hljs-regexp", "token regex"},
    {"hljs-section", "token title important"},
    {"hljs-selector-attr", "token selector"},
    {"hljs-selector-class", "token selector"},
    {"hljs-selector-id", "token selector"},
    {"hljs-selector-pseudo", "token selector"},
    {"hljs-selector-tag", "token selector"},
    {"hljs-string", "token string"},
    {"hljs-strong", "token bold"},
    {"hljs-subst", "token interpolation"},
    {"hljs-symbol", "token symbol"},
    {"hljs-tag", "token tag"},
    {"hljs-template-variable", "token variable"},
    {"hljs-type", "token class-name"},
    {"hljs-variable", "token variable"},
});

}  // namespace

std::string_view prism_class(std::string_view token_class, std::string_view enclosing) {
    if (token_class == "hljs-title") {
        return enclosing == "hljs-class" ? "token class-name" : "token function";
    }
    if (token_class == "hljs-string" && enclosing == "hljs-tag") {
        return "token attr-value";
    }
    const auto named = std::find_if(kNames.begin(), kNames.end(), [&](const Names& names) {
        return names.highlight_js == token_class;
    });
    return named == kNames.end() ? std::string_view{} : named->prism;
}

}  // namespace ghreveal::highlight
