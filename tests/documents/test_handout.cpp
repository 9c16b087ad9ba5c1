#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "../cli/program.h"

using ghreveal::testing::file_text;
using ghreveal::testing::RunResult;
using ghreveal::testing::Workspace;

namespace {

std::string deck_of(int slides, bool with_notes) {
    std::string deck = "---\ntitle: Handed out\nauthor: A. Uthor\ntheme: black\n---\n";
    for (int i = 2; i <= slides; ++i) {
        deck += "\n## Slide " + std::to_string(i) + "\n";
        deck += with_notes ? "\n§notes\n\nremark" + std::to_string(i) + "\n" : "";
        deck += i < slides ? "\n§new\n" : "";
    }
    return deck;
}

std::string words(const char* stem, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += stem + std::to_string(i) + (i % 90 == 89 ? "\n\n" : " ");
    }
    return text;
}

std::string text_of(const Workspace& folder, const std::string& pdf) {
    const std::string text = folder.path(pdf + ".txt").string();
    const std::string command =
        "pdftotext '" + folder.path(pdf).string() + "' '" + text + "' 2>/dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
    return file_text(text);
}

int count_of(const std::string& text, const std::string& word) {
    int count = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool is_whole =
            end == text.size() || std::isalnum(static_cast<unsigned char>(text[end])) == 0;
        count += is_whole ? 1 : 0;
    }
    return count;
}

// Every word's box as pdftotext -bbox gives it: {left, top, right, bottom} in pt.
std::vector<std::array<double, 4>> word_boxes(const Workspace& folder, const std::string& pdf) {
    const std::string html = folder.path(pdf + ".html").string();
    const std::string command =
        "pdftotext -bbox '" + folder.path(pdf).string() + "' '" + html + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    std::vector<std::array<double, 4>> boxes;
    const std::string text = file_text(html);
    for (std::size_t at = text.find("<word "); at != std::string::npos;
         at = text.find("<word ", at + 1)) {
        std::array<double, 4> box{};
        REQUIRE(std::sscanf(text.c_str() + at,
                            "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", box.data(),
                            &box[1], &box[2], &box[3]) == 4);
        boxes.push_back(box);
    }
    return boxes;
}

// The PDF's objects as qpdf shows them.
nlohmann::json objects_of(const Workspace& folder, const std::string& pdf) {
    const std::string json = folder.path(pdf + ".json").string();
    const std::string command = "qpdf --check '" + folder.path(pdf).string() +
                                "' >/dev/null && qpdf --json --json-stream-data=none '" +
                                folder.path(pdf).string() + "' >'" + json + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    return nlohmann::json::parse(file_text(json))["qpdf"][1];
}

int page_count(const Workspace& folder, const std::string& pdf) {
    const std::string text = text_of(folder, pdf);
    return static_cast<int>(std::count(text.begin(), text.end(), '\f'));
}

}  // namespace

TEST_CASE("a handout has every note once, and short notes share their sheets") {
    const Workspace folder;
    folder.write("talk.md", deck_of(4, true));
    CHECK(folder.run("export --handout talk.md").err == "");
    CHECK(page_count(folder, "talk-handout.pdf") == 1);
    const std::string text = text_of(folder, "talk-handout.pdf");
    for (const char* remark : {"remark2", "remark3", "remark4"}) {
        CHECK(count_of(text, remark) == 1);
    }
}

TEST_CASE("a deck without notes gets six slides a page, and works with any number") {
    const Workspace folder;
    folder.write("talk.md", deck_of(10, false));
    for (const auto& [per_page, pages] :
         std::vector<std::pair<std::string, int>>{{"", 2},
                                                  {"--per-page 1", 10},
                                                  {"--per-page 2", 5},
                                                  {"--per-page 3", 4},
                                                  {"--per-page 6", 2},
                                                  {"--per-page 8", 2},
                                                  {"--per-page 9", 2}}) {
        CAPTURE(per_page);
        CHECK(folder.run("export --handout " + per_page + " talk.md").status == 0);
        CHECK(page_count(folder, "talk-handout.pdf") == pages);
    }
}

TEST_CASE("nothing lies outside the paper or the margins, for all papers and layouts") {
    const Workspace folder;
    for (const int slides : {1, 2, 9, 10}) {
        folder.write("talk.md", deck_of(slides, true));
        for (const char* paper : {"A4", "A5", "Letter", "120x120mm"}) {
            for (const char* layout : {"1", "2", "3", "4", "9", "1 --article"}) {
                for (const char* turned : {"", "--landscape"}) {
                    CAPTURE(slides, paper, layout, turned);
                    REQUIRE(folder
                                .run(std::string("export --handout --cover --margin 10 --paper ") +
                                     paper + " --per-page " + layout + " " + turned + " talk.md")
                                .status == 0);
                    const std::string pdf =
                        ghreveal::testing::unpacked_pdf(folder.path("talk-handout.pdf"));
                    double width = 0;
                    double height = 0;
                    REQUIRE(std::sscanf(pdf.c_str() + pdf.find("/MediaBox"),
                                        "/MediaBox [ 0 0 %lf %lf", &width, &height) == 2);
                    constexpr double kMargin = 10 / 25.4 * 72 - 1;
                    for (const auto& box : word_boxes(folder, "talk-handout.pdf")) {
                        CHECK(box[0] >= kMargin);
                        CHECK(box[1] >= kMargin - 4);  // fonts' boxes are higher than their letters
                        CHECK(box[2] <= width - kMargin);
                        CHECK(box[3] <= height - kMargin + 4);
                    }
                }
            }
        }
    }
}

