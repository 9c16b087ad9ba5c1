// Everything the export of one deck needs, set up once and shared by all its outputs: the deck,
// its fonts, pictures and styles; and the walk over its pages.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "boxes/box.h"
#include "deck/deck.h"
#include "deck/settings/settings.h"
#include "media/site.h"
#include "pages/slide_states.h"
#include "paint/paint.h"
#include "support/error.h"
#include "support/timings.h"

namespace ghreveal::pages {

enum class FragmentMode : std::uint8_t {
    kOfDeck,  // kFinal where the deck sets pdfSeparateFragments to false, else kAll
    kAll,     // a page for every state of a slide
    kFinal,   // one page a slide, with everything shown
};

struct ExportOptions {
    std::optional<std::string> deck_text;  // instead of the file's, which then only places it
    FragmentMode fragments = FragmentMode::kOfDeck;
    std::string slides;                          // see deck::select_slides; empty: all
    std::optional<Size> page_size;               // px; nothing: the slide and its margin
    std::optional<deck::Format> format;          // nothing: by the content
    std::optional<deck::RevealVersion> version;  // nothing: the deck's
    math::MathMode math = math::MathMode::kKatex;
    std::string theme;          // over the deck's own; empty: the deck's
    std::string default_theme;  // of decks that name none; empty: black
    deck::SettingsSource settings;
    std::vector<std::filesystem::path> extra_sheets;
    OverflowMode overflow = OverflowMode::kFit;
    bool offline = false;
    bool allow_private_network = false;
    std::vector<std::filesystem::path> allowed_folders;  // whose pictures decks may show
    std::shared_ptr<const media::FileSource> files;      // of the deck's site, see media::Site
    // Of what is fetched; nothing: the user's own. An empty path: none.
    std::optional<std::filesystem::path> cache_folder;
    Limits limits;
};

// A slide at a step, as it is drawn.
struct Page {
    std::size_t slide = 0;  // index into Deck::slides
    int step = 0;
    std::shared_ptr<const paint::DisplayList> content;
};

// What the deck shows of the web.
enum class WebPictures : std::uint8_t { kNone, kAllThere, kSomeFailed };

// What laying out something beside the slides needs: notes, captions, heads and feet.
struct RenderingParts {
    text::Shaper& shaper;
    media::ImageLoader& images;
    Diagnostics& diagnostics;
    const Limits& limits;
};

class Session {
public:
    // Reads and styles the deck ("-": standard input). Throws Error when it cannot.
    Session(const std::string& deck_path, const ExportOptions&, Diagnostics&, Timings&);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    const deck::Deck& deck() const;
    const deck::Settings& settings() const;
    // Indices into deck().slides, in order.
    const std::vector<std::size_t>& selected_slides() const;
    const paint::PageGeometry& page_geometry() const;

    // The first of a slide's steps that has a page; its last one is Slide::steps.
    int first_step(std::size_t slide) const;
    RenderingParts parts();
    // The deck, what it includes, its site's configuration, its style sheets and pictures: the
    // files that are read, as far as they are named, whether they are there or not.
    std::vector<std::filesystem::path> input_files() const;
    WebPictures web_pictures() const;

    // Throws Error when there are more pages than the Limits allow.
    void check_pages() const;
    // Lays each selected slide out once and paints its pages, in order.
    void for_each_page(const std::function<void(const Page&)>& visit);
    // The same of one slide.
    void for_each_page_of(std::size_t slide, const std::function<void(const Page&)>& visit);

    // One slide's trees, for `ghreveal inspect`. The step counts from 0.
    style::SlideStyles slide_styles(std::size_t slide, int step);
    boxes::Box slide_boxes(std::size_t slide, int step);
    LaidOutState laid_out(std::size_t slide, int step);
    paint::DisplayList display_list(std::size_t slide, const LaidOutState&);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::pages
