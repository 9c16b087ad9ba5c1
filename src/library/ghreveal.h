// libghreveal: reveal.js decks as PDFs and pictures, from a program of your own. This header is all
// of it, and needs nothing but the standard library.
//
//     const ghreveal::Rendering talk = ghreveal::render_pdf({.text = "# Hello"});
//
// Calls share nothing that changes: they may be made from several threads at once. Nothing stays on
// a disk but the cache of pictures from the web, and that only with `online`.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#if defined(__GNUC__)
#define GHREVEAL_API __attribute__((visibility("default")))
#else
#define GHREVEAL_API
#endif

namespace ghreveal {

struct DeckText {
    std::string text;  // gh-reveal's or reveal-md's Markdown, or an HTML page of reveal.js
    // For messages; its suffix (.md, .html) helps to tell the format.
    std::string name = "deck.md";
    // Where pictures, includes and style sheets that the deck names are looked for: in it, and
    // nowhere outside the site that it belongs to. Empty: the current folder.
    std::filesystem::path folder{};
    // Instead of the folder: gives the bytes of a file that the deck asks for, nothing where there
    // is none. Names are those in its site, "pictures/map.png", "_includes/head.md",
    // "_config.yml"; with the name "talks/deck.md" the deck's own are below "talks/". Each is asked
    // for once, and is in a private temporary folder while the call lasts.
    std::function<std::optional<std::string>(const std::string& name)> files{};
};

struct RenderOptions {
    bool final_states_only = false;  // one page a slide, with everything shown
    std::string slides{};            // "3", "2-5", "2/1", "#id", several by commas; empty: all
    std::string theme{};             // a name or a file, over the deck's own
    std::vector<std::filesystem::path> style_sheets{};  // applied after the theme
    double width = 0;   // of the page in px, the slide scaled to fit;
    double height = 0;  // 0: the slide and its margin
    // Folders beside the site's whose pictures decks may show.
    std::vector<std::filesystem::path> picture_folders{};
    bool online = false;  // pictures from the web are fetched
    // Where they are kept; nothing: in the user's cache, an empty path: nowhere.
    std::optional<std::filesystem::path> cache_folder{};
    bool formulas = true;               // else TeX is shown as it is written: needs no KaTeX
    std::vector<std::string> limits{};  // "pages=100", as docs/security.md names them
    // Where `fonts` and `themes` are, and where the modules are, for a program that brings them
    // along; empty: where the library is, or where $GHREVEAL_DATA says.
    std::filesystem::path data_folder{};
    std::filesystem::path module_folder{};
    bool annotate_notes = false;  // each page of a PDF has its slide's notes as an annotation
};

// What is wrong without stopping the rendering: it has a tidy placeholder on the page.
struct Message {
    std::string file;
    int line = 0;      // from 1; 0: of the whole file
    std::string rule;  // by its name in docs/rules.md
    std::string text;  // what, and what to do about it
};

struct Rendering {
    std::string bytes;  // of the PDF
    std::size_t pages = 0;
    std::vector<Message> messages;
};

// The deck cannot be rendered: what() says why, with file and line.
class GHREVEAL_API RenderError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// A tagged PDF with outline, links and page labels: a page for every state of every slide. The same
// deck and options give the same bytes. Throws RenderError.
GHREVEAL_API Rendering render_pdf(const DeckText&, const RenderOptions& = {});

enum class PictureFormat {
    kPng,  // on white
    kSvg,  // text as outlines
};

// A state of a slide.
struct Picture {
    std::string bytes;  // of a PNG or SVG file
    std::string slide;  // as reveal.js numbers it: "2/1"
    int step = 0;       // of its fragments: 0 before the first
};

struct PictureOptions {
    PictureFormat format = PictureFormat::kPng;
    double scale = 1;  // of PNGs: pixels for each px of the page
};

// A picture of every state of every slide, handed over one by one in their order, as soon as it is
// drawn; what `take` throws comes through. The Rendering has no bytes. Throws RenderError.
GHREVEAL_API Rendering render_pictures(const DeckText&, const PictureOptions&,
                                       const std::function<void(Picture&&)>& take,
                                       const RenderOptions& = {});

// The version of the library, "0.1.0".
GHREVEAL_API const char* version();

}  // namespace ghreveal
