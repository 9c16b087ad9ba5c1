#include <catch2/catch.hpp>
#include <memory>

#include "../support/temporary_folder.h"
#include "deck/deck.h"
#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"
#include "style/sheets/themes.h"
#include "style/style_engine.h"
#include "support/file.h"

using namespace ghreveal;

namespace {

constexpr Color kRed{255, 0, 0, 1};
constexpr Color kBlue{0, 0, 255, 1};

// A site with a deck in talks/, and the styles that its theme and sheets give.
struct Site {
    TemporaryFolder folder;
    Diagnostics diagnostics;
    text::FontBook fonts;
    deck::Deck deck;
    std::unique_ptr<style::StyleEngine> engine;
    style::SlideStyles styles;

    Site() {
        put("site/_config.yml", "title: Talks\n");
        put("elsewhere/red.css", "p { color: red }");
    }
    void put(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((folder / name).parent_path());
        folder.put(name, text);
    }
    void read(const std::string& theme, const std::string& html = "") {
        put("site/talks/a.md", "---\ntitle: A\ntheme: " + theme + "\n---\n" + html +
                                   "\n\n<p id=\"p\">x</p><h2>y</h2>\n");
        deck = deck::read_deck((folder / "site/talks/a.md").string(), {}, diagnostics);
    }
    // `named`: sheets of the command line.
    void style(const std::vector<std::filesystem::path>& named = {}) {
        const auto theme = style::find_theme(deck.theme, deck.site, {deck.file, deck.theme_line});
        engine = std::make_unique<style::StyleEngine>(deck, theme, named, style::StyleOptions{},
                                                      fonts, diagnostics);
        styles = engine->style_slide(deck.slides.at(1), 0);
    }
    const style::ComputedStyle& of(const std::string& element) const {
        const dom::Node* found = nullptr;
        dom::for_each(static_cast<const dom::Node&>(*deck.body), [&](const dom::Node& node) {
            found = node.is_element(element) && found == nullptr ? &node : found;
        });
        REQUIRE(found != nullptr);
        return styles.of(*found);
    }
    std::vector<std::string> warnings() const {
        std::vector<std::string> texts;
        for (const Diagnostic& warning : diagnostics.warnings()) {
            texts.push_back(to_string(warning));
        }
        return texts;
    }
    bool warns(const std::string& part) const {
        for (const std::string& text : warnings()) {
            if (text.find(part) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
};

}  // namespace

TEST_CASE_METHOD(Site, "a theme may be a name in the site's themes, or the deck's, or a file") {
    put("site/themes/lecture.css", "p { color: red }");
    put("site/talks/themes/evening.css", "p { color: blue }");
    put("site/talks/mine.css", "p { color: #123456 }");
    read("lecture");
    style();
    CHECK(of("p").ink().color == kRed);
    read("evening");
    style();
    CHECK(of("p").ink().color == kBlue);
    read("./mine.css");
    style();
    CHECK(of("p").ink().color == Color{0x12, 0x34, 0x56, 1});
    read("/themes/lecture.css");
    style();
    CHECK(of("p").ink().color == kRed);
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Site, "a site's theme of a bundled one's name comes before it") {
    put("site/themes/night.css", "p { color: red }");
    read("night");
    style();
    CHECK(of("p").ink().color == kRed);
}

TEST_CASE_METHOD(Site, "a deck's theme must be a file of its site, the command line's need not") {
    read("../../elsewhere/red.css");
    CHECK_THROWS_WITH(style(), Catch::Contains("is not a file of the site"));
    read("../gone.css");
    CHECK_THROWS_WITH(style(), Catch::Contains("there is no theme file"));
    std::filesystem::create_symlink(folder / "elsewhere/red.css", folder / "site/talks/link.css");
    read("link.css");
    CHECK_THROWS_WITH(style(), Catch::Contains("is not a file of the site"));
    read("night");
    style({folder / "elsewhere/red.css"});
    CHECK(of("p").ink().color == kRed);
}

TEST_CASE_METHOD(Site, "imports are relative to the sheet, come before it, and obey their media") {
    put("site/themes/parts/a.css",
        "@import url('b.css'); .reveal p { color: red; font-size: 10px }");
    put("site/themes/parts/b.css",
        "h2 { color: blue } .reveal p { font-size: 99px; text-indent: 7px }");
    put("site/themes/parts/print.css", ".reveal p { color: #111 }");
    put("site/themes/t.css",
        "@charset \"utf-8\";\n@import \"parts/a.css\";\n"
        "@import url(parts/print.css) print;\n.reveal p { font-size: 20px }\n");
    read("t");
    style();
    CHECK(of("p").ink().color == kRed);
    CHECK(of("p").text().font.size == 20);
    CHECK(of("p").text().text_indent.px == 7);
    CHECK(of("h2").ink().color == kBlue);
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Site, "a sheet may import a bundled theme by its file's name") {
    put("site/themes/t.css", "@import \"serif.css\";\n.reveal h2 { color: red }\n");
    read("t");
    style();
    CHECK(of("h2").ink().color == kRed);
    CHECK(of("h2").text().font.families->at(0) == "Palatino Linotype");
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Site, "imports that cannot be are warned of and leave the rest of the sheet") {
    put("site/themes/t.css",
        "@import \"gone.css\";\n@import \"../../elsewhere/red.css\";\n"
        "@import \"https://example.org/x.css\";\n@import \"t.css\";\n"
        "h2 { color: blue }\n@import \"late.css\";\n");
    read("t");
    style();
    CHECK(of("h2").ink().color == kBlue);
    CHECK(of("p").ink().color != kRed);
    CHECK(warns("t.css:1: warning: there is no 'gone.css' to import; looked for"));
    CHECK(warns("t.css:2: warning: there is no '../../elsewhere/red.css' to import; only files"));
    CHECK(warns("t.css:3: warning: 'https://example.org/x.css' is not imported"));
    CHECK(warns("t.css:4: warning: 't.css' is not imported: it imports this sheet"));
    CHECK(warns("t.css:6: warning: an @import after other rules has no effect"));
    CHECK(warnings().size() == 5);
}

TEST_CASE_METHOD(Site, "sheets that import one another over and over are an error, and soon") {
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
        const std::string next(1, static_cast<char>(name[0] + 1));
        std::string text;
        for (int i = 0; i < 10; ++i) {
            text += "@import \"" + next + ".css\";\n";
        }
        put("site/themes/" + std::string(name) + ".css", text);
    }
    put("site/themes/i.css", "p { color: red }");
    read("a");
    CHECK_THROWS_WITH(style(), Catch::Contains("style sheets"));
}

TEST_CASE_METHOD(Site, "addresses in a sheet are relative to the sheet, in custom properties too") {
    put("site/themes/t.css",
        ":root { --tile: url(\"img/tile.png\") }\n"
        "p { background: url(img/a%20b.png?x#y) }\nh2 { background-image: var(--tile) }\n"
        "section { background: url(/root.png) }\n.reveal { background: url(data:,x) }\n");
    read("t", "<style>b { background: url(here.png) }</style><b>z</b>");
    style();
    const auto address = [&](const char* element) {
        return of(element).paint().background_layers.at(0).image_url;
    };
    CHECK(address("p") == "../themes/img/a%20b.png?x#y");
    CHECK(address("h2") == "../themes/img/tile.png");
    CHECK(address("section") == "/root.png");
    CHECK(address("b") == "here.png");
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Site, "pictures of the command line's sheets may lie outside the site") {
    put("elsewhere/pictured.css", "p { background: url(a.png) }");
    put("site/themes/t.css", "p { background: url(../../elsewhere/b.png) }");
    read("t");
    style({folder / "elsewhere/pictured.css"});
    const std::vector<std::filesystem::path> pictures = engine->trusted_pictures();
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0] == std::filesystem::canonical(folder / "elsewhere") / "a.png");
}

