// What goes into a handout comes out of it, in all layouts: read back by poppler, qpdf and
// Ghostscript.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "../build_paths.h"
#include "../cli/program.h"
#include "handouts.h"

using ghreveal::testing::file_text;
using ghreveal::testing::kNotesLayouts;
using ghreveal::testing::output_of;
using ghreveal::testing::source_dir;
using ghreveal::testing::Workspace;

namespace {

// A square of one colour, 2 px wide.
constexpr const char* kPicture =
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR42mOQ"
    "q7ABIgYIBQAWjgNJ7xerdwAAAABJRU5ErkJggg==";

std::vector<std::string> all_layouts() {
    std::vector<std::string> layouts = kNotesLayouts;
    layouts.insert(layouts.end(), {"--lines", "--lines below", "--binding 15 --duplex"});
    return layouts;
}

std::map<std::string, int> words_of(const std::string& text) {
    std::map<std::string, int> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) {
        ++words[word];
    }
    return words;
}

std::map<std::string, int> words_in(const Workspace& folder, const std::string& pdf) {
    return words_of(output_of(folder, "pdftotext -raw " + pdf + " -"));
}

int pictures_in(const Workspace& folder, const std::string& pdf) {
    const std::string list = output_of(folder, "pdfimages -list " + pdf);
    int count = 0;
    for (std::size_t at = list.find(" image   "); at != std::string::npos;
         at = list.find(" image   ", at + 1)) {
        ++count;
    }
    return count;
}

int links_in(const Workspace& folder, const std::string& pdf) {
    const std::string json = output_of(folder, "qpdf --json --json-stream-data=none " + pdf);
    int count = 0;
    const std::string uri = "\"/URI\": \"u:https://example.org/";
    for (std::size_t at = json.find(uri); at != std::string::npos; at = json.find(uri, at + 1)) {
        ++count;
    }
    return count;
}

int page_count(const Workspace& folder, const std::string& pdf) {
    return std::stoi(output_of(folder, "qpdf --show-npages " + pdf));
}

// Notes with every kind of thing, each after another number of lines, so that each comes to meet
// a column's end. Every word is unique.
struct HardDeck {
    std::string text = "---\ntitle: hard\ntheme: black\n---\n";
    int words = 0;
    int pictures = 0;
    int links = 0;

    std::string word() { return "w" + std::to_string(++words) + "x"; }
    void add_picture(int height) {
        ++pictures;
        text += "\n<img src=\"" + std::string(kPicture) + "\" width=\"150\" height=\"" +
                std::to_string(height) + "\">\n";
    }
    void add_slide(int lines) {
        text += "\n## " + word() + "\n\n" + word() + "\n\n| " + word() + " | " + word() +
                " |\n|---|---|\n| " + word() + " | [" + word() + "](https://example.org/" +
                std::to_string(++links) + ") |\n";
        add_picture(40);
        text += "\n§notes\n";
        for (int i = 0; i < lines; ++i) {
            text += "\n" + word() + " " + word() + "\n";
        }
        text += "\n| " + word() + " | " + word() + " |\n|---|---|\n";
        for (int i = 0; i < 4; ++i) {
            text += "| " + word() + " | " + word() + " |\n";
        }
        add_picture(100 + 60 * (lines % 9));
        text += "\n```\n" + word() + "\n" + word() + "\n" + word() + "\n```\n";
        text += "\n* " + word() + "\n* [" + word() + "](https://example.org/" +
                std::to_string(++links) + ")\n  * " + word() + "\n\n### " + word() + "\n\n> " +
                word() + "\n\n§new\n";
    }
};

}  // namespace

TEST_CASE("every word, picture and link of slides and notes is in the handout once") {
    const Workspace folder;
    HardDeck deck;
    for (int lines = 0; lines < 14; ++lines) {
        deck.add_slide(lines);
    }
    deck.text += "\n## end\n";
    folder.write("talk.md", deck.text);
    for (const std::string& layout : all_layouts()) {
        for (const char* paper : {"A4", "A5", "Letter", "120x120mm"}) {
            for (const char* turned : {"--portrait", "--landscape"}) {
                CAPTURE(layout, paper, turned);
                const auto result =
                    folder.run("export --handout -o out.pdf --paper " + std::string(paper) + " " +
                               turned + " " + layout + " talk.md");
                REQUIRE(result.err == "");
                const auto words = words_in(folder, "out.pdf");
                std::string wrong;
                for (int i = 1; i <= deck.words; ++i) {
                    const std::string word = "w" + std::to_string(i) + "x";
                    const auto found = words.find(word);
                    const int count = found == words.end() ? 0 : found->second;
                    // Titles are in captions as well.
                    if (count != 1 &&
                        (count == 0 || deck.text.find("## " + word) == std::string::npos)) {
                        wrong += " " + word + ":" + std::to_string(count);
                    }
                }
                CHECK(wrong == "");
                CHECK(pictures_in(folder, "out.pdf") == deck.pictures);
                CHECK(links_in(folder, "out.pdf") == deck.links);
            }
        }
    }
}

