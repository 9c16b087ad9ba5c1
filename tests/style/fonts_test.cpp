// @font-face: where faces come from, and which of them text gets.
#include <catch2/catch.hpp>

#include "../build_paths.h"
#include "../media/web_server.h"
#include "../support/temporary_folder.h"
#include "deck/deck.h"
#include "media/data_address.h"
#include "style/properties/text_style.h"
#include "style/sheets/themes.h"
#include "style/sheets/web_font_request.h"
#include "style/style_engine.h"
#include "support/file.h"
#include "text/shape.h"

using namespace ghreveal;

namespace {

struct FontDeck {
    TemporaryFolder folder;
    Diagnostics diagnostics;
    text::FontBook fonts;
    text::Shaper shaper{fonts, diagnostics};
    style::StyleOptions options;

    FontDeck() { folder.put("_config.yml", "title: Talks\n"); }
    void allow_private_network() {
        media::LoaderOptions web;
        web.allow_private_network = true;
        web.cache_folder = folder / "cache";
        options.web = std::make_shared<const media::LoaderOptions>(web);
    }
    // The file that `text` in family Mine comes from, the deck having this in its head.
    std::string file_of(const std::string& head, const std::string& text = "abc") {
        folder.put("a.md", "---\ntitle: A\n---\n" + head + "\n\n<p>x</p>\n");
        const deck::Deck deck =
            deck::read_deck((folder / "a.md").string(), {.limits = options.limits}, diagnostics);
        const style::StyleEngine engine(deck, style::find_theme(deck.theme, deck.site, {}), {},
                                        options, fonts, diagnostics);
        const text::FontSpec spec{std::make_shared<const std::vector<std::string>>(1, "Mine"), 40};
        return shaper.shape(text, spec, {})[0]->font.face->path().string();
    }
    // The file of a page's text in `family` and weight 700.
    std::string file_in_page(const std::string& head, const std::string& family) {
        folder.put("a.html", "<!doctype html><html lang=en><head>" + head +
                                 "</head><body><div class=reveal><div class=slides><section>x"
                                 "</section></div></div></body></html>");
        const deck::Deck deck =
            deck::read_deck((folder / "a.html").string(), {.limits = options.limits}, diagnostics);
        const style::StyleEngine engine(deck, {}, {}, options, fonts, diagnostics);
        text::FontSpec spec{std::make_shared<const std::vector<std::string>>(1, family), 40};
        spec.weight = 700;
        return shaper.shape("abc", spec, {})[0]->font.face->path().filename().string();
    }
    std::string style(const std::string& source) {
        return file_of("<style>@font-face{font-family:Mine;src:" + source + "}</style>");
    }
    std::string warnings() const {
        std::string all;
        for (const Diagnostic& warning : diagnostics.warnings()) {
            all += to_string(warning) + "\n";
        }
        return all;
    }
};

std::string lato() {
    return read_file(data_directory() / "fonts/lato/Lato-Regular.ttf", 1u << 22);
}

bool is_last_resort(const std::string& file) {
    return file.ends_with("DejaVuSans.ttf");
}

}  // namespace

