// The golden decks' PDFs, read by Poppler and pdf.js, against the elements that their slides have.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cstdlib>
#include <map>
#include <optional>
#include <sstream>
#include <vector>

#include "../build_paths.h"
#include "../cli/program.h"

using ghreveal::testing::file_text;
using ghreveal::testing::source_dir;
using ghreveal::testing::Workspace;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> golden_decks() {
    std::vector<fs::path> decks;
    for (const auto& entry : fs::directory_iterator(source_dir() / "golden")) {
        if (entry.path().extension() == ".md") {
            decks.push_back(entry.path());
        }
    }
    std::sort(decks.begin(), decks.end());
    return decks;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        line.erase(0, std::min(line.find_first_not_of(' '), line.size()));
        lines.push_back(line);
    }
    return lines;
}

// Tags and structure types by the names that they are counted under; empty: not counted.
std::string kind_of(const std::string& line) {
    static const std::map<std::string, std::string> kKinds{
        {"<h1", "heading"}, {"<h2", "heading"}, {"<h3", "heading"},    {"<h4", "heading"},
        {"<h5", "heading"}, {"<h6", "heading"}, {"<li", "item"},       {"<dt", "item"},
        {"<td", "cell"},    {"<th", "head"},    {"<table", "table"},   {"<tr", "row"},
        {"<img", "figure"}, {"<svg", "figure"}, {"<iframe", "figure"}, {"<video", "figure"},
        {"H1", "heading"},  {"H2", "heading"},  {"H3", "heading"},     {"H4", "heading"},
        {"H5", "heading"},  {"H6", "heading"},  {"LI", "item"},        {"TD", "cell"},
        {"TH", "head"},     {"Table", "table"}, {"TR", "row"},         {"Figure", "figure"}};
    const std::string name = line.substr(0, line.find_first_of(" >:"));
    const auto found = kKinds.find(name);
    return found == kKinds.end() ? "" : found->second;
}

std::map<std::string, int> counts_in(const std::vector<std::string>& lines) {
    std::map<std::string, int> counts;
    for (const std::string& line : lines) {
        if (const std::string kind = kind_of(line); !kind.empty()) {
            ++counts[kind];
        }
    }
    return counts;
}

// How often each letter stands in the quoted lines; not in those below what `left_out` begins with.
std::map<char, int> letters_in(const std::vector<std::string>& lines,
                               const std::vector<std::string>& left_out) {
    std::map<char, int> letters;
    bool is_left_out = false;
    for (const std::string& line : lines) {
        if (!line.starts_with('"')) {
            is_left_out = std::any_of(left_out.begin(), left_out.end(),
                                      [&](const auto& begin) { return line.starts_with(begin); });
            continue;
        }
        for (std::size_t i = 1; i + 1 < line.size() && !is_left_out; ++i) {
            const bool is_line_end = line[i] == '\\' && line[i + 1] == 'n';
            i += is_line_end ? 1 : 0;
            const bool is_letter =
                !is_line_end && std::isalpha(static_cast<unsigned char>(line[i]));
            if (is_letter) {
                ++letters[static_cast<char>(std::tolower(static_cast<unsigned char>(line[i])))];
            }
        }
    }
    return letters;
}

// What pdf.js reads of a PDF; nothing without node and pdf.js, which is in $GHREVEAL_PDFJS or
// beside the sources: `npm install pdfjs-dist`.
std::optional<std::vector<std::string>> read_with_pdf_js(const fs::path& pdf) {
    const char* folder = std::getenv("GHREVEAL_PDFJS");
    const std::string out = pdf.string() + ".txt";
    const fs::path packages = folder != nullptr ? fs::path(folder) : source_dir();
    const fs::path script = source_dir() / "tests/documents/read_with_pdf_js.mjs";
    const std::string command = "node '" + script.string() + "' '" + packages.string() + "' '" +
                                pdf.string() + "' >'" + out + "' 2>&1";
    const int status = WEXITSTATUS(std::system(command.c_str()));
    constexpr int kNoNode = 127;
    constexpr int kNoReader = 77;
    if (status == kNoNode || status == kNoReader) {
        return std::nullopt;
    }
    INFO(file_text(out));
    REQUIRE(status == 0);
    return lines_of(file_text(out));
}

