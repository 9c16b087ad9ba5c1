#include "math/formulas_ahead.h"

#include <algorithm>
#include <array>
#include <utility>

#include "math/delimiters.h"

namespace ghreveal::math {

namespace {

// The entities that text is written with; a formula with another one is no formula for us.
std::string without_entities(std::string_view html) {
    constexpr std::array<std::pair<std::string_view, char>, 4> kEntities{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};
    std::string text;
    text.reserve(html.size());
    for (std::size_t at = 0; at < html.size();) {
        const auto* entity =
            html[at] != '&'
                ? kEntities.end()
                : std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& one) {
                      return html.substr(at).starts_with(one.first);
                  });
        text += entity == kEntities.end() ? html[at] : entity->second;
        at += entity == kEntities.end() ? 1 : entity->first.size();
    }
    return text;
}

}  // namespace

std::vector<Formula> formulas_in_html(std::string_view html, const Settings& settings,
                                      const Limits& limits) {
    std::vector<Formula> formulas;
    for (FoundFormula& found : find_formulas(html, settings, limits)) {
        if (found.formula.tex.find('<') == std::string::npos) {
            found.formula.tex = without_entities(found.formula.tex);
            formulas.push_back(std::move(found.formula));
        }
    }
    return formulas;
}

bool may_define_macros(std::string_view tex) {
    // \def, \gdef, \edef and \xdef; \let and \futurelet; \newcommand, \renewcommand and
    // \providecommand; \global before any of them.
    constexpr std::array<std::string_view, 4> kSigns{"def", "let", "command", "\\global"};
    return std::any_of(kSigns.begin(), kSigns.end(),
                       [&](std::string_view sign) { return tex.find(sign) != tex.npos; });
}

}  // namespace ghreveal::math