TEST_CASE_METHOD(FontDeck, "a font may be written into the sheet") {
    CHECK(style("url(data:font/ttf;base64," + media::base64(lato()) + ")").starts_with("data:"));
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(FontDeck, "what is written into the sheet and is no font is replaced, and said") {
    CHECK(is_last_resort(style("url(data:font/ttf;base64,AAAA)")));
    CHECK(warnings().find("the font 'Mine' is replaced by another: no file of it can be used") !=
          std::string::npos);
}

TEST_CASE_METHOD(FontDeck, "a variable font without weights in its rule has those of its axis") {
    const std::string tiny =
        read_file(testing::source_dir() / "tests/data/tiny-variable.ttf", 1u << 20);
    style("url(data:font/ttf;base64," + media::base64(tiny) + ")");
    text::FontSpec spec{std::make_shared<const std::vector<std::string>>(1, "Mine"), 40};
    spec.weight = 900;
    CHECK(shaper.shape("a", spec, {})[0]->width == Approx(40));
    CHECK_FALSE(fonts.primary_font(spec).synthetic_bold);
}

TEST_CASE_METHOD(FontDeck,
                 "local() is a bundled font, and formats that no browser reads are none") {
    CHECK(style("url(x.eot) format('embedded-opentype'), local('No Such'), local('Lato Bold')")
              .ends_with("Lato-Bold.ttf"));
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(FontDeck, "a font on the web is fetched when text first needs it") {
    allow_private_network();
    const testing::WebServer server;
    CHECK(style("url(" + server.address("/font.ttf") + ")") == server.address("/font.ttf"));
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(FontDeck, "the next address is asked when the first has no font") {
    allow_private_network();
    const testing::WebServer server;
    CHECK(style("url(" + server.address("/missing.woff2") + "),url(" + server.address("/font.ttf") +
                ")")
              .starts_with("http://"));
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(FontDeck, "a font that cannot be fetched is replaced, and said with the reason") {
    allow_private_network();
    const testing::WebServer server;
    CHECK(is_last_resort(style("url(" + server.address("/missing.woff2") + ")")));
    CHECK(warnings().find("the font 'Mine' is replaced by another: ") != std::string::npos);
    CHECK(warnings().find("404") != std::string::npos);
}

TEST_CASE_METHOD(FontDeck, "fonts of private networks are refused") {
    media::LoaderOptions web;
    web.cache_folder = folder / "cache";
    options.web = std::make_shared<const media::LoaderOptions>(web);
    const testing::WebServer server;
    CHECK(is_last_resort(style("url(" + server.address("/font.ttf") + ")")));
    CHECK(warnings().find("--allow-private-network allows it") != std::string::npos);
}

TEST_CASE_METHOD(FontDeck, "offline a font comes from the cache, or is said to be missing") {
    allow_private_network();
    const testing::WebServer server;
    style("url(" + server.address("/font.ttf") + ")");
    media::LoaderOptions offline = *options.web;
    offline.offline = true;
    FontDeck later;
    later.options.web = std::make_shared<const media::LoaderOptions>(offline);
    CHECK(later.style("url(" + server.address("/font.ttf") + ")").starts_with("http://"));
    CHECK(later.diagnostics.empty());
    FontDeck other;
    other.options.web = later.options.web;
    CHECK(is_last_resort(other.style("url(" + server.address("/other.ttf") + ")")));
    CHECK(other.warnings().find("it is on the web and not in the cache") != std::string::npos);
}

TEST_CASE_METHOD(FontDeck, "a font service's sheet brings fonts, by addresses relative to it") {
    allow_private_network();
    const testing::WebServer server;
    const std::string link =
        "<link rel=\"stylesheet\" href=\"" + server.address("/fonts/css?family=Mine") + "\">";
    CHECK(file_of(link) == server.address("/font.ttf"));
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(FontDeck, "a service's sheet is not asked for families that are bundled") {
    allow_private_network();
    const testing::WebServer server;
    file_of("<link rel=\"stylesheet\" href=\"" + server.address("/missing?family=Lato") + "\">");
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(FontDeck, "of subsets only those that the text needs are fetched") {
    allow_private_network();
    const testing::WebServer server;
    const auto face = [&](const std::string& path, const std::string& range) {
        return "@font-face{font-family:Mine;src:url(" + server.address(path) +
               ");unicode-range:" + range + "}";
    };
    const std::string head = "<style>" + face("/missing.ttf", "U+0400-04FF, U+1C8?") +
                             face("/font.ttf", "U+00-FF") + "</style>";
    CHECK(file_of(head) == server.address("/font.ttf"));
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(FontDeck, "several faces may be of one file on the web") {
    allow_private_network();
    const testing::WebServer server;
    const std::string source = "src:url(" + server.address("/font.ttf") + ")}";
    CHECK(file_of("<style>@font-face{font-family:Mine;font-weight:700;" + source +
                  "@font-face{font-family:Mine;unicode-range:U+61;" + source +
                  "@font-face{font-family:Mine;unicode-range:U+0-60;" + source + "</style>") ==
          server.address("/font.ttf"));
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(FontDeck, "a page has the themes' fonts only where its sheets ask for them") {
    CHECK(file_in_page("", "Open Sans") == "LiberationSerif-Bold.ttf");
    CHECK(file_in_page("<link rel=stylesheet href=gone/css/theme/sky.css>", "Open Sans") ==
          "OpenSans-Bold.ttf");
    CHECK(diagnostics.empty());
}

TEST_CASE_METHOD(FontDeck,
                 "of a bundled family a page has the weights that it asks a service for") {
    const std::string service = "https://fonts.googleapis.com/css?family=Open+Sans";
    CHECK(file_in_page("<link rel=stylesheet href='" + service + "'>", "Open Sans") ==
          "OpenSans-Regular.ttf");
    CHECK(diagnostics.empty());
}

TEST_CASE("what a font service is asked for is read from both kinds of its addresses") {
    const auto faces = [](const std::string& address) {
        std::string all;
        for (const style::WebFontRequest& request : style::web_font_requests(address)) {
            all += request.family + ":";
            for (const auto& face : request.faces) {
                all += " " + std::to_string(face.first_weight) + "-" +
                       std::to_string(face.last_weight) + (face.italic ? "i" : "");
            }
            all += "; ";
        }
        return all;
    };
    CHECK(faces("//x.example/css?family=Open+Sans:400,700italic,bold|Lato&subset=latin") ==
          "Open Sans: 400-400 700-700i 700-700; Lato: 400-400; ");
    CHECK(
        faces("//x.example/css2?family=Inter:ital,wght@0,200..900;1,700&family=Lato%3Awght@300") ==
        "Inter: 200-900 700-700i; Lato: 300-300; ");
    CHECK(faces("//x.example/style.css").empty());
}
