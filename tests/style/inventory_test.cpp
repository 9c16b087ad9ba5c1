// Everything that CSS has is acted on or said: its own lists are walked through.
#include "../inventory.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "style/inventory/property_inventory.h"
#include "style/properties/properties.h"
#include "styled.h"
#include "support/ascii.h"

using namespace ghreveal;
using style::Effect;

namespace {

// Lines 5, 7, 9 … of a deck: Styled puts its HTML below four of front matter.
constexpr int kFirstLine = 5;

// Which of the pieces of HTML, each a line, bring a message.
std::set<std::size_t> said_of(const std::vector<std::string>& pieces) {
    std::string html;
    for (const std::string& piece : pieces) {
        html += piece + "\n\n";
    }
    const Styled page(html);
    std::set<std::size_t> said;
    for (const Diagnostic& warning : page.diagnostics.warnings()) {
        said.insert(static_cast<std::size_t>((warning.where.line - kFirstLine) / 2));
    }
    return said;
}

Effect effect_of(const std::string& property, const std::string& value) {
    return style::effect_of(property, css::tokenize(value));
}

// `property: value` as one of CSS's lists has it.
struct Written {
    std::string property;
    std::string value;
};

Written split(const std::string& line, const std::string& separator) {
    const std::size_t at = line.find(separator);
    return {line.substr(0, at), line.substr(at + separator.size())};
}

std::vector<std::string> in_styles(const std::vector<Written>& all) {
    std::vector<std::string> pieces;
    for (const Written& one : all) {
        const char quote = one.value.find('"') == std::string::npos ? '"' : '\'';
        pieces.push_back(
            fmt::format("<p style={}{}: {}{}>x</p>", quote, one.property, one.value, quote));
    }
    return pieces;
}

// Where a border's width, a background's origin and `inherit` make a difference.
constexpr const char* kBefore =
    "border-style: solid; background-image: linear-gradient(red, blue); color: green; "
    "text-decoration-line: underline; ";

// Paragraphs with a declaration each, and one with none.
class Paragraphs {
public:
    explicit Paragraphs(const std::vector<Written>& all) : page_(html_of(all)) {
        for (const dom::Node* node = page_.deck.slides[1].section->first_child; node != nullptr;
             node = node->next) {
            if (node->is_element("p")) {
                nodes_.push_back(node);
            }
        }
        REQUIRE(nodes_.size() == all.size() + 1);
    }
    // Whether the declaration makes a difference.
    bool is_acted_on(std::size_t i) const { return !alike(style(i), style(nodes_.size() - 1)); }

private:
    static std::string html_of(const std::vector<Written>& all) {
        std::string html;
        for (const Written& one : all) {
            const char quote = one.value.find('"') == std::string::npos ? '"' : '\'';
            html += fmt::format("<p style={}{}{}: {}{}>x</p>\n\n", quote, kBefore, one.property,
                                one.value, quote);
        }
        return html + fmt::format("<p style=\"{}\">x</p>\n", kBefore);
    }
    const style::ComputedStyle& style(std::size_t i) const { return page_.styles.of(*nodes_[i]); }
    static bool alike(const style::ComputedStyle& a, const style::ComputedStyle& b) {
        return a.box() == b.box() && a.text() == b.text() && a.paint() == b.paint() &&
               a.ink() == b.ink();
    }

    Styled page_;
    std::vector<const dom::Node*> nodes_;
};

}  // namespace

TEST_CASE("every property of CSS is acted on, shows nothing on paper, or is said") {
    std::vector<Written> all;
    for (const std::string& line : inventory_lines("css-properties")) {
        all.push_back(split(line, " "));
    }
    REQUIRE(all.size() > 450);
    const std::set<std::size_t> said = said_of(in_styles(all));
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].property << ": " << all[i].value);
        const Effect effect = effect_of(all[i].property, all[i].value);
        CHECK(effect != Effect::kUnknown);
        CHECK((said.contains(i) || effect == Effect::kNothingToShow ||
               (effect == Effect::kActedOn && style::find_property(all[i].property) != nullptr)));
        if (effect == Effect::kNotSupported) {
            CHECK(said.contains(i));
        }
    }
}

