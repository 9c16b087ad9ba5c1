// What a handout is printed in, counted in pixels as poppler draws it without smoothing.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

#include "../cli/program.h"

using ghreveal::testing::Workspace;

namespace {

using Rgb = std::array<unsigned char, 3>;

// How many pixels of each colour a binary PPM has.
void count_colors(const std::filesystem::path& path, std::map<Rgb, int>& counts) {
    std::ifstream file(path, std::ios::binary);
    std::string magic;
    int width = 0;
    int height = 0;
    int most = 0;
    file >> magic >> width >> height >> most;
    REQUIRE(magic == "P6");
    file.get();
    for (int i = 0; i < width * height; ++i) {
        Rgb pixel{};
        file.read(reinterpret_cast<char*>(pixel.data()), 3);
        ++counts[pixel];
    }
}

// WCAG 2.1, relative luminance.
double luminance(const Rgb& color) {
    const auto linear = [](unsigned char value) {
        const double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
}

double contrast_on_grey(const Rgb& color) {
    return (luminance({240, 240, 240}) + 0.05) / (luminance(color) + 0.05);
}

const char* const kSlides = R"DECK(
## Heading

- item **bold** `code`
- <span class="highlight-green">green</span> <span class="highlight-red">red</span>

<ul style="list-style-type:square;color:#fd0"><li>square</li></ul>
<ul style="list-style-type:circle;color:#8ff"><li>circle</li></ul>

§icon:star§; <i class="fas fa-heart" style="color:pink"></i>

§new

<p style="color:#ff0">yellow</p>
<p style="color:rgba(255,255,255,.5)">half white</p>
<p style="background:#036;color:#9cf">light on dark</p>
<p style="opacity:.3">faint</p>
<p style="mix-blend-mode:difference;color:white">blended</p>
<div style="border-left:8px solid #ff9">bar</div>

<svg width="100" height="60" viewBox="0 0 10 6"><path fill="currentColor" d="M0 0h10v6H0z"/></svg>
<svg width="100" height="60" viewBox="0 0 10 6" style="color:#8f8"><path fill="currentColor" d="M0 0h9v6H0z"/></svg>
<svg width="100" height="60" viewBox="0 0 10 6"><g style="color:#fe8"><path fill="currentColor" d="M0 0h8v6H0z"/></g></svg>

<svg width="100" height="60" viewBox="0 0 10 6"><rect width="10" height="6" fill="#123"/><path fill="#fd0" d="M1 1h3v4H1z"/><path stroke="white" d="M5 3h4"/></svg>
<div style="background:black"><svg width="100" height="60" viewBox="0 0 10 6"><path fill="#9f9" d="M1 1h3v4H1z"/><path style="fill:#eee" d="M5 1h3v4H5z"/></svg></div>

§new

| a | b |
|---|---|
| [link](https://example.org) | `code` |

> quote

```js
const a = "text"; // comment
function f(x) { return x + 1; }
```
)DECK";

}  // namespace

TEST_CASE("all that a handout shows stands out 4.5 to 1, in all themes") {
    for (const char* theme : {"beige", "black", "blood", "league", "moon", "night", "serif",
                              "simple", "sky", "solarized", "white"}) {
        CAPTURE(theme);
        const Workspace folder;
        folder.write("talk.md", "---\ntitle: Ink\nlang: en\ntheme: " + std::string(theme) +
                                    "\n---\n" + kSlides);
        REQUIRE(folder.run("export --handout --per-page 2 -o out.pdf talk.md").status == 0);
        const std::string draw = "cd '" + folder.path("").string() +
                                 "' && pdftoppm -r 80 -aa no -aaVector no out.pdf page";
        REQUIRE(std::system(draw.c_str()) == 0);
        std::map<Rgb, int> counts;
        for (const char* page : {"page-1.ppm", "page-2.ppm"}) {
            count_colors(folder.path(page), counts);
        }
        std::string faint;
        for (const auto& [color, count] : counts) {
            // Paper, areas on it, and the frames around slides.
            const bool is_paper = color == Rgb{255, 255, 255} || color == Rgb{240, 240, 240} ||
                                  color == Rgb{170, 170, 170};
            if (!is_paper && contrast_on_grey(color) < 4.5) {
                char text[40];
                std::snprintf(text, sizeof text, " #%02x%02x%02x", color[0], color[1], color[2]);
                faint += text + std::string(": ") + std::to_string(count);
            }
        }
        CHECK(faint == "");
    }
}

TEST_CASE(
    "a dark drawing costs no more ink than what is drawn on it, and a light one stays as it is") {
    const Workspace folder;
    folder.write(
        "dark.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='200' viewBox='0 0 4 2'>"
        "<rect width='100%' height='100%' fill='#111'/>"
        "<path d='M1 1h1v.5H1z' fill='#fff'/></svg>");
    folder.write(
        "light.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='200' viewBox='0 0 4 2'>"
        "<rect width='100%' height='100%' fill='#fff'/>"
        "<path d='M1 1h1v.5H1z' fill='#ffe0a0'/></svg>");
    const auto colors_of = [&](const std::string& picture) {
        folder.write("talk.md", "---\ntitle: Ink\nlang: en\ntheme: black\n---\n\n![A drawing](" +
                                    picture + "){: style=\"border:0\"}\n");
        REQUIRE(folder.run("export --handout --per-page 2 -o out.pdf talk.md").err == "");
        const std::string draw = "cd '" + folder.path("").string() +
                                 "' && pdftoppm -r 80 -aa no -aaVector no out.pdf page";
        REQUIRE(std::system(draw.c_str()) == 0);
        std::map<Rgb, int> counts;
        count_colors(folder.path("page-1.ppm"), counts);
        return counts;
    };
    const std::map<Rgb, int> dark = colors_of("dark.svg");
    int inked = 0;
    for (const auto& [color, count] : dark) {
        inked += luminance(color) < 0.1 ? count : 0;
    }
    CHECK(inked > 500);                    // what is drawn
    CHECK(inked < 8000);                   // its paper would be 40,000
    CHECK(dark.count({17, 17, 17}) == 1);  // white on #111 has become #111 on white
    CHECK(colors_of("light.svg").count({255, 224, 160}) == 1);
}