TEST_CASE("a note of 5000 words flows over pages, each word once") {
    const Workspace folder;
    folder.write("talk.md", "---\ntitle: x\ntheme: black\n---\n\n## A\n\n§notes\n\n" +
                                words("word", 5000) + "\n\n§new\n\n## B\n\n§notes\n\nlast\n");
    for (const char* layout : {"", "--per-page 1", "--per-page 3", "--per-page 6", "--article",
                               "--landscape", "--paper A5"}) {
        CAPTURE(layout);
        REQUIRE(folder.run(std::string("export --handout ") + layout + " talk.md").status == 0);
        const std::string text = text_of(folder, "talk-handout.pdf");
        std::vector<int> counts(5000);
        for (std::size_t at = text.find("word"); at != std::string::npos;
             at = text.find("word", at + 1)) {
            ++counts.at(static_cast<std::size_t>(std::atoi(text.c_str() + at + 4)));
        }
        CHECK(std::count(counts.begin(), counts.end(), 1) == 5000);
        CHECK(count_of(text, "last") == 1);
    }
}

TEST_CASE("remarks typed line by line keep their lines, prose flows") {
    const Workspace folder;
    folder.write(
        "talk.md",
        "---\ntitle: x\ntheme: black\n---\n\n## A\n\n§notes\n\nfirst remark\nsecond "
        "remark\n\nProse that somebody filled by hand in an editor with wide windows so that its "
        "lines end\nwherever they have to and go on below.\n");
    folder.run("export --handout talk.md");
    const std::string text = text_of(folder, "talk-handout.pdf");
    CHECK(text.find("first remark\nsecond remark") != std::string::npos);
    CHECK(text.find("lines end wherever") != std::string::npos);
}

TEST_CASE("notes are written as Markdown, text, HTML or JSON") {
    const Workspace folder;
    folder.write("talk.md", deck_of(3, true));
    CHECK(folder.run("export --notes talk.md").status == 0);
    CHECK(file_text(folder.path("talk-notes.md")) ==
          "# Handed out\n\n## 1/0 Slide 2\n\nremark2\n\n## 2/0 Slide 3\n\nremark3\n\n\n"
          "<!-- made by ghreveal -->\n");
    CHECK(folder.run("export --notes=text talk.md").status == 0);
    CHECK(file_text(folder.path("talk-notes.txt")).find("1/0 Slide 2\nremark2\n") !=
          std::string::npos);
    CHECK(folder.run("export --notes=html talk.md").status == 0);
    CHECK(file_text(folder.path("talk-notes.html")).find("<h2>1/0 Slide 2</h2>") !=
          std::string::npos);
    CHECK(folder.run("export --notes=json talk.md").status == 0);
    const auto json = nlohmann::json::parse(file_text(folder.path("talk-notes.json")));
    CHECK(json["notes"][0]["text"] == "remark2");
    CHECK(folder.run("export --notes=odt talk.md").status == 2);
}

TEST_CASE("a .pdfpc file has a page for each of the PDF's, with overlays for steps") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: x\ntheme: black\n---\n\n- a§fragment\n- b§fragment\n\n§notes\n\nsay "
                 "this\n");
    CHECK(folder.run("export --pdf --pdfpc -o out talk.md").status == 0);
    const auto json = nlohmann::json::parse(file_text(folder.path("out/talk.pdfpc")));
    CHECK(json["pdfpcFormat"] == 2);
    REQUIRE(json["pages"].size() == 4);
    CHECK(json["pages"][3]["idx"] == 3);
    CHECK(json["pages"][3]["overlay"] == 2);
    CHECK(json["pages"][1]["label"] == json["pages"][3]["label"]);
    CHECK(json["pages"][3]["note"] == "say this");
}

TEST_CASE("--annotate-notes puts a slide's notes on each of its pages, as a closed annotation") {
    const Workspace folder;
    folder.write(
        "talk.md",
        "---\ntitle: x\nlang: fr\n---\n\n## One\n\n- a§fragment\n- b§fragment\n\n§notes\n\nsay "
        "“this”\n\n§new\n\n## Two\n\n[one](#one)\n");
    REQUIRE(folder.run("export --annotate-notes -o with.pdf talk.md").status == 0);
    REQUIRE(folder.run("export --annotate-notes -o again.pdf talk.md").status == 0);
    REQUIRE(folder.run("export -o without.pdf talk.md").status == 0);
    CHECK(file_text(folder.path("with.pdf")) == file_text(folder.path("again.pdf")));
    CHECK(text_of(folder, "with.pdf") == text_of(folder, "without.pdf"));

    std::vector<nlohmann::json> notes;
    int links = 0;
    for (const auto& object : objects_of(folder, "with.pdf")) {
        const auto value = object.value("value", nlohmann::json());
        const std::string subtype = value.is_object() ? value.value("/Subtype", "") : "";
        links += subtype == "/Link" ? 1 : 0;
        if (subtype == "/Text") {
            notes.push_back(value);
        }
        if (value.is_object() && value.value("/Type", "") == "/Catalog") {
            CHECK(value["/Lang"] == "u:fr");
            CHECK(value.contains("/Outlines"));
            CHECK(value.contains("/PageLabels"));
        }
    }
    REQUIRE(notes.size() == 3);
    for (const nlohmann::json& note : notes) {
        CHECK(note["/Contents"] == "u:say “this”");
        CHECK(note["/T"] == "u:One");
        CHECK(note["/Open"] == false);
    }
    CHECK(links == 1);
}