TEST_CASE("every word of the notes of the decks beside the project is in their handouts") {
    const std::filesystem::path decks = source_dir() / "../shared/decks";
    if (!std::filesystem::is_directory(decks)) {
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(decks)) {
        if (entry.path().extension() != ".md") {
            continue;
        }
        const Workspace folder;
        const std::string deck = " --offline -q '" + entry.path().string() + "'";
        REQUIRE(folder.run("export --notes=json -o notes.json" + deck).status == 0);
        const auto notes = nlohmann::json::parse(file_text(folder.path("notes.json")))["notes"];
        REQUIRE(folder.run("export --fragments final -o slides.pdf" + deck).status == 0);
        std::map<std::string, int> wanted = words_in(folder, "slides.pdf");
        std::string text;
        for (const auto& note : notes) {
            text += note["text"].get<std::string>() + "\n";
        }
        for (const auto& [word, count] : words_of(text)) {
            if (word != "-") {  // of an item, that is a bullet on paper
                wanted[word] += count;
            }
        }
        for (const char* layout : {"", "--per-page 1", "--per-page 3", "--per-page 6"}) {
            REQUIRE(
                folder.run(std::string("export --handout -o out.pdf ") + layout + deck).status ==
                0);
            const auto found = words_in(folder, "out.pdf");
            std::string missing;
            for (const auto& [word, count] : wanted) {
                const auto there = found.find(word);
                if (there == found.end() || there->second < count) {
                    missing += " " + word;
                }
            }
            INFO(entry.path().string() << " " << layout);
            CHECK(missing == "");
        }
        if (entry.path().stem() == "docker-intro") {
            REQUIRE(folder.run("export --handout -o out.pdf" + deck).status == 0);
            CHECK(page_count(folder, "out.pdf") <= 10);
        }
    }
}

TEST_CASE("a handout takes a thirtieth of the ink of one that is as the slides are") {
    const Workspace folder;
    std::string deck = "---\ntitle: ink\ntheme: black\n---\n";
    for (int i = 0; i < 12; ++i) {
        deck += "\n## Heading\n\n* some words of text\n* and more of them\n\n§new\n";
    }
    folder.write("talk.md", deck);
    const auto ink = [&](const std::string& arguments) {
        REQUIRE(folder.run("export --handout -o out.pdf " + arguments + " talk.md").status == 0);
        std::istringstream lines(output_of(folder, "gs -q -o - -sDEVICE=inkcov out.pdf"));
        double sum = 0;
        double value = 0;
        for (std::string word; lines >> word;) {
            if (std::sscanf(word.c_str(), "%lf", &value) == 1) {
                sum += value;
            }
        }
        return sum;
    };
    CHECK(ink("") <= 0.03 * ink("--ink-saver off --per-page 1"));
}

TEST_CASE("the inner margin is left, and right on the backs of sheets printed on both sides") {
    const Workspace folder;
    std::string deck = "---\ntitle: bound\ntheme: white\n---\n";
    for (int i = 0; i < 12; ++i) {
        deck += "\n## Heading\n\n§new\n";
    }
    folder.write("talk.md", deck);
    const auto left_edge = [&](const std::string& arguments, int page) {
        REQUIRE(
            folder.run("export --handout --portrait -o out.pdf " + arguments + " talk.md").status ==
            0);
        const std::string html =
            output_of(folder, "pdftotext -bbox -f " + std::to_string(page) + " -l " +
                                  std::to_string(page) + " out.pdf -");
        double least = 1e9;
        for (std::size_t at = html.find("xMin=\""); at != std::string::npos;
             at = html.find("xMin=\"", at + 1)) {
            least = std::min(least, std::atof(html.c_str() + at + 6));
        }
        return least;
    };
    const double plain = left_edge("", 1);
    constexpr double kBinding = 20 / 25.4 * 72;
    CHECK(left_edge("--binding 20", 1) == Approx(plain + kBinding).margin(0.1));
    CHECK(left_edge("--binding 20", 2) == Approx(plain + kBinding).margin(0.1));
    CHECK(left_edge("--binding 20 --duplex", 1) == Approx(plain + kBinding).margin(0.1));
    CHECK(left_edge("--binding 20 --duplex", 2) == Approx(plain).margin(0.1));
}

TEST_CASE("four slides on a sheet are larger than six, and six larger than nine") {
    const Workspace folder;
    std::string deck = "---\ntitle: size\ntheme: white\n---\n";
    for (int i = 0; i < 12; ++i) {
        deck += "\n## Heading\n\nunique" + std::to_string(i) + "\n\n§new\n";
    }
    folder.write("talk.md", deck);
    const auto height = [&](const std::string& per_page) {
        REQUIRE(
            folder.run("export --handout -o out.pdf --per-page " + per_page + " talk.md").status ==
            0);
        const std::string html = output_of(folder, "pdftotext -bbox out.pdf -");
        const std::size_t end = html.find(">unique0<");
        const std::size_t at = html.rfind("<word ", end);
        double box[4]{};
        REQUIRE(std::sscanf(html.c_str() + at,
                            "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", box,
                            box + 1, box + 2, box + 3) == 4);
        return box[3] - box[1];
    };
    const double four = height("4");
    const double six = height("6");
    CHECK(height("2") > four * 1.2);
    CHECK(four > six * 1.1);
    CHECK(six > height("9") * 1.1);
}

