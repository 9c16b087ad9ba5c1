#include "export/pdf/content/marked_content.h"

#include <catch2/catch.hpp>

#include "export/pdf/content/content_tokens.h"
#include "export/pdf/content/string_glyphs.h"

using namespace ghreveal;
using namespace ghreveal::exporter;

namespace {

std::vector<std::string> tokens_of(std::string_view content) {
    ContentTokens tokens(content);
    std::vector<std::string> result;
    for (ContentToken token = tokens.next(); token.kind != ContentToken::Kind::kEnd;
         token = tokens.next()) {
        result.emplace_back(tokens.text(token));
    }
    return result;
}

int glyphs_in(std::string_view text) {
    StringGlyphs glyphs(text, 0, text.size());
    int count = 0;
    while (glyphs.next()) {
        ++count;
    }
    return count;
}

PtPoint at(double x, double y) {
    return {Pt(x), Pt(y)};
}

ContentPiece text_piece(PtPoint origin, std::size_t glyphs, int slot, std::string_view type = "P") {
    return {draw::DrawnKind::kText, origin, glyphs, {}, slot, type};
}

MarkedContent marked(std::string_view content, const std::vector<ContentPiece>& pieces) {
    return mark_content(content, pieces, [](std::string_view) { return std::nullopt; });
}

// The page is upright from here on, as Cairo begins each.
const std::string kUpright = "1 0 0 -1 0 100 cm\n";

}  // namespace

// PDF 32000-1 §7.3.4.2: brackets in pairs need no backslash, single ones do.
TEST_CASE("A string is one token, with brackets in it and escapes") {
    CHECK(tokens_of("(a(b(c))d)Tj") == std::vector<std::string>{"(a(b(c))d)", "Tj"});
    CHECK(tokens_of("(a\\)b)Tj") == std::vector<std::string>{"(a\\)b)", "Tj"});
    CHECK(tokens_of("(a\\\\)Tj") == std::vector<std::string>{"(a\\\\)", "Tj"});
    CHECK(tokens_of("(\\(())Tj") == std::vector<std::string>{"(\\(())", "Tj"});
    CHECK(tokens_of("(% no comment)Tj") == std::vector<std::string>{"(% no comment)", "Tj"});
}

TEST_CASE("An array and a dictionary are one token, with the strings and arrays in them") {
    CHECK(tokens_of("[(])-250<0041>3(b)]TJ") ==
          std::vector<std::string>{"[(])-250<0041>3(b)]", "TJ"});
    CHECK(tokens_of("/Span<</ActualText(>>)/K[1 2]>>BDC") ==
          std::vector<std::string>{"/Span", "<</ActualText(>>)/K[1 2]>>", "BDC"});
}

// §7.2.3: from a per cent sign to the line's end, as if it were a blank.
TEST_CASE("Comments stand between tokens and are none") {
    CHECK(tokens_of("1% one (\n2%\rm%") == std::vector<std::string>{"1", "2", "m"});
    CHECK(tokens_of("[1 % ]\n2]TJ") == std::vector<std::string>{"[1 % ]\n2]", "TJ"});
}

// §7.3.3 has numbers of all these forms.
TEST_CASE("Numbers are told apart at blanks, lines and delimiters, and read with any sign") {
    CHECK(tokens_of("12\n-.5\r\n+4.\t0[7]") ==
          std::vector<std::string>{"12", "-.5", "+4.", "0", "[7]"});
    CHECK(number_of("-.5") == -0.5);
    CHECK(number_of("+4.") == 4);
    CHECK(number_of("0012") == 12);
    CHECK(number_of("") == 0);
}

// §8.9.7: ID, a blank, the bytes; EI.
TEST_CASE("An inline image is one token, whatever its bytes look like") {
    CHECK(tokens_of("q BI /W 1 /H 1 ID (EIx q\nEI Q") ==
          std::vector<std::string>{"q", "BI /W 1 /H 1 ID (EIx q\nEI", "Q"});
    CHECK(tokens_of("BI /W 1 ID no end") == std::vector<std::string>{"BI /W 1 ID no end"});
}

TEST_CASE("What is cut off is a token to the end") {
    CHECK(tokens_of("(abc") == std::vector<std::string>{"(abc"});
    CHECK(tokens_of("[1 (a") == std::vector<std::string>{"[1 (a"});
    CHECK(tokens_of("(a\\") == std::vector<std::string>{"(a\\"});
    CHECK(tokens_of("BI") == std::vector<std::string>{"BI"});
}

