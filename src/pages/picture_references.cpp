#include "pages/picture_references.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "boxes/picture_source.h"
#include "css/tokenizer.h"
#include "media/video/still.h"
#include "style/sheets/sheet_addresses.h"

namespace ghreveal::pages {

namespace {

struct PictureAttribute {
    std::string_view element;
    std::string_view attribute;
};

// `embed` and `object` may hold other things than pictures; those are fetched for nothing.
constexpr std::array kPictureAttributes{PictureAttribute{"image", "href"},
                                        PictureAttribute{"image", "xlink:href"},
                                        PictureAttribute{"video", "poster"},
                                        PictureAttribute{"input", "src"},
                                        PictureAttribute{"section", "data-background"},
                                        PictureAttribute{"section", "data-background-image"}};

class Collector {
public:
    explicit Collector(const deck::Deck& deck) : deck_(deck) {}

    void collect_below(const dom::Node& root) {
        dom::for_each(root, [this](const dom::Node& node) {
            if (node.is_element()) {
                collect(node);
            }
        });
    }
    // What is around the slides.
    void collect_around(const dom::Node& element) {
        if (!element.is_element() || &element == deck_.slides_element) {
            return;
        }
        collect(element);
        for (const dom::Node* child = element.first_child; child != nullptr; child = child->next) {
            collect_around(*child);
        }
    }
    // Of this element alone.
    void collect(const dom::Node& element) {
        for (const auto& [name, attribute] : kPictureAttributes) {
            const std::string* address =
                element.name == name ? element.attribute(attribute) : nullptr;
            if (address != nullptr) {
                add(*address, element, false);
            }
        }
        if (element.name == "img") {
            add(boxes::picture_source(element).address, element, false);
        }
        if (element.name == "iframe") {
            collect_still(element);
        }
        if (element.name == "use") {
            collect_file_of_part(element);
        }
        const std::string* style = element.attribute("style");
        if (style != nullptr && style->find("url(") != std::string::npos) {
            collect_style(*style, element);
        }
    }

    std::vector<media::PictureReference> found;

private:
    void add(std::string address, const dom::Node& element, bool is_optional) {
        found.push_back({std::move(address), dom::position_of(element, deck_.file), is_optional});
    }
    void collect_still(const dom::Node& iframe) {
        for (const std::string_view name : {"src", "data-src"}) {
            const std::string* address = iframe.attribute(name);
            const auto still = address != nullptr ? media::video_still(*address) : std::nullopt;
            if (still) {
                add(*still, iframe, true);
            }
        }
    }
    // "file.svg#part".
    void collect_file_of_part(const dom::Node& use) {
        for (const std::string_view name : {"href", "xlink:href"}) {
            const std::string* address = use.attribute(name);
            const std::size_t hash = address != nullptr ? address->find('#') : 0;
            if (hash > 0 && hash != std::string::npos) {
                add(address->substr(0, hash), use, false);
            }
        }
    }
    void collect_style(const std::string& style, const dom::Node& element) {
        css::Tokens tokens = css::tokenize(style);
        for (const css::Token* token : style::address_tokens(tokens)) {
            add(std::string(token->value()), element, false);
        }
    }

    const deck::Deck& deck_;
};

}  // namespace

std::vector<media::PictureReference> picture_references(const deck::Deck& deck,
                                                        const std::vector<std::size_t>& slides,
                                                        const style::StyleEngine& styles) {
    Collector collector(deck);
    for (const std::size_t slide : slides) {
        const dom::Node* section = deck.slides[slide].section;
        if (section == nullptr) {
            continue;
        }
        if (section->parent != nullptr && section->parent->is_element("section")) {
            collector.collect(*section->parent);
        }
        collector.collect_below(*section);
    }
    if (deck.body != nullptr) {
        collector.collect_around(*deck.body);
    }
    for (style::SheetPicture& picture : styles.pictures()) {
        collector.found.push_back({std::move(picture.address), std::move(picture.where), false});
    }
    return std::move(collector.found);
}

}  // namespace ghreveal::pages
