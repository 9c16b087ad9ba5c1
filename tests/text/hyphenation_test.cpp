#include "text/hyphenation.h"

#include <catch2/catch.hpp>

#include "../support/temporary_folder.h"

using namespace ghreveal;

namespace {

using Places = std::vector<std::size_t>;

// Two patterns in the format of TeX's that libhyphen reads: odd numbers divide.
struct Fixture {
    TemporaryFolder folder;
    text::Hyphenator hyphenator{folder.path()};

    Fixture() {
        folder.put("hyph_en_US.dic", "UTF-8\n1ple\nam1\n");
        folder.put("hyph_de_DE.dic",
                   "ISO8859-1\n\xfc"
                   "1b\n");
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "words are divided where their language's patterns say") {
    CHECK(hyphenator.divisions("sample", "en") == Places{3});
    CHECK(hyphenator.divisions("(sample, SAMPLE!)", "en-US") == Places{4, 12});
    CHECK(hyphenator.divisions("sample", "de").empty());
}

TEST_CASE_METHOD(Fixture, "dictionaries of one byte a letter divide characters of several") {
    CHECK(hyphenator.divisions("R\u00fcben", "de-AT") == Places{3});
}

TEST_CASE_METHOD(Fixture, "words of four letters are not divided, nor is one letter cut off") {
    CHECK(hyphenator.divisions("ample", "en") == Places{2});
    CHECK(hyphenator.divisions("samp", "en").empty());
    CHECK(hyphenator.divisions("spleen", "en").empty());
}

TEST_CASE_METHOD(Fixture, "a language without patterns is known to have none") {
    CHECK(hyphenator.knows("en-GB"));
    CHECK_FALSE(hyphenator.knows("xx"));
    CHECK_FALSE(hyphenator.knows("../../etc"));
    CHECK_FALSE(hyphenator.knows(""));
}

// The names of Debian 12's packages.
TEST_CASE("the package of a language's patterns is known") {
    CHECK(text::hyphenation_package("en") == "hyphen-en-us");
    CHECK(text::hyphenation_package("en-GB") == "hyphen-en-gb");
    CHECK(text::hyphenation_package("pt-br") == "hyphen-pt-br");
    CHECK(text::hyphenation_package("de-AT") == "hyphen-de");
}