TEST_CASE("every keyword of a property is acted on, shows nothing on paper, or is said") {
    std::vector<Written> alone;
    for (const std::string& line : inventory_lines("css-keywords")) {
        const Written row = split(line, ": ");
        for (const std::string_view word : ascii::words(row.value)) {
            alone.push_back({row.property, std::string(word)});
        }
    }
    REQUIRE(alone.size() > 400);
    const Paragraphs first(alone);
    // A keyword that says what is so anyhow shows when it undoes another one of its property.
    std::vector<Written> undone = alone;
    for (std::size_t i = 0; i < alone.size(); ++i) {
        for (std::size_t j = 0; j < alone.size(); ++j) {
            if (alone[j].property == alone[i].property && first.is_acted_on(j)) {
                undone[i].value =
                    fmt::format("{}; {}: {}", alone[j].value, alone[i].property, alone[i].value);
            }
        }
    }
    const Paragraphs second(undone);
    const std::set<std::size_t> said = said_of(in_styles(alone));
    for (std::size_t i = 0; i < alone.size(); ++i) {
        INFO(alone[i].property << ": " << alone[i].value);
        const bool undoes = undone[i].value != alone[i].value && !second.is_acted_on(i);
        // The initial value beside others that are said.
        const bool is_initial = alone[i].property == "background-attachment" ||
                                alone[i].property == "text-decoration-thickness";
        CHECK((first.is_acted_on(i) || undoes || said.contains(i) || is_initial ||
               effect_of(alone[i].property, alone[i].value) == Effect::kNothingToShow));
    }
}

TEST_CASE("every notation of values is acted on, shows nothing on paper, or is said") {
    std::vector<Written> all;
    for (const std::string& line : inventory_lines("css-values")) {
        all.push_back(split(line, ": "));
    }
    REQUIRE(all.size() > 150);
    const Paragraphs styled(all);
    const std::set<std::size_t> said = said_of(in_styles(all));
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].property << ": " << all[i].value);
        const bool is_as_it_was = all[i].value == "block flow";
        CHECK((styled.is_acted_on(i) || said.contains(i) || is_as_it_was ||
               effect_of(all[i].property, all[i].value) == Effect::kNothingToShow));
    }
}

// Which is not one of Selectors 4's is said; >> and /deep/ were in drafts, `!` as well.
TEST_CASE("every selector of level 4 is known, or is said") {
    const std::vector<std::string> selectors = inventory_lines("css-selectors");
    std::vector<std::string> pieces;
    for (const std::string& selector : selectors) {
        pieces.push_back("<style>" + selector + " { color: red }</style>");
    }
    const std::set<std::string> may_be_said{
        "td || p", "section >> p", "p /deep/ b", "p! > b", "p::before:hover", "svg|p", "*|p", "|p"};
    for (const std::size_t i : said_of(pieces)) {
        INFO(selectors[i] << " is said");
        CHECK(may_be_said.contains(selectors[i]));
    }
    CHECK(said_of(pieces).size() > 2);
}

TEST_CASE("what is lost with a property depends on its value") {
    CHECK(effect_of("offset-path", "none") == Effect::kNothingToShow);
    CHECK(effect_of("zoom", "1") == Effect::kNothingToShow);
    CHECK(effect_of("cursor", "pointer") == Effect::kNothingToShow);
    CHECK(effect_of("colour", "red") == Effect::kUnknown);
    CHECK(effect_of("-moz-osx-font-smoothing", "grayscale") == Effect::kNothingToShow);
    CHECK(effect_of("text-combine-upright", "all") == Effect::kNotSupported);
    CHECK(effect_of("text-combine-upright", "inherit") == Effect::kNothingToShow);
}

TEST_CASE("what the tables of properties act on has no row among those that they do not") {
    const std::vector<std::string_view> needless = style::needless_rows();
    CHECK(std::vector<std::string>(needless.begin(), needless.end()).empty());
}

