#include "deck/page/math_settings.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "deck/page/scripts/object_literal.h"
#include "support/ascii.h"

namespace ghreveal::deck {

namespace {

bool contains_any(std::string_view text, std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

// Which of them the page has.
struct MathScripts {
    bool plugin = false;  // reveal.js's
    bool mathjax = false;
    bool auto_render = false;
    bool plugin_is_katex = false;
};

MathScripts math_scripts(const std::vector<PageScript>& scripts) {
    MathScripts found;
    for (const PageScript& script : scripts) {
        for (const std::string_view text :
             {std::string_view(script.address), std::string_view(script.text)}) {
            found.plugin |=
                contains_any(text, {"RevealMath", "plugin/math/", "math.esm.js", "reveal-math"});
            found.mathjax |= contains_any(text, {"MathJax", "mathjax"});
            found.auto_render |=
                contains_any(text, {"renderMathInElement", "auto-render", "katex.render"});
        }
        found.plugin_is_katex |= contains_any(script.text, {"RevealMath.KaTeX"});
    }
    return found;
}

std::string scalar(const YAML::Node& node) {
    return node && node.IsScalar() ? node.Scalar() : "";
}

// KaTeX: { "\\RR": "\\mathbb{R}" }; MathJax: { RR: "{\\bf R}", bold: ["{\\bf #1}", 1] }.
void add_macros(const YAML::Node& macros, math::Macros& target) {
    if (!macros.IsMap()) {
        return;
    }
    for (const auto& entry : macros) {
        const std::string name = scalar(entry.first);
        const YAML::Node value = entry.second.IsSequence() && entry.second.size() > 0
                                     ? entry.second[0]
                                     : YAML::Node(entry.second);
        if (!name.empty() && value.IsScalar()) {
            target[name.starts_with('\\') ? name : "\\" + name] = value.Scalar();
        }
    }
}

void add_delimiters(std::vector<math::Delimiters>& target, math::Delimiters pair) {
    if (!pair.left.empty() && !pair.right.empty()) {
        target.push_back(std::move(pair));
    }
}

// MathJax's inlineMath and displayMath: [['$', '$'], …].
void read_pairs(const YAML::Node& pairs, math::FormulaStyle style, math::Settings& settings) {
    if (!pairs.IsSequence()) {
        return;
    }
    std::erase_if(settings.delimiters, [&](const auto& pair) { return pair.style == style; });
    for (const YAML::Node& pair : pairs) {
        if (pair.IsSequence() && pair.size() == 2) {
            add_delimiters(settings.delimiters, {scalar(pair[0]), scalar(pair[1]), style});
        }
    }
}

// KaTeX's delimiters: [{left: '$$', right: '$$', display: true}, …].
void read_delimiters(const YAML::Node& list, math::Settings& settings) {
    if (!list.IsSequence()) {
        return;
    }
    settings.delimiters.clear();
    for (const YAML::Node& pair : list) {
        if (pair.IsMap()) {
            add_delimiters(settings.delimiters,
                           {scalar(pair["left"]), scalar(pair["right"]),
                            scalar(pair["display"]) == "true" ? math::FormulaStyle::kDisplay
                                                              : math::FormulaStyle::kInline});
        }
    }
}

math::Settings defaults_of(const MathScripts& scripts) {
    math::Settings settings;
    if (scripts.plugin) {
        settings.delimiters = math::all_delimiters();
        // Its MathJax looks into code, which is how formulas get through Markdown; its KaTeX not.
        settings.looks_into_code = !scripts.plugin_is_katex;
    } else if (scripts.mathjax || scripts.auto_render) {
        settings.delimiters = math::bracket_delimiters();
        settings.delimiters.push_back({"$$", "$$", math::FormulaStyle::kDisplay});
    }
    settings.finds_environments = !settings.delimiters.empty();
    return settings;
}

// reveal.js's mathjax3 has maps three deep; aliases may go in circles.
constexpr int kDeepestMap = 4;

void read_map(const YAML::Node& map, math::Settings& settings, int depth) {
    // Where reveal.js's plugins and MathJax have them; each of these leads deeper.
    constexpr std::array<const char*, 8> kInner{"math",     "katex", "mathjax2", "mathjax3",
                                                "mathjax4", "tex",   "TeX",      "tex2jax"};
    if (!map.IsMap() || depth > kDeepestMap) {
        return;
    }
    for (const char* name : {"macros", "Macros"}) {
        if (map[name]) {
            add_macros(map[name], settings.macros);
        }
    }
    if (map["delimiters"]) {
        read_delimiters(map["delimiters"], settings);
    }
    if (map["inlineMath"]) {
        read_pairs(map["inlineMath"], math::FormulaStyle::kInline, settings);
    }
    if (map["displayMath"]) {
        read_pairs(map["displayMath"], math::FormulaStyle::kDisplay, settings);
    }
    for (const char* name : kInner) {
        if (const YAML::Node inner = map[name]) {
            read_map(inner, settings, depth + 1);
        }
    }
}

}  // namespace

void read_math_map(const YAML::Node& map, math::Settings& settings) {
    read_map(map, settings, 1);
}

void read_math_settings(Deck& deck, const std::vector<PageScript>& scripts,
                        const ReadOptions& options) {
    deck.math = defaults_of(math_scripts(scripts));
    deck.math.mode = options.math;
    deck.math.macros = options.macros;
    if (deck.math.delimiters.empty()) {
        return;
    }
    const std::vector<std::string_view> texts = texts_of(scripts);
    const auto read_calls = [&](const std::string& script, const auto& calls) {
        for (const std::string_view call : calls) {
            for (const std::string& literal : object_literals(script, call, texts)) {
                read_math_map(YAML::Load(literal), deck.math);
            }
        }
    };
    constexpr std::array<std::string_view, 3> kMathCalls{"renderMathInElement",
                                                         "MathJax.Hub.Config", "MathJax"};
    for (const PageScript& script : scripts) {
        read_calls(script.text, kRevealCalls);
        read_calls(script.text, kMathCalls);
    }
}

}  // namespace ghreveal::deck
