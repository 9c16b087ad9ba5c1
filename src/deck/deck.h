// What a deck file says: metadata, configuration and slides, as gh-reveal and reveal.js read it
// (format.md). All slides are in one Document, below the elements a reveal.js page has around
// them, so that selectors see what they see in a browser:
//
//     html > body > div.reveal.slide.center > div.slides > section            (title, or a lone
//     slide)
//                                                         > section > section (a stack)
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dom/document.h"
#include "math/settings.h"
#include "media/site.h"
#include "support/error.h"
#include "support/geometry.h"
#include "support/limits.h"

namespace ghreveal::deck {

// The front matter's own keys; dates and other keys stay text.
struct Metadata {
    std::string title;     // inline HTML allowed
    std::string subtitle;  // inline HTML allowed
    std::string author;
    std::string subject;  // `description` or `subject`
    std::vector<std::string> keywords;
    std::string language;  // BCP 47: `lang`; empty when not given
    std::string date;
    bool draft = false;
    // `handout:`, plain values by their keys: what its handouts are like by default.
    struct Setting {
        std::string value;
        int line = 0;
    };
    std::map<std::string, Setting> handout;
    std::map<std::string, std::string> other;
};

// reveal.js's slideNumber.
enum class SlideNumberFormat : std::uint8_t { kNone, kHDotV, kHSlashV, kC, kCSlashT };

// reveal.js's parallaxBackground…: a picture behind all slides, which moves from slide to slide.
struct ParallaxBackground {
    std::string image;  // its address; empty: there is none
    std::string size;   // CSS, as `repeat` and `position`: "2100px 900px"
    std::string repeat;
    std::string position;
    // How far it moves with a slide and with one of a stack; nothing: so that the last slide shows
    // its end.
    std::optional<Px> horizontal;
    std::optional<Px> vertical;
};

// `initialization`, the part that has an effect on paper.
struct Configuration {
    SlideNumberFormat slide_number = SlideNumberFormat::kNone;
    std::string slide_number_pattern;  // as written, for 3.1; empty where it is only turned on
    Px width = 960;
    Px height = 700;
    double margin = 0.04;
    double min_scale = 0.2;
    double max_scale = 2.0;
    bool center = true;
    bool disable_layout = false;  // disableLayout: where slides are is the sheets' business
    bool rtl = false;
    bool fragments = true;
    bool separate_fragments = true;  // pdfSeparateFragments: a page for each state
    ParallaxBackground parallax;
};

// Who wrote what the deck is read from.
enum class Format : std::uint8_t {
    kGhReveal,  // kramdown with keywords (format.md)
    kPage,      // HTML written for reveal.js, or by a generator
    kMarkdown,  // reveal-md's: reveal.js's Markdown plugin in a file of its own
};

// Of reveal.js: what its sheets say and where its script puts things changed over time.
struct RevealVersion {
    int major = 3;
    int minor = 5;
    auto operator<=>(const RevealVersion&) const = default;
};

// Numbered as reveal.js does: the title slide is h 0; `v` counts within a stack.
struct SlideIndex {
    int h = 0;
    int v = 0;
    bool in_stack = false;  // false: written "h" rather than "h/v"
    auto operator<=>(const SlideIndex&) const = default;
};

// "0", "2/1"
std::string to_string(const SlideIndex&);

struct Fragment {
    dom::Node* element = nullptr;
    int step = 0;  // 1 … Slide::steps
};

struct Slide {
    SlideIndex index;
    int number = 0;  // 1, 2, … in the deck's order: reveal.js's `c`
    dom::Node* section = nullptr;
    dom::Node* background = nullptr;  // its `.slide-background`
    int steps = 0;                    // the slide has steps + 1 states
    std::vector<Fragment> fragments;
    std::vector<Fragment> covered;  // by another block of the same code, from the step on
    std::string title;              // text of the first heading, else "" ; for the outline
    std::string notes_html;         // what follows §notes
    int first_line = 0;             // in the deck's file
    int last_line = 0;
};

// reveal.js's `.slide-number`. Its parts are spans with one text each, which is another on each
// slide (slide_number_text()).
struct NumberElement {
    dom::Node* element = nullptr;  // null: numbers are drawn without one
    dom::Node* first = nullptr;
    dom::Node* delimiter = nullptr;
    dom::Node* second = nullptr;
};

// Whose classes code gets.
enum class CodeColouring : std::uint8_t {
    kNone,  // a page without such a script leaves its code plain
    kHighlightJs,
    kPrism,
};

struct Deck {
    std::string file;  // for messages
    Format format = Format::kGhReveal;
    RevealVersion version;
    media::Site site;
    Metadata metadata;
    Configuration configuration;
    std::string theme;  // "black" when the front matter names none
    int theme_line = 0;
    std::vector<std::string> style_sheets;  // that the front matter names, reveal-md's `css`
    std::string code_style;     // reveal-md's `highlightTheme`; empty: what the format has
    math::Settings math;        // how formulas are written in it
    bool has_formulas = false;  // set by KaTeX, here or, in a page, by whatever made it
    CodeColouring code_colouring = CodeColouring::kHighlightJs;
    bool has_early_line_tables = false;  // highlightjs-line-numbers 2.6 numbers lines, not 2.8
    dom::Document document;
    dom::Node* html = nullptr;
    dom::Node* body = nullptr;
    dom::Node* reveal = nullptr;
    dom::Node* slides_element = nullptr;
    dom::Node* backgrounds = nullptr;  // of all slides
    NumberElement number;
    std::vector<Slide> slides;  // slides[0] is the title slide of a gh-reveal deck
    // The first slide with an element of this id in it, its section included: where links lead.
    std::unordered_map<std::string_view, std::size_t> slide_of_id;
};

struct ReadOptions {
    Limits limits;
    bool keep_empty_last_slide = false;
    std::optional<Format> format{};          // nothing: by the file's content
    std::optional<RevealVersion> version{};  // nothing: the one that the deck is written for
    math::MathMode math = math::MathMode::kKatex;
    math::Macros macros{};                             // of ghreveal.yml; the deck's own win
    std::shared_ptr<const media::FileSource> files{};  // of the deck's site
};

// Reads a deck file ("-": standard input, whose site is the working folder).
// Throws Error for a missing file or front matter that is not YAML.
Deck read_deck(const std::string& path, const ReadOptions&, Diagnostics&);
// The same from text; `file` names it in messages and places its site.
Deck parse_deck(std::string_view text, const std::string& file, const ReadOptions&, Diagnostics&);
// By its content, else by its suffix.
Format format_of(std::string_view text, const std::string& file);
// What a Markdown file in a folder is: without front matter it is no deck.
enum class FileKind : std::uint8_t { kOther, kDeck, kDraft };
// From the file's text. Throws Error when its front matter is not closed or not YAML.
FileKind kind_of_file(std::string_view text, const std::string& file);

// The whole file's Markdown once Liquid is carried out (`inspect --stage markdown`); files of other
// formats as they are.
std::string deck_markdown(std::string_view text, const std::string& file, const ReadOptions&,
                          Diagnostics&);

// The whole file's Markdown as the HTML text that is cut into slides (`inspect --stage html`); of
// other formats the page as it is styled.
std::string deck_html(std::string_view text, const std::string& file, const ReadOptions&,
                      Diagnostics&);

// Where an `href` leads.
struct LinkTarget {
    std::optional<std::size_t> slide;  // index into Deck::slides
    std::string address;  // outside the deck, safe (link_address.h); empty when it leads nowhere
};

LinkTarget resolve_link(const Deck&, std::string_view href);
// The slide or element that `#name` and `#/name` name.
std::string_view name_in_link(std::string_view href);

// The text on a slide's number, e.g. "3/50" as parts {"3", "/", "50"}; empty when there is none.
struct SlideNumberText {
    std::string first;
    std::string delimiter;
    std::string second;
    bool empty() const { return first.empty(); }
};
SlideNumberText slide_number_text(const Deck&, const Slide&);

// A set of slides as `--slides` writes it: "3", "2-5", "2/1", "#id", separated by commas. Plain
// numbers are positions in the deck, 1 the title slide. Throws Error naming the part that matches
// nothing. Returns indices into Deck::slides in the deck's order.
std::vector<std::size_t> select_slides(const Deck&, std::string_view selection);

}  // namespace ghreveal::deck
