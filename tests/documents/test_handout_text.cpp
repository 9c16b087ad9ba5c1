// How handouts set their text, and how slides are shared out over sheets: read back by poppler.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <numeric>
#include <vector>

#include "../cli/program.h"
#include "handouts.h"

using ghreveal::testing::count_of;
using ghreveal::testing::kNotesLayouts;
using ghreveal::testing::output_of;
using ghreveal::testing::Workspace;

namespace {

const std::string kProse =
    "When you stand in front of a class for the first time, what you have written down helps less "
    "than you would think. Nobody reads aloud what is on a sheet of paper and looks at the people "
    "in the room as well, and so most of us look at the paper. It is better to know how the story "
    "goes, and to have a few words that bring you back to it when somebody has asked a question "
    "that led you away. The first slide should say why all of this matters to those who listen, "
    "the second one what they will be able to do in an hour that they cannot do now, and then the "
    "work begins. Leave time for a pause in the middle, in which people may talk to each other, "
    "because a thought that has been said once in words of your own stays with you longer than "
    "one that was only heard. At the end there is a summary, but not one that repeats the titles: "
    "say which two or three things should be left of the hour when all the rest is forgotten, and "
    "where those who want to know more can find it. Then stop, even if there are slides left.";

// Slides with notes of so many such paragraphs each, not counting the title's.
std::string deck_of(int slides, int paragraphs) {
    std::string deck = "---\ntitle: Text\ntheme: white\nlang: en\n---\n";
    for (int i = 0; i < slides; ++i) {
        deck += (i > 0 ? "\n§new\n" : "") + std::string("\n## Slide\n\nunique") +
                std::to_string(i) + "\n";
        for (int k = 0; k < paragraphs; ++k) {
            deck += (k == 0 ? "\n§notes\n\n" : "\n\n") + kProse + "\n";
        }
    }
    return deck;
}

struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

// Of each `<word` or `<line` of `pdftotext -bbox-layout`, and what is in it.
struct Element {
    Box box;
    std::string content;
};

std::vector<Element> elements_of(const std::string& html, const std::string& name) {
    std::vector<Element> elements;
    for (std::size_t at = html.find("<" + name + " "); at != std::string::npos;
         at = html.find("<" + name + " ", at + 1)) {
        Element one;
        REQUIRE(std::sscanf(html.c_str() + at + name.size() + 1,
                            " xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &one.box.left,
                            &one.box.top, &one.box.right, &one.box.bottom) == 4);
        const std::size_t begin = html.find('>', at) + 1;
        one.content = html.substr(begin, html.find("</" + name + ">", begin) - begin);
        elements.push_back(std::move(one));
    }
    return elements;
}

// How many characters the lines have that are filled: those of a paragraph but for its last one.
std::vector<std::size_t> line_lengths(const std::string& html) {
    std::vector<std::size_t> lengths;
    for (const Element& line : elements_of(html, "line")) {
        std::size_t length = 0;
        std::string last;
        for (const Element& word : elements_of(line.content, "word")) {
            length += word.content.size() + (length > 0 ? 1 : 0);
            last = word.content;
        }
        constexpr std::size_t kShort = 40;  // of captions, and of a paragraph's last line
        if (length > kShort && last != "left.") {
            lengths.push_back(length);
        }
    }
    return lengths;
}

// A word lies over another when it begins above the other's middle line, and beside neither end.
int words_over_others(const std::string& html) {
    int over = 0;
    for (std::size_t at = html.find("<page "); at != std::string::npos;
         at = html.find("<page ", at + 1)) {
        auto words = elements_of(html.substr(at, html.find("</page>", at) - at), "word");
        std::sort(words.begin(), words.end(),
                  [](const Element& a, const Element& b) { return a.box.top < b.box.top; });
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Box& one = words[i].box;
            const double middle = (one.top + one.bottom) / 2;
            for (std::size_t k = i + 1; k < words.size() && words[k].box.top < middle; ++k) {
                const Box& other = words[k].box;
                over += other.left < one.right - 1 && other.right > one.left + 1 ? 1 : 0;
            }
        }
    }
    return over;
}

}  // namespace

TEST_CASE("lines of notes have 60 to 75 characters on A4 and Letter, in all layouts") {
    const Workspace folder;
    folder.write("talk.md", deck_of(6, 2));
    for (const std::string& layout : kNotesLayouts) {
        for (const char* paper : {"A4", "Letter", "A4 --binding 15", "A4 --binding 25 --duplex",
                                  "Letter --binding 15"}) {
            for (const char* turned : {"", "--landscape", "--portrait"}) {
                CAPTURE(layout, paper, turned);
                REQUIRE(folder
                            .run("export --handout -o out.pdf --paper " + std::string(paper) + " " +
                                 turned + " " + layout + " talk.md")
                            .err == "");
                const std::vector<std::size_t> lengths =
                    line_lengths(output_of(folder, "pdftotext -bbox-layout out.pdf -"));
                REQUIRE(lengths.size() > 50);
                const double mean =
                    static_cast<double>(std::accumulate(lengths.begin(), lengths.end(), 0UL)) /
                    static_cast<double>(lengths.size());
                CHECK(mean >= 60);
                CHECK(mean <= 75);
            }
        }
    }
}

