// Which declarations are valid, and that those which are not leave everything as it was.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <set>

#include "../build_paths.h"
#include "css/style_sheet.h"
#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"
#include "style/style_block.h"
#include "styled.h"

using namespace ghreveal;

namespace {

// What a browser says to a property's values (tests/data/property-values.txt).
struct PropertyValues {
    std::string property;
    std::string good;
    std::set<std::string> valid;    // with `$` for the good one
    std::set<std::string> unknown;  // of these, those that are not known here yet
};

struct BrowserValues {
    std::vector<std::string> tried;
    std::vector<PropertyValues> properties;
};

std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    std::size_t at = 0;
    for (std::size_t end = text.find(separator); end != std::string::npos;
         at = end + separator.size(), end = text.find(separator, at)) {
        parts.push_back(text.substr(at, end - at));
    }
    parts.push_back(text.substr(at));
    return parts;
}

void add_valid(PropertyValues& values, const std::string& line) {
    for (const std::string& value : split(line, " ¦ ")) {
        const bool is_unknown = value.starts_with('~');
        const std::string plain = is_unknown ? value.substr(1) : value;
        values.valid.insert(plain);
        if (is_unknown) {
            values.unknown.insert(plain);
        }
    }
}

const BrowserValues& browser_values() {
    static const BrowserValues kValues = [] {
        BrowserValues values;
        const std::string text =
            read_file(testing::source_dir() / "tests/data/property-values.txt", 1u << 20);
        for (const std::string& line : split(text, "\n")) {
            const bool is_indented = line.starts_with("    ");
            if (line.empty() || line.starts_with('#') || line == "values") {
                continue;
            }
            if (!is_indented) {
                const std::size_t colon = line.find(": ");
                values.properties.push_back(
                    {line.substr(0, colon), line.substr(colon + 2), {"$"}, {}});
            } else if (values.properties.empty()) {
                values.tried.push_back(line.substr(4));
            } else {
                add_valid(values.properties.back(), line.substr(4));
            }
        }
        return values;
    }();
    return kValues;
}

std::string with_good(std::string pattern, const std::string& good) {
    for (std::size_t at = pattern.find('$'); at != std::string::npos;
         at = pattern.find('$', at + good.size())) {
        pattern.replace(at, 1, good);
    }
    return pattern;
}

bool is_valid(const std::string& property, const std::string& value, style::ValueCheck& check) {
    const std::string text = property + ": " + value;
    const css::Tokens tokens = css::tokenize(text);
    return style::read_block(css::parse_declarations(tokens), text, check).declarations.size() == 1;
}

bool same_style(const style::ComputedStyle& a, const style::ComputedStyle& b) {
    return a.box() == b.box() && a.text() == b.text() && a.paint() == b.paint() &&
           a.ink() == b.ink();
}

std::string paragraph(const std::string& id, const std::string& css) {
    std::string escaped;
    for (const char c : css) {
        escaped += c == '"' ? std::string("&quot;") : std::string(1, c);
    }
    return fmt::format("<p id=\"{}\" style=\"{}\">x</p>\n", id, escaped);
}

}  // namespace

TEST_CASE("every property has values that a browser was asked about") {
    std::set<std::string> asked;
    for (const PropertyValues& values : browser_values().properties) {
        asked.insert(values.property);
    }
    const std::vector<std::string> names = style::property_names();
    CHECK(asked == std::set<std::string>(names.begin(), names.end()));
    CHECK(browser_values().tried.size() > 200);
}

TEST_CASE("a value is valid when a browser says so, as a whole, for every property") {
    style::UnitContext units;
    units.page = {998, 728};
    style::ValueCheck check(units);
    std::vector<std::string> wrong;
    for (const PropertyValues& values : browser_values().properties) {
        for (const std::string& tried : browser_values().tried) {
            const bool expected = values.valid.contains(tried) && !values.unknown.contains(tried);
            const std::string value = with_good(tried, values.good);
            if (is_valid(values.property, value, check) != expected) {
                wrong.push_back(fmt::format("{} {}: {}", expected ? "refused" : "accepted",
                                            values.property, value));
            }
        }
    }
    CHECK(wrong == std::vector<std::string>());
}

TEST_CASE("a good value with garbage behind it changes nothing, and is said") {
    std::string html = "<p id=\"plain\">x</p>\n";
    std::size_t count = 0;
    for (const PropertyValues& values : browser_values().properties) {
        for (const char* pattern : {"$ foo", "foo", "$ /"}) {
            if (!values.valid.contains(pattern)) {
                const std::string value = with_good(pattern, values.good);
                html += paragraph(fmt::format("bad{}", count++), values.property + ": " + value);
            }
        }
    }
    REQUIRE(count > 500);
    const Styled page(html);
    for (std::size_t i = 0; i < count; ++i) {
        INFO(*page.node(fmt::format("bad{}", i)).attribute("style"));
        CHECK(same_style(page[fmt::format("bad{}", i)], page["plain"]));
    }
    CHECK(page.diagnostics.warnings().size() == count);
    for (const Diagnostic& warning : page.diagnostics.warnings()) {
        CHECK(warning.what.find("is not understood") != std::string::npos);
    }
}

