#include "math/mathml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "support/ascii.h"
#include "support/unicode/utf8.h"

namespace ghreveal::math {

namespace {

std::string escaped(std::string_view text) {
    std::string tex;
    for (const char c : text) {
        if (c == '\\') {
            tex += "\\backslash ";
        } else if (c == '~' || c == '^') {
            tex += fmt::format("\\text{{\\text{}{{}}}}", c == '~' ? "asciitilde" : "asciicircum");
        } else {
            tex += std::string_view("#$%&_{}").find(c) == std::string_view::npos
                       ? std::string(1, c)
                       : std::string{'\\', c};
        }
    }
    return tex;
}

std::string token_of(const dom::Node& node) {
    return std::string(ascii::trimmed(dom::text_content(node)));
}

std::string_view attribute_of(const dom::Node& node, std::string_view name) {
    const std::string* value = node.attribute(name);
    return value == nullptr ? std::string_view{} : std::string_view(*value);
}

// Of a letter over or under a base, when it is an accent of KaTeX's.
std::string_view accent_of(std::string_view letter) {
    static const std::map<std::string_view, std::string_view> kAccents{
        {"^", "\\widehat"},         {"\u02c6", "\\widehat"},        {"~", "\\widetilde"},
        {"\u02dc", "\\widetilde"},  {"\u00af", "\\overline"},       {"\u203e", "\\overline"},
        {"_", "\\underline"},       {"\u2192", "\\overrightarrow"}, {"\u20d7", "\\vec"},
        {"\u02d9", "\\dot"},        {"\u00a8", "\\ddot"},           {"\u23de", "\\overbrace"},
        {"\u23df", "\\underbrace"}, {"\u02c7", "\\check"},          {"\u02d8", "\\breve"}};
    const auto found = kAccents.find(letter);
    return found == kAccents.end() ? std::string_view{} : found->second;
}

// Whose limits stand above and below in display style.
bool has_limits(std::string_view letter) {
    constexpr std::array<std::string_view, 13> kOperators{
        "\u2211", "\u220f", "\u2210", "\u22c3", "\u22c2", "\u2a01", "\u2a02",
        "lim",    "max",    "min",    "sup",    "inf",    "\u222b"};
    return std::find(kOperators.begin(), kOperators.end(), letter) != kOperators.end();
}

bool is_fence(const dom::Node& node, std::string_view fences) {
    return node.is_element("mo") && token_of(node).size() == 1 &&
           fences.find(token_of(node)) != fences.npos;
}

std::string fence(std::string_view text) {
    return text.empty()                 ? "."
           : text == "{" || text == "}" ? "\\" + std::string(text)
                                        : std::string(text);
}

class Converter {
public:
    std::string tex_of(const dom::Node& node) {
        using Method = std::string (Converter::*)(const dom::Node&);
        static const std::map<std::string_view, Method> kElements{
            {"mi", &Converter::identifier},
            {"mn", &Converter::number},
            {"mo", &Converter::operation},
            {"mtext", &Converter::text},
            {"ms", &Converter::text},
            {"mspace", &Converter::space},
            {"mrow", &Converter::row},
            {"mstyle", &Converter::row},
            {"mpadded", &Converter::row},
            {"merror", &Converter::row},
            {"math", &Converter::row},
            {"mfrac", &Converter::fraction},
            {"msqrt", &Converter::square_root},
            {"mroot", &Converter::root},
            {"msup", &Converter::scripts},
            {"msub", &Converter::scripts},
            {"msubsup", &Converter::scripts},
            {"munder", &Converter::limits},
            {"mover", &Converter::limits},
            {"munderover", &Converter::limits},
            {"mtable", &Converter::table},
            {"mphantom", &Converter::phantom},
            {"mfenced", &Converter::fenced},
            {"semantics", &Converter::first_child},
            {"maction", &Converter::first_child}};
        if (node.is_text()) {
            return ascii::is_blank(node.text) ? "" : "\\text{" + escaped(node.text) + "}";
        }
        const auto found = kElements.find(node.name);
        if (found != kElements.end()) {
            return (this->*found->second)(node);
        }
        unknown.push_back(node.name);
        return row(node);
    }

    std::vector<std::string> unknown;

private:
    static std::vector<const dom::Node*> children_of(const dom::Node& node) {
        std::vector<const dom::Node*> children;
        for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
            if (child->is_element()) {
                children.push_back(child);
            }
        }
        return children;
    }

    // "{…}" of one of the children; "{}" when there are not so many.
    std::string argument(const dom::Node& node, std::size_t index) {
        const auto children = children_of(node);
        return "{" + (index < children.size() ? tex_of(*children[index]) : "") + "}";
    }

    std::string identifier(const dom::Node& node) {
        const std::string name = token_of(node);
        const std::string_view variant = attribute_of(node, "mathvariant");
        const std::string letters = escaped(name);
        if (variant == "normal") {
            return "\\mathrm{" + letters + "}";
        }
        if (variant == "bold" || variant == "bold-italic") {
            return (variant == "bold" ? "\\mathbf{" : "\\boldsymbol{") + letters + "}";
        }
        if (variant == "double-struck") {
            return "\\mathbb{" + letters + "}";
        }
        // MathML Core §3.2.4.1: one letter is slanted, a name upright.
        return utf8::length(name) == 1 ? letters + " " : "\\operatorname{" + letters + "}";
    }

