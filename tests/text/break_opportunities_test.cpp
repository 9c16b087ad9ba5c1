#include "text/line_break/break_opportunities.h"

#include <catch2/catch.hpp>

using namespace ghreveal;

namespace {

// The text with a | where a line may end although `word-break: keep-all` is asked for; spaces are
// their own rule.
std::string kept(const std::string& text) {
    const text::BreakOpportunities breaks(text);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        result += begins && breaks.before(i) && !breaks.is_between_letters(i) ? "|" : "";
        result += text[i];
    }
    return result;
}

}  // namespace

// As Chromium breaks them.
TEST_CASE("keep-all keeps words without spaces whole, and breaks them at punctuation") {
    CHECK(kept("漢字かな、カナ「漢字」12漢a字・か。漢") ==
          "漢字かな、|カナ|「漢字」|12漢a字・|か。|漢");
    CHECK(kept("한국어가나") == "한국어가나");
    CHECK(kept("éa–bé漢…字") == "éa–|bé漢…|字");
    CHECK(kept("漢😀字😀a") == "漢|😀|字|😀|a");
}

TEST_CASE("between ASCII characters browsers' own table decides") {
    CHECK(kept("well-known") == "well-|known");
    CHECK(kept("a/b a-1 -1") == "a/b a-|1 -1");
}