TEST_CASE_METHOD(Site, "a font that is not there is replaced with one warning a family") {
    put("site/themes/broken.ttf", "not a font");
    put("site/themes/t.css",
        "@import url(https://fonts.googleapis.com/css?family=Lato:400,700|Fancy+Type:400);\n"
        "@import url('//fonts.example.org/css2?family=Fancy+Type:wght@400;700&family=Other');\n"
        "@font-face { font-family: Mine; src: url(gone.woff2), url(https://x.org/m.woff2) }\n"
        "@font-face { font-family: Mine; font-weight: 700; src: url(broken.ttf) }\n"
        "@font-face { font-family: Lato; src: url(gone.ttf) }\n"
        ".reveal p { font-family: Mine, 'DejaVu Serif' }\n");
    read("t");
    style();
    CHECK(
        warns("t.css:1: warning: the font 'Fancy Type' is replaced by another: it is on the web"));
    CHECK(warns("t.css:2: warning: the font 'Other' is replaced"));
    CHECK(warns("t.css:3: warning: the font 'Mine' is replaced by another: no file of it can be"));
    CHECK(warnings().size() == 3);
    const text::Font font = fonts.primary_font(of("p").text().font);
    CHECK(font.face->path().filename() == "DejaVuSerif.ttf");
}

