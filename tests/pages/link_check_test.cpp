#include "pages/link_check.h"

#include <catch2/catch.hpp>

using namespace ghreveal;

namespace {

std::vector<std::string> said_of(const std::string& markdown) {
    Diagnostics diagnostics;
    const deck::Deck deck =
        deck::parse_deck("---\ntitle: T\n---\n" + markdown, "deck.md", {}, diagnostics);
    std::vector<std::size_t> slides;
    for (std::size_t i = 0; i < deck.slides.size(); ++i) {
        slides.push_back(i);
    }
    pages::check_links(deck, slides, diagnostics);
    std::vector<std::string> said;
    for (const Diagnostic& warning : diagnostics.warnings()) {
        said.push_back(to_string(warning));
    }
    return said;
}

}  // namespace

TEST_CASE("a link to an id that is not there is said with the nearest id") {
    CHECK(said_of("[a](#nowhre) [b](#/99)\n\n§new\n\n## Nowhere") ==
          std::vector<std::string>{
              "deck.md:4: warning: the link '#nowhre' leads nowhere; did you mean '#nowhere'?",
              "deck.md:4: warning: the link '#/99' leads nowhere; the last slide is '#/2/0'"});
}

TEST_CASE("a link past the end of a stack is said with the stack's last slide") {
    CHECK(said_of("[a](#/1/5)\n\n§break\n\nb\n\n§new\n\nc") ==
          std::vector<std::string>{
              "deck.md:4: warning: the link '#/1/5' leads nowhere; the last slide there is "
              "'#/1/1'"});
}

TEST_CASE("a link may write an id in percent-encoding") {
    CHECK(said_of("[a](#%C3%A9t%C3%A9) [b](#été)\n\n§new\n\n## Été\n{: #été}").empty());
}

TEST_CASE("a link of a scheme that is not allowed is said with its line") {
    CHECK(said_of("a\n\n<a href=\"javascript:alert(1)\">x</a> <a href=\"https://x.org\">y</a>") ==
          std::vector<std::string>{
              "deck.md:6: warning: the link to 'javascript:alert(1)' is left out; links may lead "
              "to http, https, ftp, mailto and tel addresses, and to slides"});
}