TEST_CASE("a prefix beside the property itself is not said twice") {
    const Styled page(R"(<p style="-webkit-line-clamp: 3; line-clamp: 3">x</p>)");
    CHECK(page.warnings().size() == 1);
}

TEST_CASE("every at-rule of CSS is acted on, says nothing about paper, or is said") {
    const std::set<std::string> acted_on{"charset",
                                         "container",
                                         "counter-style",
                                         "font-face",
                                         "import",
                                         "keyframes",
                                         "layer",
                                         "media",
                                         "namespace",
                                         "page",
                                         "supports",
                                         "view-transition",
                                         "-webkit-keyframes",
                                         "starting-style"};
    const std::vector<std::string> rules = inventory_lines("css-at-rules");
    std::vector<std::string> pieces;
    for (const std::string& rule : rules) {
        pieces.push_back("<style>" + rule + "</style>");
    }
    const std::set<std::size_t> said = said_of(pieces);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        INFO(rules[i]);
        const std::string name = rules[i].substr(1, rules[i].find_first_of(" ;") - 1);
        CHECK((said.contains(i) || acted_on.contains(name)));
    }
}

TEST_CASE("every pseudo-class and pseudo-element is known, or is said") {
    const std::vector<std::string> names = inventory_words("css-pseudos");
    std::vector<std::string> pieces;
    for (const std::string& name : names) {
        std::string written = name;
        std::replace(written.begin(), written.end(), '_', ' ');
        pieces.push_back("<style>p" + written + " { color: red }</style>");
    }
    const Styled page("<style>p:foo { color: red }</style>");
    CHECK(page.warnings().size() == 1);
    for (const std::size_t i : said_of(pieces)) {
        INFO(names[i] << " is said");
        CHECK(std::set<std::string>{":current", ":heading", ":heading(1)", ":nth-col(1)",
                                    ":nth-last-col(1)", "::checkmark", "::column", "::first-letter",
                                    "::first-line", "::part(a)", "::picker(select)",
                                    "::picker-icon", "::scroll-button(*)", "::scroll-marker",
                                    "::scroll-marker-group", "::search-text", "::slotted(p)"}
                  .contains(names[i]));
    }
}

TEST_CASE("a media feature that no browser knows is said") {
    const Styled page(
        "<style>@media (min-widht: 3px) { p { color: red } } @media (scan) { b { color: red } }"
        "</style>");
    CHECK(page.warnings() ==
          std::vector<std::string>{"deck.md:5: warning: unknown media feature 'min-widht'; rules "
                                   "for it are left out"});
}

TEST_CASE("a font's descriptor that is not acted on is said") {
    const Styled page(
        "<style>@font-face { font-family: Lato; src: url(a.ttf); font-language-override: \"SRB\" "
        "}</style>");
    CHECK(page.warnings() ==
          std::vector<std::string>{"deck.md:5: warning: 'font-language-override' of an @font-face "
                                   "has no effect; the font is used "
                                   "as if it were not there"});
}

// Selectors 4 §9.1, §9.2; HTML §4.16.3.
TEST_CASE("elements match by their language, their direction and the state of forms") {
    const Styled page(
        "<style>:lang(fr) { color: red } p:dir(rtl) { color: red } :checked { color: red }\n"
        ":disabled { color: red } :required { color: red } details:open { color: red }</style>\n\n"
        "<div lang=\"fr-CA\"><p id=\"a\">a</p></div>\n\n<p id=\"b\" lang=\"frr\">b</p>\n\n"
        "<p id=\"c\" dir=\"rtl\">c</p>\n\n"
        "<input id=\"d\" type=\"checkbox\" checked> <input id=\"e\" type=\"checkbox\">\n\n"
        "<fieldset disabled><button id=\"f\">f</button></fieldset>\n\n"
        "<input id=\"g\" required> <details id=\"h\" open>h</details>\n");
    const Color red{255, 0, 0, 1};
    for (const char* id : {"a", "c", "d", "f", "g", "h"}) {
        INFO(id);
        CHECK(page[id].ink().color == red);
    }
    CHECK_FALSE(page["b"].ink().color == red);
    CHECK_FALSE(page["e"].ink().color == red);
}