TEST_CASE("a few notes among many slides have lines as long, upright and across, bound or not") {
    const Workspace folder;
    std::string deck = deck_of(2, 1);
    for (int i = 0; i < 8; ++i) {
        deck += "\n§new\n\n## Bare\n";
    }
    folder.write("talk.md", deck);
    for (const char* options : {"", "--landscape", "--binding 15", "--landscape --binding 15",
                                "--paper Letter --landscape", "--paper Letter --binding 15"}) {
        CAPTURE(options);
        REQUIRE(
            folder.run("export --handout -o out.pdf " + std::string(options) + " talk.md").err ==
            "");
        const std::vector<std::size_t> lengths =
            line_lengths(output_of(folder, "pdftotext -bbox-layout out.pdf -"));
        REQUIRE(lengths.size() > 15);
        const double mean =
            static_cast<double>(std::accumulate(lengths.begin(), lengths.end(), 0UL)) /
            static_cast<double>(lengths.size());
        CHECK(mean >= 60);
        CHECK(mean <= 75);
    }
}

TEST_CASE("no word of a handout lies over another, however long the notes") {
    const Workspace folder;
    folder.write("talk.md", deck_of(3, 6));
    for (const std::string& layout : kNotesLayouts) {
        for (const char* paper : {"A4", "A5", "Letter", "A4 --binding 30"}) {
            for (const char* turned : {"--landscape", "--portrait"}) {
                CAPTURE(layout, paper, turned);
                REQUIRE(folder
                            .run("export --handout -o out.pdf --paper " + std::string(paper) + " " +
                                 turned + " " + layout + " talk.md")
                            .err == "");
                const std::string html = output_of(folder, "pdftotext -bbox-layout out.pdf -");
                CHECK(words_over_others(html) == 0);
            }
        }
    }
}

TEST_CASE("the last two sheets of a handout share their rows of slides") {
    const Workspace folder;
    const auto on_sheets = [&](int slides, const std::string& layout) {
        folder.write("talk.md", deck_of(slides - 1, 0));
        REQUIRE(folder.run("export --handout -o out.pdf " + layout + " talk.md").err == "");
        std::vector<std::size_t> counts;
        const std::string text = output_of(folder, "pdftotext out.pdf -");
        for (std::size_t at = 0, end = text.find('\f'); end != std::string::npos;
             at = end + 1, end = text.find('\f', at)) {
            counts.push_back(count_of(text.substr(at, end - at), "unique"));
        }
        counts.front() += 1;  // the title
        return counts;
    };
    using Counts = std::vector<std::size_t>;
    CHECK(on_sheets(7, "--per-page 6 --portrait") == Counts{4, 3});
    CHECK(on_sheets(13, "--per-page 6 --portrait") == Counts{6, 4, 3});
    CHECK(on_sheets(11, "--per-page 6 --portrait") == Counts{6, 5});
    CHECK(on_sheets(10, "--per-page 9 --landscape") == Counts{6, 4});
    CHECK(on_sheets(4, "--per-page 3 --lines") == Counts{2, 2});
    CHECK(on_sheets(3, "--per-page 1") == Counts{1, 1, 1});
    CHECK(on_sheets(12, "--per-page 6 --portrait") == Counts{6, 6});
}

TEST_CASE("sheets across are not left half empty for notes that could share them") {
    const Workspace folder;
    const auto sheets_of = [&](int slides, int sentences) {
        std::string deck = "---\ntitle: Text\ntheme: white\n---\n";
        for (int i = 0; i < slides; ++i) {
            deck += (i > 0 ? "\n§new\n" : "") + std::string("\n## Slide\n\ntext\n\n§notes\n\n");
            for (int k = 0; k < sentences; ++k) {
                deck += "Whoever reads an address asks the table of pages first and waits. ";
            }
            deck += "\n";
        }
        folder.write("talk.md", deck);
        REQUIRE(folder.run("export --handout --paper Letter --landscape -o out.pdf talk.md").err ==
                "");
        const std::string text = output_of(folder, "pdftotext out.pdf -");
        return std::count(text.begin(), text.end(), '\f');
    };
    // A note of 25 lines begins beside its slide at the foot, below the title.
    CHECK(sheets_of(2, 24) == 2);
    // Slides with four lines each are smaller, so that four share a sheet.
    CHECK(sheets_of(12, 4) == 4);
}
