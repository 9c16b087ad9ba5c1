// docs/themes.md lists the properties there are; the list is made from the tables in the code.
#include <catch2/catch.hpp>
#include <string>

#include "../build_paths.h"
#include "style/properties/properties.h"
#include "support/file.h"

using namespace ghreveal;

namespace {

// A row a letter: "| a | `align-content` `align-items` … |". Names of browsers alone come last.
std::string property_table() {
    std::string table = "| | properties |\n|---|---|\n";
    std::string row;
    char letter = '\0';
    const auto end_row = [&] {
        table += row.empty() ? "" : row + " |\n";
        row.clear();
    };
    for (const std::string& name : style::property_names()) {
        if (name[0] != letter) {
            end_row();
            letter = name[0];
            row = std::string("| ") + letter + " |";
        }
        row += " `" + name + "`";
    }
    end_row();
    return table;
}

}  // namespace

TEST_CASE("the table of properties in the docs is the one of the code") {
    const std::string docs = read_file(testing::source_dir() / "docs/themes.md", 1u << 20);
    const std::size_t begin = docs.find("| | properties |\n");
    REQUIRE(begin != std::string::npos);
    const std::size_t end = docs.find("\n\n", begin);
    // When they differ, what is right is the first: put it into the docs.
    CHECK(property_table() == docs.substr(begin, end + 1 - begin));
}
