#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <vector>

#include "../cli/program.h"

using ghreveal::testing::count_of;
using ghreveal::testing::file_text;
using ghreveal::testing::unpacked_pdf;
using ghreveal::testing::Workspace;

namespace {

// What another program prints about a file; empty without it.
std::string printed_by(const Workspace& folder, const std::string& command) {
    const std::string out = folder.path("printed.txt").string();
    const std::string line =
        "cd '" + folder.path("").string() + "' && " + command + " >'" + out + "' 2>/dev/null";
    return std::system(line.c_str()) == 0 ? file_text(out) : "";
}

// Two slides with notes, the first in two steps, one without.
const std::string kDeck =
    "---\ntitle: Talk\ntheme: night\nlang: en\n---\n\n§fragments\n\n- alpha\n- beta\n\n§notes\n\n"
    "say hello\n\n§new\n\n## Second\n\n§notes\n\nthen go on\n\n§new\n\n## Third\n";

// A page's text on one side of its middle, which is at 748.5 pt.
std::string side_of(const Workspace& folder, const std::string& page, const std::string& x) {
    return printed_by(folder, "pdftotext -r 72 -f " + page + " -l " + page + " -x " + x +
                                  " -y 0 -W 748 -H 546 talk-presenter.pdf -");
}

}  // namespace

TEST_CASE("--presenter has a page for each step, twice as wide as the slide") {
    const Workspace folder;
    folder.write("talk.md", kDeck);
    REQUIRE(folder.run("export --presenter talk.md").err == "");
    CHECK(!folder.has("talk.pdf"));
    REQUIRE(folder.has("talk-presenter.pdf"));
    const std::string info = printed_by(folder, "pdfinfo talk-presenter.pdf");
    if (info.empty()) {
        return;
    }
    // The title, the list in two steps, two more.
    CHECK(info.find("Pages:           5\n") != std::string::npos);
    CHECK(info.find("Page size:       1497 x 546 pts") != std::string::npos);
    CHECK(info.find("Tagged:          yes") != std::string::npos);
}

TEST_CASE("a note stands beside its slide on each of its pages, and beside no other") {
    const Workspace folder;
    folder.write("talk.md", kDeck);
    REQUIRE(folder.run("export --presenter talk.md").err == "");
    if (side_of(folder, "2", "0").empty()) {
        return;
    }
    CHECK(side_of(folder, "2", "0").find("hello") == std::string::npos);
    for (const char* page : {"2", "3"}) {
        CHECK(count_of(side_of(folder, page, "749"), "say hello") == 1);
        CHECK(side_of(folder, page, "749").find("then go on") == std::string::npos);
    }
    CHECK(side_of(folder, "4", "0").find("Second") != std::string::npos);
    CHECK(count_of(side_of(folder, "4", "749"), "then go on") == 1);
    CHECK(side_of(folder, "5", "749").find("then") == std::string::npos);
    // What comes next: on the last page nothing does.
    CHECK(side_of(folder, "4", "749").find("Third") != std::string::npos);
    CHECK(count_of(side_of(folder, "5", "749"), "Third") == 1);  // the caption
}

TEST_CASE("a presenter's pages are read once: slide, caption, note") {
    const Workspace folder;
    folder.write("talk.md", kDeck);
    REQUIRE(folder.run("export --presenter talk.md").err == "");
    const std::string structure = printed_by(folder, "pdfinfo -struct-text talk-presenter.pdf");
    if (structure.empty()) {
        return;
    }
    for (const char* words : {"\"alpha\"", "\"beta\"", "say hello", "then go on"}) {
        CHECK(count_of(structure, words) == 1);
    }
    CHECK(count_of(structure, "Second\"") == 3);  // the section, the heading, the caption
}

TEST_CASE("--presenter --pdfpc tells pdfpc where the notes are and which pages are steps") {
    const Workspace folder;
    folder.write("talk.md", kDeck);
    REQUIRE(folder.run("export --presenter --pdfpc talk.md").err == "");
    CHECK(!folder.has("talk.pdfpc"));
    const auto file = nlohmann::json::parse(file_text(folder.path("talk-presenter.pdfpc")));
    CHECK(file["pdfpcFormat"] == 2);
    CHECK(file["beamerNotePosition"] == "right");
    REQUIRE(file["pages"].size() == 5);
    std::vector<std::string> labels;
    std::vector<bool> forced;
    for (const auto& page : file["pages"]) {
        labels.push_back(page["label"]);
        forced.push_back(page.contains("forcedOverlay"));
        CHECK(!page.contains("note"));
    }
    CHECK(forced == std::vector<bool>{false, false, true, false, false});
    CHECK(labels[1] == labels[2]);
    // With the slides' own PDF each has its file.
    REQUIRE(folder.run("export --pdf --presenter --pdfpc talk.md").err == "");
    CHECK(folder.has("talk.pdfpc"));
    CHECK(folder.has("talk-presenter.pdfpc"));
}

TEST_CASE("a note that is long is made smaller until all of it is there") {
    const Workspace folder;
    std::string note;
    for (int i = 0; i < 150; ++i) {
        note += "- remark " + std::to_string(i) + "\n";
    }
    folder.write("talk.md", kDeck + "\n§notes\n\n" + note);
    REQUIRE(folder.run("export --presenter talk.md").err == "");
    const std::string text = side_of(folder, "5", "749");
    if (!text.empty()) {
        CHECK(text.find("remark 0") != std::string::npos);
        CHECK(text.find("remark 149") != std::string::npos);
    }
}