// The lines that begin so, without that.
std::vector<std::string> lines_after(const std::vector<std::string>& lines,
                                     const std::string& begin) {
    std::vector<std::string> found;
    for (const std::string& line : lines) {
        if (line.starts_with(begin)) {
            found.push_back(line.substr(begin.size()));
        }
    }
    return found;
}

struct ReadDeck {
    std::vector<std::string> elements;   // of the slides, and their texts
    std::vector<std::string> structure;  // of the PDF; empty without Poppler
};

ReadDeck read_deck(const fs::path& deck) {
    const Workspace folder;
    ReadDeck read;
    read.elements =
        lines_of(folder.run("inspect --stage dom --offline '" + deck.string() + "'").out);
    folder.run("export --offline --pdf -o deck.pdf '" + deck.string() + "'");
    const std::string out = folder.path("structure.txt").string();
    const std::string command = "pdfinfo -enc UTF-8 -struct-text '" +
                                folder.path("deck.pdf").string() + "' >'" + out + "' 2>/dev/null";
    if (std::system(command.c_str()) == 0) {
        read.structure = lines_of(file_text(out));
    }
    return read;
}

}  // namespace

TEST_CASE("golden decks have their headings, items, cells and figures as elements") {
    for (const fs::path& deck : golden_decks()) {
        const ReadDeck read = read_deck(deck);
        if (read.structure.empty()) {
            return;
        }
        INFO(deck.filename().string());
        CHECK(counts_in(read.structure) == counts_in(read.elements));
    }
}

// Steps show most of a slide again. Labels and pictures' texts are heard as well, and not counted.
TEST_CASE("golden decks are heard letter by letter, nothing twice and nothing lost") {
    const std::map<std::string, std::string> generated{{"boxes.md", "note"}};  // by its styles
    for (const fs::path& deck : golden_decks()) {
        const ReadDeck read = read_deck(deck);
        if (read.structure.empty()) {
            return;
        }
        std::map<char, int> written = letters_in(read.elements, {"<style", "<script", "<dt"});
        if (const auto more = generated.find(deck.filename().string()); more != generated.end()) {
            for (const char c : more->second) {
                ++written[c];
            }
        }
        INFO(deck.filename().string());
        CHECK(letters_in(read.structure, {"Lbl", "Figure"}) == written);
    }
}

TEST_CASE("pdf.js finds the golden decks' headings, items, cells and figures too") {
    for (const fs::path& deck : golden_decks()) {
        const Workspace folder;
        const auto elements =
            lines_of(folder.run("inspect --stage dom --offline '" + deck.string() + "'").out);
        folder.run("export --offline --pdf -o deck.pdf '" + deck.string() + "'");
        const auto structure = read_with_pdf_js(folder.path("deck.pdf"));
        if (!structure) {
            return;
        }
        INFO(deck.filename().string());
        // Of its trees, which are of single pages, empty cells are not a part.
        auto found = counts_in(*structure);
        auto written = counts_in(elements);
        CHECK(found["cell"] <= written["cell"]);
        found.erase("cell");
        written.erase("cell");
        CHECK(found == written);
    }
}

TEST_CASE("pdf.js reads back labels, the outline with what is open, and links") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: Talk\ntheme: white\nlang: en\n---\n\n## One\n\n- a§fragment\n- "
                 "b§fragment\n\n§new\n\n## Two[^1]\n\n[site](https://example.org/x) "
                 "[bad](javascript:alert(1)) "
                 "[one](#/1)\n\n[^1]: note\n\n§break\n\n## Below\n");
    folder.run("export --offline --pdf -o deck.pdf talk.md");
    const auto lines = read_with_pdf_js(folder.path("deck.pdf"));
    if (!lines) {
        return;
    }
    // The title; three states of the first slide; a stack of two.
    CHECK(lines_after(*lines, "labels ") ==
          std::vector<std::string>{R"(["1","2","2","2","3","3.2"])"});
    CHECK(lines_after(*lines, "outline ") ==
          std::vector<std::string>{"0 0 Talk", "0 0 One", "0 1 Two", "1 0 Below"});
    const auto links = lines_after(*lines, "link 5 ");
    CHECK(std::count(links.begin(), links.end(), "https://example.org/x") == 1);
    CHECK(std::none_of(links.begin(), links.end(), [](const std::string& link) {
        return link.find("javascript") != std::string::npos;
    }));
}