TEST_CASE("a declaration that is left out leaves the one before it") {
    const Styled page(
        "<p id=\"a\" style=\"width: 50px; width: 100px foo\">x</p>\n"
        "<p id=\"b\" style=\"margin: 3px; margin: 1px 20px bar\">x</p>\n"
        "<p id=\"c\" style=\"text-decoration: underline wavy; text-decoration-style: "
        "nonsense\">x</p>\n"
        "<p id=\"d\" style=\"font: bold 20px serif; font: italic 10px\">x</p>\n");
    CHECK(page["a"].box().width.length->px == 50);
    CHECK(page["b"].box().margin.right.length->px == 3);
    CHECK(page["c"].paint().decoration_style == style::DecorationStyle::kWavy);
    CHECK(page["d"].text().font.weight == 700);
    CHECK(page["d"].text().font.size == 20);
    CHECK(page.warnings() ==
          std::vector<std::string>{
              "deck.md:5: warning: the value '100px foo' of 'width' is not understood; "
              "write a length as 10px, 2em or 50%; the declaration is left out",
              "deck.md:6: warning: the value '1px 20px bar' of 'margin' is not understood; "
              "write a length as 10px, 2em or 50%; the declaration is left out",
              "deck.md:7: warning: the value 'nonsense' of 'text-decoration-style' is "
              "not understood; the declaration is left out",
              "deck.md:8: warning: the value 'italic 10px' of 'font' is not understood; "
              "the declaration is left out"});
}

// CSS Values 4 §6: lengths other than 0 have a unit, right behind the number.
TEST_CASE("what a value may have been meant for is said") {
    const Styled page(
        "<p style=\"width: 300; display: flexx; margin: 10 px; color: #12; text-align: centre\">x"
        "</p>\n");
    std::vector<std::string> hints;
    for (const std::string& warning : page.warnings()) {
        hints.push_back(warning.substr(warning.rfind("understood; ") + 12));
    }
    CHECK(hints == std::vector<std::string>{
                       "did you mean '300px'?", "did you mean 'flex'?", "did you mean '10px'?",
                       "write a colour as a name, #RRGGBB or rgb(…); the declaration is left out",
                       "did you mean 'center'?"});
}

// Each between hyphens that a line of a table may end at.
TEST_CASE("a keyword of several words is offered whole") {
    const Styled page(
        "<p style=\"justify-content: space-arround; display: inline-tabel; align-self: "
        "self-strat\">x</p>\n");
    std::string said;
    for (const std::string& warning : page.warnings()) {
        said += warning + "\n";
    }
    for (const char* keyword : {"'space-around'?", "'inline-table'?", "'self-start'?"}) {
        CHECK(said.find(keyword) != std::string::npos);
    }
}

TEST_CASE("a value in the notations of several browsers is said only when the last one is lost") {
    const Styled page(
        "<style>\n"
        "#a { background: -webkit-foo(red, blue); background: blue }\n"
        "#a { display: flex; display: -ms-flexbox }\n"
        "#a { width: foo(1px); width: 10px }\n"
        "#a { height: 10px; height: foo(1px) }\n"
        "</style><p id=\"a\">x</p>");
    CHECK(page.warnings() ==
          std::vector<std::string>{
              "deck.md:9: warning: the value 'foo(1px)' of 'height' is not understood; "
              "write a length as 10px, 2em or 50%; the declaration is left out"});
}

TEST_CASE("what is left out of a rule or an attribute is said at its own line, for each place") {
    const Styled page(
        "<p style=\"color: red;\n  width: foo\">x</p>\n\n<p>y</p>\n\n"
        "<p style=\"color: red;\n  width: foo\">x</p>\n");
    CHECK(page.warnings() ==
          std::vector<std::string>{
              "deck.md:6: warning: the value 'foo' of 'width' is not understood; "
              "write a length as 10px, 2em or 50%; the declaration is left out",
              "deck.md:11: warning: the value 'foo' of 'width' is not understood; "
              "write a length as 10px, 2em or 50%; the declaration is left out"});
}

TEST_CASE("calc() nested past the limit is no value") {
    const auto nested = [](int levels) {
        std::string value = "1px";
        for (int i = 0; i < levels; ++i) {
            value.insert(0, "calc(").append(")");
        }
        return value;
    };
    const Styled page("<p id=\"a\" style=\"width: " + nested(20) +
                      "\">x</p><p id=\"b\" style=\"width: " + nested(100'000) + "\">x</p>");
    CHECK(page["a"].box().width.length->px == 1);
    CHECK(page["b"].box().width.is_auto());
}
