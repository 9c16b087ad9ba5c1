// Document + sheets + step -> ComputedStyle for each element (CSS Cascading 4).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "css/style_sheet.h"
#include "deck/deck.h"
#include "dom/document.h"
#include "media/loader_options.h"
#include "style/computed_style.h"
#include "support/error.h"
#include "support/limits.h"
#include "text/font_book.h"

namespace ghreveal::style {

enum class PseudoElement : std::uint8_t {
    kNone,
    kBefore,
    kAfter,
    kMarker,
    kFirstLetter,
    kFirstLine
};

// What a box, and later a drawn thing, has its style from. An anonymous box names its parent
// element with is_anonymous set: it has that element's inherited values and no others.
struct StyleSource {
    const dom::Node* node = nullptr;
    PseudoElement pseudo = PseudoElement::kNone;
    bool is_anonymous = false;
    const dom::Node* text = nullptr;  // of an anonymous box that is all of a text: its node
    bool operator==(const StyleSource&) const = default;
};

struct ElementStyles {
    StylePtr element;
    StylePtr before;  // null: there is none
    StylePtr after;
    StylePtr marker{};        // null: as the element's text
    StylePtr first_letter{};  // null: there is none
    StylePtr first_line{};    // the same
    bool is_closed = false;   // what is in the element has no styles here, and makes no boxes
};

// The styles of one slide (its section, all below it, and the elements around it up to <html>) in
// one fragment state.
class SlideStyles {
public:
    const ComputedStyle& of(const dom::Node& element) const;
    // For an anonymous source, the parent element's style: read only inherited groups from it.
    const ComputedStyle& of(const StyleSource&) const;
    bool has(const dom::Node& element) const;
    const ElementStyles& entry(const dom::Node& element) const;
    // Whether a layout made with `other` serves these styles too.
    bool same_layout(const SlideStyles& other) const;

    std::vector<ElementStyles> by_node;  // by Node::index - first_node; filled by the StyleEngine
    std::uint32_t first_node = 0;
    std::vector<ElementStyles> around;  // html, body, reveal, slides, stack: outermost first
    std::shared_ptr<const css::CounterStyles> counter_styles;  // of all sheets; null: none
    StylePtr slide_background;  // of Slide::background; null: the slide has none
    StylePtr backgrounds;       // of Deck::backgrounds around it; null with it
};

// A declaration block laid over an element after all sheets, by `--overflow fit`.
struct StyleOverride {
    const dom::Node* element = nullptr;
    std::string declarations;  // CSS text
};

struct StyleOptions {
    Size page{998, 728};  // px, for vw and vh
    // The theme's file was named on the command line, as extra sheets are: it may read files
    // outside the site.
    bool trusts_theme = false;
    Limits limits{};
    // How fonts and their sheets are got from the web; null: they are not.
    std::shared_ptr<const media::LoaderOptions> web{};
};

// A picture that a sheet names, whether or not it is shown.
struct SheetPicture {
    std::string address;
    SourcePosition where;
};

// The content boxes of the elements that are containers, as they were laid out. px.
using ContainerSizes = std::unordered_map<const dom::Node*, Size>;

// How far in: nothing of `.slides`, or of it what the slide's stack has beside its slides.
enum class Surroundings : std::uint8_t { kAroundSlides, kInStack };

class StyleEngine {
public:
    // Builds the cascade for a deck: base sheets, its theme's sheet (`theme_path`), the author's
    // extra sheets (--css), and the deck's <style> elements. Registers @font-face faces with the
    // book. Throws Error for a sheet that cannot be read; reports what it does not understand.
    StyleEngine(const deck::Deck&, const std::filesystem::path& theme_path,
                const std::vector<std::filesystem::path>& extra_sheets, const StyleOptions&,
                text::FontBook&, Diagnostics&);
    ~StyleEngine();

    // The pictures named by sheets that may read files outside the site.
    const std::vector<std::filesystem::path>& trusted_pictures() const;

    // The files of all sheets, the program's own as well: a theme may be edited.
    std::vector<std::filesystem::path> sheet_files() const;

    // The pictures named by the rules of all sheets but the program's own.
    std::vector<SheetPicture> pictures() const;

    // The styles of a slide at a step: fragments up to it have `visible`, those of it
    // `current-fragment` too (format.md §4). A container whose size is not among `containers`
    // matches no query.
    SlideStyles style_slide(const deck::Slide&, int step,
                            const std::vector<StyleOverride>& overrides = {},
                            const ContainerSizes& containers = {});

    // Whether anything that was styled so far depends on the size of containers.
    bool asks_for_containers() const;

    // The styles of what is around the slides of the page while a slide shows, of Deck::html and
    // below, but for what is in `.backgrounds`.
    SlideStyles style_surroundings(const deck::Slide&, const std::vector<StyleOverride>& overrides,
                                   Surroundings);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// One line an element: its name and the values that differ from the initial ones.
std::string dump(const deck::Slide&, const SlideStyles&);

}  // namespace ghreveal::style
