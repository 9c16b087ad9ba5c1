// Every element, attribute, option and key is acted on, has nothing to do with paper, or is said:
// HTML's, reveal.js's, Jekyll's and kramdown's own lists are walked through.
#include "../inventory.h"

#include <catch2/catch.hpp>
#include <map>
#include <sstream>
#include <string>

#include "check/inventory/html_inventory.h"
#include "check/inventory/key_inventory.h"
#include "check/inventory/reveal_inventory.h"
#include "check/inventory/svg_inventory.h"
#include "findings.h"

using namespace ghreveal;
using namespace ghreveal::check;

namespace {

const std::string kDeck = "---\ntitle: a\n---\n\n# x\n\n";

// The words of each line of a list, the first of which is what the others are of.
std::vector<std::pair<std::string, std::string>> pairs_of(const std::string& list) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& line : inventory_lines(list)) {
        std::istringstream words(line);
        std::string owner;
        words >> owner;
        for (std::string word; words >> word;) {
            pairs.emplace_back(owner, word);
        }
    }
    return pairs;
}

}  // namespace

TEST_CASE("Every element of HTML is drawn or said") {
    // Those that no browser draws in a way of its own: they are said as unknown.
    const std::string obsolete = " applet basefont bgsound blink isindex multicol nextid spacer ";
    for (const std::string& name : inventory_words("html-elements")) {
        INFO(name);
        const bool is_obsolete = obsolete.find(" " + name + " ") != std::string::npos;
        CHECK((element_facts(name).kind == ElementKind::kUnknown) == is_obsolete);
    }
    for (const char* name : {"blink", "canvas", "marquee", "meter", "stong"}) {
        INFO(name);
        const std::string html = std::string("<div><") + name + ">x</" + name + "></div>\n";
        CHECK(findings(kDeck + html).size() == 1);
    }
}

TEST_CASE("Every attribute of HTML is acted on, shows nothing on paper, or is said") {
    for (const auto& [element, attribute] : pairs_of("html-attributes")) {
        INFO(element << " " << attribute);
        CHECK(attribute_effect(element, attribute) != AttributeEffect::kUnknown);
    }
    CHECK(findings(kDeck + "<hr size=\"5\">\n") ==
          Said{"7 unknown-attribute: 'size' of <hr> has no effect"});
    CHECK(findings(kDeck + "<p algin=\"right\">x</p>\n") ==
          Said{"7 unknown-attribute: unknown attribute 'algin'"});
    CHECK(findings(kDeck + "<p x-if=\"x\" onclick=\"y\" aria-label=\"z\">x</p>\n").empty());
    CHECK(findings(kDeck + "<p v-if=\"x\">x</p>\n") ==
          Said{"7 script-content: 'v-if' has no effect"});
}

TEST_CASE(
    "Every attribute and option of reveal.js is acted on, shows nothing on paper, or is said") {
    for (const std::string& name : inventory_words("reveal-attributes")) {
        INFO(name);
        CHECK(data_attribute_effect(name) != RevealEffect::kUnknown);
    }
    for (const std::string& name : inventory_words("reveal-options")) {
        INFO(name);
        CHECK(option_effect(name) != RevealEffect::kUnknown);
    }
    CHECK(findings(
              "---\ntitle: a\ninitialization:\n  shuffle: true\n  transition: zom\n---\n\n# x\n") ==
          Said{"4 left-out: 'shuffle' has no effect on paper",
               "5 invalid-value: 'zom' is no value of transition; it is taken as 'slide'"});
    CHECK(findings("---\ntitle: a\ninitialization: {centre: true}\n---\n\n# x\n") ==
          Said{"3 unknown-key: unknown option of reveal.js 'centre'"});
}

TEST_CASE("Every element and attribute of SVG is drawn, shows nothing on paper, or is said") {
    for (const std::string& name : inventory_words("svg-elements")) {
        INFO(name);
        CHECK(svg_element(name) != SvgElement::kUnknown);
    }
    for (const std::string& name : inventory_words("svg-attributes")) {
        INFO(name);
        CHECK(is_svg_attribute(name));
    }
    const auto drawing = [](const std::string& content) {
        return findings(kDeck + "<svg width=\"9\" height=\"9\">" + content + "</svg>\n");
    };
    CHECK(drawing("<text dominant-baseline=\"middle\" rotate=\"30\">a</text>") ==
          Said{"7 unknown-attribute: 'dominant-baseline' of <text> has no effect",
               "7 unknown-attribute: 'rotate' of <text> has no effect"});
    CHECK(drawing("<path id=\"p\" d=\"M0 0h9\"/><text><textPath href=\"#p\">a</textPath></text>") ==
          Said{"7 unknown-element: <textPath> is not drawn, as a browser would draw it"});
    CHECK(drawing("<text><tref>a</tref></text>") ==
          Said{"7 unknown-element: <tref> draws nothing"});
    CHECK(drawing("<rect width=\"5\" height=\"5\" dominant-baseline=\"auto\"/>").empty());
}