TEST_CASE("--fragments all shows each step once, the last one large") {
    const Workspace folder;
    folder.write(
        "talk.md",
        "---\ntitle: steps\ntheme: white\n---\n\nalways\n\n- one§fragment\n- two§fragment\n");
    for (const char* layout : {"", "--per-page 1", "--per-page 4"}) {
        CAPTURE(layout);
        REQUIRE(folder
                    .run(std::string("export --handout --fragments all --slides 2 -o out.pdf ") +
                         layout + " talk.md")
                    .status == 0);
        const auto words = words_in(folder, "out.pdf");
        CHECK(words.at("two") == 1 + 1);  // its caption says it once more
        CHECK(words.at("one") == 2 + 1);
        CHECK(words.at("always") == 3 + 1);
    }
}

TEST_CASE("a handout is what the deck's front matter and then the command line say") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: settings\ntheme: white\nhandout:\n  paper: A5\n  per-page: 2\n"
                 "  header: from the deck\n---\n\n## A\n\n§new\n\n## B\n");
    REQUIRE(folder.run("export --handout -o out.pdf talk.md").err == "");
    CHECK(page_count(folder, "out.pdf") == 2);
    CHECK(output_of(folder, "pdfinfo out.pdf").find(" 419.5") != std::string::npos);
    CHECK(words_in(folder, "out.pdf").count("deck") == 1);
    REQUIRE(folder.run("export --handout --per-page 1 --paper A4 --header mine -o out.pdf talk.md")
                .err == "");
    CHECK(page_count(folder, "out.pdf") == 3);
    CHECK(output_of(folder, "pdfinfo out.pdf").find(" 595.2") != std::string::npos);
    CHECK(words_in(folder, "out.pdf").count("deck") == 0);

    folder.write(
        "wrong.md",
        "---\ntitle: settings\ntheme: white\nhandout:\n  papr: A5\n  per-page: 5\n---\n\n## A\n");
    CHECK(folder.run("export --handout -o out.pdf wrong.md").err ==
          "wrong.md:5: warning: unknown setting 'papr' of the handout; did you mean 'paper'?\n"
          "wrong.md:6: warning: 'per-page' of the handout must be auto, 1, 2, 3, 4, 6, 8 or 9; "
          "the default is used\n");
}

TEST_CASE("ghreveal.yml says what handouts are like where deck and command line do not") {
    const Workspace folder;
    folder.write("ghreveal.yml", "handout:\n  paper: A5\n  per-page: 1\n  papr: A4\n");
    const std::string slides = "---\n\n## A\n\n§new\n\n## B\n";
    folder.write("talk.md", "---\ntitle: settings\ntheme: white\n" + slides);
    const std::string said = folder.run("export --handout -o out.pdf talk.md").err;
    CHECK(said.find("ghreveal.yml:4: warning: unknown setting 'papr' of the handout; did you mean "
                    "'paper'?\n") != std::string::npos);
    CHECK(page_count(folder, "out.pdf") == 3);
    CHECK(output_of(folder, "pdfinfo out.pdf").find(" 419.5") != std::string::npos);
    folder.write("talk.md",
                 "---\ntitle: settings\ntheme: white\nhandout:\n  per-page: 2\n" + slides);
    folder.run("export --handout -o out.pdf --paper A4 talk.md");
    CHECK(page_count(folder, "out.pdf") == 2);
    CHECK(output_of(folder, "pdfinfo out.pdf").find(" 595.2") != std::string::npos);
}

TEST_CASE("the lines of notes are on one grid, 13.5 pt apart, in all columns of a sheet") {
    const Workspace folder;
    std::string deck = "---\ntitle: grid\ntheme: white\n---\n\n## A\n\n§notes\n\n";
    for (int i = 0; i < 600; ++i) {
        deck += "note" + std::to_string(i) + (i % 70 == 69 ? "\n\n" : " ");
        deck +=
            i == 200 ? "\n\n![](" + std::string(kPicture) + ")\n\n| a | b |\n|---|---|\n\n" : "";
    }
    folder.write("talk.md", deck);
    for (const char* layout : {"", "--per-page 1", "--article"}) {
        CAPTURE(layout);
        REQUIRE(
            folder.run(std::string("export --handout -o out.pdf ") + layout + " talk.md").status ==
            0);
        const std::string html = output_of(folder, "pdftotext -bbox out.pdf -");
        constexpr double kLine = 13.5;
        double first = -1;
        double most = 0;
        for (std::size_t at = html.find(">note"); at != std::string::npos;
             at = html.find(">note", at + 1)) {
            const std::size_t y = html.rfind("yMin=\"", at);
            const double top = std::atof(html.c_str() + y + 6);
            first = first < 0 ? top : first;
            const double lines = (top - first) / kLine;
            most = std::max(most, std::abs(lines - std::round(lines)));
        }
        CHECK(most < 0.01);
    }
}