TEST_CASE_METHOD(Site, "a sheet's own font is found from the sheet, the first file that can be") {
    const auto lato = data_directory() / "fonts" / "lato" / "Lato-Regular.ttf";
    std::filesystem::create_directories(folder / "site/themes/type");
    std::filesystem::copy_file(lato, folder / "site/themes/type/my own.ttf");
    put("site/themes/t.css",
        "@font-face { font-family: Mine; font-weight: 100 900; "
        "src: url(type/m.eot?#iefix), url(type/m.svg#m), url('type/my%20own.ttf') }\n"
        ".reveal p { font-family: Mine }\n");
    read("t");
    style();
    CHECK(fonts.primary_font(of("p").text().font).face->path().filename() == "my own.ttf");
    CHECK(fonts.primary_font(of("p").text().font).face->weight() == 400);
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Site, "a deck's <link> is a sheet, unless it is for print or an alternate") {
    put("site/talks/a.css", "p { color: red }");
    put("site/talks/b.css", "p { color: blue }");
    read("night",
         "<link rel=\"stylesheet\" href=\"a.css\">"
         "<link rel=\"stylesheet\" media=\"print\" href=\"b.css\">"
         "<link rel=\"alternate stylesheet\" href=\"b.css\">"
         "<style media=\"print\">p { color: blue }</style>");
    style();
    CHECK(of("p").ink().color == kRed);
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Site, "reveal.js 4's themes work: custom properties and a viewport's background") {
    put("site/themes/t.css",
        ":root { --r-background-color: #123456; --r-main-font: Open Sans, sans-serif; "
        "--r-heading1-size: 3em; --r-heading-margin: 0 0 20px 0; --r-main-color: red }\n"
        ".reveal-viewport { background: #fff; background-color: var(--r-background-color) }\n"
        ".reveal { font-family: var(--r-main-font); font-size: 40px; color: var(--r-main-color) }\n"
        ".reveal h2 { font-size: var(--r-heading1-size); margin: var(--r-heading-margin) }\n");
    read("t");
    style();
    CHECK(of("body").paint().background_color == Color{0x12, 0x34, 0x56, 1});
    CHECK(of("h2").text().font.size == 120);
    CHECK(of("h2").text().font.families->at(0) == "Open Sans");
    CHECK(of("h2").box().margin.bottom.length->px == 20);
    CHECK(of("p").ink().color == kRed);
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(Site,
                 "every bundled theme says what it is and has nothing that is not understood") {
    for (const std::string& theme : style::bundled_themes()) {
        CAPTURE(theme);
        const auto file = data_directory() / "themes" / (theme + ".css");
        CHECK_FALSE(style::theme_description(file).empty());
        read("night");
        style({file});
        CHECK(warnings() == std::vector<std::string>());
    }
}

TEST_CASE_METHOD(Site, "a theme's description is its first comment's first sentence") {
    put("a.css", "/**\n * Green, with\n * dots. And more.\n */\nbody {}");
    put("b.css", "body {} /* not this */");
    put("c.css", "/* no end");
    CHECK(style::theme_description(folder / "a.css") == "Green, with dots");
    CHECK(style::theme_description(folder / "b.css").empty());
    CHECK(style::theme_description(folder / "c.css").empty());
}

// The colours are those of highlight.js's own sheets of these names.
TEST_CASE_METHOD(Site, "code has the colours of a deck's highlightTheme, else zenburn's") {
    const std::string code =
        "<pre><code class=\"hljs\"><span class=\"hljs-string\">a</span></code></pre>";
    read("white", code);
    style();
    CHECK(of("span").ink().color == Color{0xcc, 0x93, 0x93, 1});
    for (const char* name : {"github", "base16-github"}) {
        deck.code_style = name;
        style();
        CHECK(of("span").ink().color == Color{0xdd, 0x11, 0x44, 1});
    }
    CHECK(warnings().empty());
    deck.code_style = "gihub";
    style();
    REQUIRE(warnings().size() == 1);
    CHECK(warnings().front().ends_with("code has the colours of zenburn; did you mean 'github'?"));
}

// Chromium's choice on Debian 12 with fonts-liberation (CSS.getPlatformFontsForNode).
TEST_CASE("pages for a browser get the faces that a browser takes for common names") {
    Diagnostics diagnostics;
    text::FontBook fonts;
    const deck::Deck deck = deck::parse_deck(
        "<!doctype html><div class=reveal><div class=slides><section>x", "a.html", {}, diagnostics);
    const style::StyleEngine engine(deck, {}, {}, {}, fonts, diagnostics);
    const auto face_of = [&](const char* family) {
        const text::FontSpec spec{std::make_shared<const std::vector<std::string>>(1, family), 20};
        return fonts.primary_font(spec).face->path().filename().string();
    };
    CHECK(face_of("sans-serif") == "LiberationSans-Regular.ttf");
    CHECK(face_of("Helvetica") == "LiberationSans-Regular.ttf");
    CHECK(face_of("Times New Roman") == "LiberationSerif-Regular.ttf");
    CHECK(face_of("Courier New") == "LiberationMono-Regular.ttf");
    CHECK(face_of("A family that nobody has") == "LiberationSerif-Regular.ttf");
}