TEST_CASE("Values of reveal.js's attributes and its classes are looked at") {
    CHECK(findings(kDeck + "<p class=\"fragment fade-otu\">a</p>\n") ==
          Said{"7 unknown-attribute: reveal.js has no class 'fade-otu'"});
    CHECK(findings("<!doctype html>\n<div class=\"reveal\"><div class=\"slides\"><section "
                   "data-visibility=\"hiden\">\n<p class=\"fragment\" data-fragment-index=\"x\">a"
                   "</p></section></div></div>\n") ==
          Said{"2 unknown-attribute: 'hiden' of data-visibility has no effect",
               "3 unknown-attribute: 'x' of data-fragment-index is no number"});
    CHECK(findings(kDeck + "<p class=\"fragment my-own\">a</p>\n").empty());
}

TEST_CASE("Every key of Jekyll, kramdown and reveal-md is known") {
    const std::map<std::string, KeyOwner> owners{{"front-matter", KeyOwner::kFrontMatter},
                                                 {"jekyll", KeyOwner::kJekyll},
                                                 {"kramdown", KeyOwner::kKramdown},
                                                 {"reveal-md", KeyOwner::kRevealMd}};
    for (const auto& [owner, key] : pairs_of("keys")) {
        INFO(owner << " " << key);
        CHECK(key_effect(owners.at(owner), key) != KeyEffect::kUnknown);
    }
}

TEST_CASE("Settings beside the deck are looked at: a site's, a project's, a page's script") {
    CHECK(
        findings(kDeck, Files{{"_config.yml", "base_url: /x\nkramdown:\n  toc_levels: 1..2\n"}}) ==
        Said{"1 unknown-key: unknown key 'base_url'", "3 left-out: 'toc_levels' has no effect"});
    CHECK(findings(
              "---\nseparator: x\n---\n\n# a\n",
              Files{{"reveal-md.json", "{\n  \"theem\": \"sky\",\n  \"scripts\": \"a.js\"\n}"}}) ==
          Said{"3 left-out: 'scripts' has no effect", "2 unknown-key: unknown key 'theem'"});
    CHECK(findings("<!doctype html>\n<div class=\"reveal\"><div class=\"slides\"><section>a"
                   "</section></div></div>\n<script>Reveal.initialize({\n  centre: true,\n"
                   "  myPlugin: 3\n})</script>\n") ==
          Said{"4 unknown-key: unknown option of reveal.js 'centre'"});
}

// Of lines of code, which get attributes of their own; of headings of Markdown, whose ids are made.
TEST_CASE("What is made of a deck is not said to be its author's") {
    CHECK(findings("---\ntitle: a\nlang: en\nseparator: '^---$'\n---\n\n```js [1|2]\na\nb\n```\n")
              .empty());
    CHECK(findings("<!doctype html>\n<html lang=en><div class=reveal><div class=slides><section "
                   "data-markdown><script type='text/template'>\n# a\n\n# a\n</script></section>"
                   "</div></div></html>\n")
              .empty());
}

TEST_CASE("A size of Font Awesome is no icon") {
    CHECK(findings(kDeck + "<i class=\"fa fa-rocket fa-2 fa-3x fa-xs\"></i> x\n").empty());
}

TEST_CASE("Every tag and filter of Liquid is carried out or said") {
    for (const std::string& line : inventory_lines("liquid")) {
        INFO(line);
        Said said;
        try {
            said = findings(kDeck + "b " + line + "\n");
        } catch (const Error&) {
            continue;  // it stops the deck, with a message
        }
        Diagnostics diagnostics;
        const deck::Deck deck =
            deck::parse_deck(kDeck + "b " + line + "\n", "deck.md", {}, diagnostics);
        const std::string text = dom::text_content(*deck.slides.back().section);
        CHECK((!said.empty() || (text.find("{{") == text.npos && text.find("{%") == text.npos)));
    }
}

TEST_CASE("A name of attributes that is not defined, and an option that is not known, are said") {
    CHECK(findings(kDeck +
                   "y\n{:nix}\n\nz\n{:known}\n\n{:known: .a}\n\n* a\n{:toc}\n\n`{:code}`\n") ==
          Said{"7 broken-markup: nothing defines the attributes '{:nix}'"});
    CHECK(findings(kDeck + "{::options toc_levels=\"1\" auto_ids=\"false\" /}\n\ny\n") ==
          Said{"7 broken-markup: the option 'toc_levels' of kramdown has no effect here"});
}

// reveal.js's plugin of highlight.js, in all its versions.
TEST_CASE("The blank lines around code with data-trim are left out") {
    Diagnostics diagnostics;
    const deck::Deck deck =
        deck::parse_deck(kDeck + "<pre><code data-trim>\n\n  a\n    b\n\n</code></pre>\n",
                         "deck.md", {}, diagnostics);
    const dom::Node* code = dom::find_first(
        *deck.slides.back().section, [](const dom::Node& node) { return node.is_element("code"); });
    REQUIRE(code != nullptr);
    CHECK(dom::text_content(*code) == "a\n  b");
}
