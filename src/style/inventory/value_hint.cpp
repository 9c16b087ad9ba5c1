#include "style/inventory/value_hint.h"

#include <fmt/format.h>

#include <algorithm>

#include "css/tokenizer.h"
#include "support/ascii.h"
#include "support/error.h"

namespace ghreveal::style {

namespace {

// The keywords of the properties' values, by their specifications.
constexpr std::string_view kKeywords =
    "absolute accentcolor all-small-caps anchor-center anywhere arabic-indic armenian auto "
    "auto-phrase avoid avoid-column avoid-page baseline bengali bidi-override blink block bold "
    "bolder border-area border-box both bottom break-all break-spaces break-word button "
    "buttonface canvas canvastext capitalize center circle cjk-decimal cjk-earthly-branch clip "
    "close-quote collapse color color-burn color-dodge column column-reverse common-ligatures "
    "condensed contain content content-box contents cover crisp-edges currentcolor cursive "
    "darken dashed decimal decimal-leading-zero default dense devanagari diagonal-fractions "
    "difference disc disclosure-closed disclosure-open discretionary-ligatures dotted double "
    "ellipsis embed emoji end ethiopic-numeric exclusion expanded fantasy fill fit-content "
    "fixed flat flex flex-end flex-start flow-root footnote from-font full-size-kana full-width "
    "geometricPrecision georgian grammar-error graytext grid groove hard-light hebrew hidden "
    "hiragana hiragana-iroha historical-ligatures horizontal-tb hue inline inline-block "
    "inline-end inline-flex inline-grid inline-size inline-start inline-table inset inside "
    "isolate isolate-override italic japanese-informal justify justify-all katakana "
    "katakana-iroha keep-all khmer korean-hangul-formal large larger layout left legacy lighten "
    "lighter line-through lining-nums linktext list-item local lower-alpha lower-greek "
    "lower-latin lower-roman lowercase ltr luminosity manual match-parent math math-auto "
    "max-content medium menulist-button middle min-content monospace multiply no-close-quote "
    "no-open-quote no-repeat none normal nowrap oblique oldstyle-nums open-quote "
    "optimizeLegibility optimizeSpeed ordinal outset outside overlay overline padding-box paint "
    "persian petite-caps pixelated plaintext plus-lighter pointer pre pre-line pre-wrap "
    "preserve-3d relative repeat repeat-x repeat-y ridge right round row row-reverse rtl ruby "
    "ruby-base ruby-text run-in sans-serif saturation scale-down screen scroll self-end "
    "self-start semi-condensed semi-expanded separate serif sideways-lr sideways-rl "
    "simp-chinese-informal size slashed-zero small small-caps smaller smooth soft-light solid "
    "space space-around space-between space-evenly spelling-error square start static sticky "
    "stretch strict style sub super system-ui table table-caption table-cell table-column "
    "table-column-group table-footer-group table-header-group table-row table-row-group "
    "tabular-nums text text-bottom text-top textfield thai thick thin tibetan titling-caps top "
    "trad-chinese-informal transform transparent ui-monospace ui-serif ultra-condensed "
    "ultra-expanded underline unicase upper-alpha upper-latin upper-roman uppercase vertical-lr "
    "vertical-rl visible wavy wrap wrap-reverse x-large x-small xx-large xx-small xxx-large";

bool is_taken(const Property& property, const std::string& value, ValueCheck& check) {
    return check.is_value(property, css::tokenize(value));
}

// `300` for `300px`, `10 px`, `.5` of what wants a unit; "" where that is no value either.
std::string with_unit(const Property& property, const std::string& written, ValueCheck& check) {
    const css::Tokens tokens = css::tokenize(written);
    const bool is_number = tokens.size() == 1 && tokens[0].is(css::TokenType::kNumber);
    const bool is_apart = tokens.size() == 3 && tokens[0].is(css::TokenType::kNumber) &&
                          (tokens[2].is(css::TokenType::kIdent) || tokens[2].is_delim('%'));
    std::string meant = written;
    if (is_apart) {
        std::erase_if(meant, ascii::is_space);
    } else if (is_number) {
        meant += "px";
    }
    return (is_number || is_apart) && is_taken(property, meant, check) ? meant : "";
}

// The keyword nearest to a word that is none, of those that the property takes.
std::string near_keyword(const Property& property, const std::string& written, ValueCheck& check) {
    const bool is_word =
        !written.empty() && std::all_of(written.begin(), written.end(),
                                        [](char c) { return ascii::is_letter(c) || c == '-'; });
    if (!is_word) {
        return "";
    }
    std::vector<std::string> taken;
    ascii::any_word(kKeywords, [&](std::string_view keyword) {
        if (is_taken(property, std::string(keyword), check)) {
            taken.emplace_back(keyword);
        }
        return false;
    });
    return nearest_match(ascii::lower_case(written), taken);
}

}  // namespace

std::string value_hint(const std::string& name, const std::string& written, ValueCheck& check) {
    const Property* known = find_property(name);
    if (known == nullptr || written.empty()) {
        return "the declaration is left out";
    }
    const Property& property = *known;
    std::string meant = with_unit(property, written, check);
    if (meant.empty()) {
        meant = near_keyword(property, written, check);
    }
    if (!meant.empty()) {
        return fmt::format("did you mean '{}'?", meant);
    }
    const bool takes_colour = is_taken(property, "#123456", check);
    const bool takes_length = is_taken(property, "1px", check);
    const char* advice = takes_colour && !takes_length
                             ? "write a colour as a name, #RRGGBB or rgb(…); "
                         : takes_length && !takes_colour && is_taken(property, "1%", check)
                             ? "write a length as 10px, 2em or 50%; "
                             : "";
    return std::string(advice) + "the declaration is left out";
}

}  // namespace ghreveal::style
