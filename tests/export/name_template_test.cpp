#include "export/name_template.h"

#include <catch2/catch.hpp>
#include <stdexcept>

using Catch::Contains;
using ghreveal::exporter::NameTemplate;

TEST_CASE(
    "a name's fields are the deck's and the page's, the page's number as wide as the last's") {
    const NameTemplate names =
        NameTemplate::parse("_site/{path}/{name}-{0p}-{p}-{t}-{slide}-{step}.png");
    CHECK(names.has_page_fields());
    CHECK(names.with({"talk", "2024/a"}).name_of({"2.1", 3, 7, 120}) ==
          "_site/2024/a/talk-007-7-120-2.1-3.png");
}

TEST_CASE("a path that is empty is the folder itself, so that a name never begins at the root") {
    CHECK(NameTemplate::parse("{path}/{name}.pdf").with({"talk", ""}).text() == "./talk.pdf");
}

TEST_CASE("doubled braces are braces, and braces in a deck's name are no fields") {
    CHECK(NameTemplate::parse("{{{name}}}").with({"{step}", ""}).text() == "{{step}}");
    CHECK_FALSE(NameTemplate::parse("a{{b}}").has_fields());
}

TEST_CASE("a bad template says what is wrong with it") {
    CHECK_THROWS_WITH(NameTemplate::parse("{nmae}.pdf"),
                      "there is no field '{nmae}'; did you mean '{name}'?");
    CHECK_THROWS_WITH(NameTemplate::parse("{zzzzzz}.pdf"), Contains("there are: {name}, {path}"));
    CHECK_THROWS_WITH(NameTemplate::parse("{name.pdf"), Contains("never closed"));
    CHECK_THROWS_WITH(NameTemplate::parse("name}.pdf"), Contains("not opened"));
}