// §7.3.4.2, table 3, and §7.3.4.3.
TEST_CASE("Glyphs of a string are counted as they are coded") {
    CHECK(glyphs_in("(abc)") == 3);
    CHECK(glyphs_in("(\\(\\)\\\\)") == 3);
    CHECK(glyphs_in("(\\351\\0534\\7)") == 4);  // octal: three digits, three and a plain one, one
    CHECK(glyphs_in("(ab\\\ncd)") == 4);        // the line's end is none
    CHECK(glyphs_in("()") == 0);
    CHECK(glyphs_in("<00410042>") == 2);
    CHECK(glyphs_in("<0041\n00 42>") == 2);
    CHECK(glyphs_in("(") == 0);
    CHECK(glyphs_in("(a\\") == 1);
}

TEST_CASE("Text is marked as what it belongs to, and all else as decoration") {
    const MarkedContent content =
        marked(kUpright + "0 0 10 10 re f\nBT\n1 0 0 -1 5 20 Tm\n(ab)Tj\nET\n",
               {text_piece(at(5, 20), 2, 7)});
    CHECK(content.slots == std::vector<int>{7});
    CHECK(content.bytes == kUpright +
                               "/Artifact BMC\n0 0 10 10 re f\nEMC\nBT\n1 0 0 -1 5 20 Tm\n"
                               "/P<</MCID 0>>BDC\n(ab)Tj\nEMC\nET\n");
}

TEST_CASE("A string of several pieces is split where they meet") {
    const std::string before = kUpright + "BT\n1 0 0 -1 5 20 Tm\n";
    const MarkedContent plain = marked(before + "(a\\)b)Tj\nET",
                                       {text_piece(at(5, 20), 2, 1), text_piece(at(9, 20), 1, 2)});
    CHECK(plain.slots == std::vector<int>{1, 2});
    CHECK(plain.bytes ==
          before + "/P<</MCID 0>>BDC\n(a\\))Tj\nEMC /P<</MCID 1>>BDC\n(b)Tj\nEMC\nET");
    const MarkedContent hex = marked(before + "[<0041>3<00420043>]TJ\nET",
                                     {text_piece(at(5, 20), 2, 1), text_piece(at(9, 20), 1, -1)});
    CHECK(hex.slots == std::vector<int>{1});
    CHECK(hex.bytes == before +
                           "/P<</MCID 0>>BDC\n[<0041>3<0042>]TJ\nEMC /Artifact BMC\n[<0043>]TJ\n"
                           "EMC\nET");
}

TEST_CASE("A piece that is not drawn is passed over") {
    const MarkedContent content =
        marked(kUpright + "BT\n1 0 0 -1 50 20 Tm\n(b)Tj\nET",
               {text_piece(at(5, 20), 1, 1), text_piece(at(50, 20), 1, 2)});
    CHECK(content.slots == std::vector<int>{2});
}

TEST_CASE("Text that is of no piece is decoration, up to where the next piece begins") {
    const MarkedContent content =
        marked(kUpright + "BT\n1 0 0 -1 80 80 Tm\n(lost)Tj\n1 0 0 -1 5 20 Tm\n(a)Tj\nET",
               {text_piece(at(5, 20), 1, 3)});
    CHECK(content.slots == std::vector<int>{3});
    CHECK(content.bytes.find("/Artifact BMC\n(lost)Tj\n") != std::string::npos);
    CHECK(content.bytes.find("BDC\n(a)Tj\nEMC") != std::string::npos);
}

TEST_CASE("Inline images are decoration, and what a comment says is not drawn") {
    const MarkedContent content = marked(kUpright + "% 0 0 1 1 re f\nBI /W 1 ID x\nEI\n", {});
    CHECK(content.bytes == kUpright + "% 0 0 1 1 re f\n/Artifact BMC\nBI /W 1 ID x\nEI\nEMC\n");
}

TEST_CASE("Content without operands or pieces goes through as it is") {
    for (const char* content : {"", "Tj", "Do", "TJ ET Q Q", "BT ET", "q Q n"}) {
        CHECK(marked(content, {}).slots.empty());
    }
    CHECK(marked("q Q n", {}).bytes == "q Q n");
}