    std::string number(const dom::Node& node) { return "{" + escaped(token_of(node)) + "}"; }

    std::string operation(const dom::Node& node) {
        const std::string text = token_of(node);
        // Invisible times and its like.
        constexpr std::array<std::string_view, 4> kInvisible{"\u2061", "\u2062", "\u2063",
                                                             "\u2064"};
        if (std::find(kInvisible.begin(), kInvisible.end(), text) != kInvisible.end()) {
            return "";
        }
        const bool is_word =
            text.size() > 1 && std::all_of(text.begin(), text.end(), ascii::is_letter);
        return is_word ? "\\operatorname*{" + text + "}" : escaped(text) + " ";
    }

    std::string text(const dom::Node& node) {
        return "\\text{" + escaped(dom::text_content(node)) + "}";
    }

    std::string space(const dom::Node& node) {
        const std::string_view width = attribute_of(node, "width");
        const bool is_em =
            width.ends_with("em") &&
            width.substr(0, width.size() - 2).find_first_not_of("0123456789.-") == width.npos;
        return is_em ? fmt::format("\\hspace{{{}}}", width) : "\\;";
    }

    std::string row(const dom::Node& node) {
        const auto children = children_of(node);
        std::string tex;
        const bool stretches = children.size() > 2 && is_fence(*children.front(), "([{|") &&
                               is_fence(*children.back(), ")]}|");
        for (std::size_t i = 0; i < children.size(); ++i) {
            const bool is_end = i == 0 || i + 1 == children.size();
            tex += stretches && is_end
                       ? (i == 0 ? "\\left" : "\\right") + fence(token_of(*children[i]))
                       : tex_of(*children[i]);
        }
        return "{" + (children.empty() ? escaped(token_of(node)) : tex) + "}";
    }

    std::string fraction(const dom::Node& node) {
        const std::string_view line = attribute_of(node, "linethickness");
        const char* command = line == "0" || line == "0px" ? "\\genfrac{}{}{0pt}{}" : "\\frac";
        return command + argument(node, 0) + argument(node, 1);
    }

    std::string square_root(const dom::Node& node) { return "\\sqrt{" + row(node) + "}"; }

    std::string root(const dom::Node& node) {
        return "\\sqrt[" + argument(node, 1) + "]" + argument(node, 0);
    }

    std::string scripts(const dom::Node& node) {
        std::string tex = argument(node, 0);
        if (node.name != "msup") {
            tex += "_" + argument(node, 1);
        }
        if (node.name != "msub") {
            tex += "^" + argument(node, node.name == "msup" ? 1 : 2);
        }
        return tex;
    }

    std::string limits(const dom::Node& node) {
        const auto children = children_of(node);
        const std::string base = children.empty() ? "" : token_of(*children.front());
        const std::string_view accent =
            children.size() == 2 ? accent_of(token_of(*children[1])) : std::string_view{};
        if (!accent.empty()) {
            return std::string(accent) + argument(node, 0);
        }
        const bool has_under = node.name != "mover";
        const bool has_over = node.name != "munder";
        const std::string under = has_under ? argument(node, 1) : "";
        const std::string over = has_over ? argument(node, has_under ? 2 : 1) : "";
        if (has_limits(base)) {
            const std::string op =
                utf8::length(base) == 1 ? base + "\\limits" : "\\operatorname*{" + base + "}";
            return op + (has_under ? "_" + under : "") + (has_over ? "^" + over : "");
        }
        std::string tex = argument(node, 0);
        tex = has_under ? "\\underset" + under + "{" + tex + "}" : tex;
        return has_over ? "\\overset" + over + "{" + tex + "}" : tex;
    }

    std::string table(const dom::Node& node) {
        std::string tex = "\\begin{matrix}";
        for (const dom::Node* line : children_of(node)) {
            const auto cells = children_of(*line);
            for (std::size_t i = 0; i < cells.size(); ++i) {
                tex += (i > 0 ? " & " : "") + row(*cells[i]);
            }
            tex += " \\\\ ";
        }
        return tex + "\\end{matrix}";
    }

    std::string phantom(const dom::Node& node) { return "\\phantom{" + row(node) + "}"; }

    std::string fenced(const dom::Node& node) {
        const auto given = [&](const char* name, std::string_view otherwise) {
            return node.attribute(name) == nullptr ? otherwise : attribute_of(node, name);
        };
        std::string tex = "\\left" + fence(given("open", "("));
        const auto children = children_of(node);
        for (std::size_t i = 0; i < children.size(); ++i) {
            tex += (i > 0 ? "," : "") + tex_of(*children[i]);
        }
        return tex + "\\right" + fence(given("close", ")"));
    }

    std::string first_child(const dom::Node& node) { return argument(node, 0); }
};

}  // namespace

FormulaFromMathml formula_of(const dom::Node& math) {
    FormulaFromMathml result;
    if (attribute_of(math, "display") == "block") {
        result.formula.style = FormulaStyle::kDisplay;
    }
    const dom::Node* annotation = dom::find_first(math, [](const dom::Node& node) {
        return node.is_element("annotation") &&
               attribute_of(node, "encoding") == "application/x-tex";
    });
    if (annotation != nullptr) {
        result.formula.tex = token_of(*annotation);
        return result;
    }
    Converter converter;
    result.formula.tex = converter.tex_of(math);
    result.unknown = std::move(converter.unknown);
    return result;
}

}  // namespace ghreveal::math
