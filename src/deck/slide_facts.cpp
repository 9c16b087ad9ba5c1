#include "deck/slide_facts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "markdown/kramdown/html_tag.h"
#include "math/plain_text.h"
#include "support/ascii.h"
#include "support/limit_names.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck {

namespace {

// `rest` follows the tag's `<`.
bool is_closed_tag(std::string_view rest) {
    const std::size_t end = rest.find('>');
    return end != std::string_view::npos && end > 0 && rest[end - 1] == '/';
}

// Of an <svg> as drawing programs write it. Any other tag may lead back to HTML, where `/>` ends
// nothing.
bool is_drawing_element(std::string_view name) {
    constexpr std::array<std::string_view, 20> kNames{
        "svg",      "g",       "defs", "rect",
        "circle",   "ellipse", "line", "polyline",
        "polygon",  "path",    "text", "tspan",
        "image",    "use",     "stop", "linearGradient",
        "clipPath", "pattern", "mask", "radialGradient"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

// How many elements are open at once, at most, as far as tags tell.
int open_elements(std::string_view html) {
    int open = 0;
    int most = 0;
    bool in_drawing = false;
    for (std::size_t at = html.find('<'); at != html.npos; at = html.find('<', at + 1)) {
        const bool is_end = html.substr(at + 1).starts_with('/');
        const std::string_view rest = html.substr(at + (is_end ? 2 : 1));
        const std::string_view name =
            rest.substr(0, std::min(rest.find_first_of(" \t\n/>"), rest.size()));
        in_drawing = is_drawing_element(name) &&
                     (is_end ? name != "svg" && in_drawing : name == "svg" || in_drawing);
        if (is_end) {
            open = std::max(open - 1, 0);
        } else if (!markdown::kramdown::has_no_content(name) && !rest.starts_with('!') &&
                   !(in_drawing && is_closed_tag(rest))) {
            most = std::max(most, ++open);
        }
    }
    return most;
}

// reveal.js takes these from a slide that is yet to come, whoever wrote them.
void drop_state_classes(dom::Node& fragment) {
    if (!fragment.has_class("visible") && !fragment.has_class("current-fragment")) {
        return;
    }
    const std::string written = *fragment.attribute("class");
    fragment.set_attribute("class", "");
    for (const std::string_view name : ascii::words(written)) {
        if (name != "visible" && name != "current-fragment") {
            fragment.add_class(name);
        }
    }
}

}  // namespace

void check_open_elements(std::string_view html, const Limits& limits, const SourcePosition& where) {
    if (open_elements(html) > limits.open_elements) {
        throw Error(where, "too many elements are opened and not ended",
                    "in a slide " + limit_hint(limits, "open-elements"));
    }
}

void check_elements(const Deck& deck, const Limits& limits) {
    if (deck.document.size() > limits.elements) {
        throw Error({deck.file, 0}, "the deck has too many elements",
                    limit_hint(limits, "elements"));
    }
}

bool has_something(const dom::Node& section) {
    return dom::find_first(section, [&](const dom::Node& node) {
               return node.is_text() ? !ascii::is_blank(node.text)
                                     : &node != &section && node.name != "p" && node.name != "br";
           }) != nullptr;
}

namespace {

// kramdown's and Pandoc's marks of footnotes.
bool is_note_mark(const dom::Node& node) {
    const std::string* id = node.is_element() ? node.attribute("id") : nullptr;
    return (node.is_element("sup") && id != nullptr && id->starts_with("fnref")) ||
           (node.is_element("a") && (node.has_class("footnote") || node.has_class("footnote-ref")));
}

void append_title_text(const dom::Node& node, std::string& title) {
    if (node.is_text()) {
        // Icon fonts have their pictures in private use (Unicode 15 §23.5), which says nothing.
        for (const char32_t c : utf8::to_utf32(node.text)) {
            if (c < 0xE000 || (c > 0xF8FF && c < 0xF0000)) {
                utf8::append(title, c);
            }
        }
    } else if (!is_note_mark(node)) {
        for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
            append_title_text(*child, title);
        }
    }
}

}  // namespace

std::string first_heading(const dom::Node& section) {
    std::string title;
    dom::for_each(section, [&](const dom::Node& node) {
        const bool heading = node.is_element() && node.name.size() == 2 && node.name[0] == 'h' &&
                             node.name[1] >= '1' && node.name[1] <= '6';
        if (heading && title.empty()) {
            if (math::has_formula(node)) {
                title = math::plain_text(node);
            } else {
                append_title_text(node, title);
            }
            title = ascii::trimmed(title);
        }
    });
    return title;
}

void number_fragments(Slide& slide) {
    std::map<int, std::vector<dom::Node*>> by_index;
    std::vector<dom::Node*> in_order;
    dom::for_each(*slide.section, [&](dom::Node& node) {
        if (!node.is_element() || &node == slide.section || !node.has_class("fragment")) {
            return;
        }
        drop_state_classes(node);
        int index = 0;
        const std::string* written = node.attribute("data-fragment-index");
        const bool numbered =
            written != nullptr &&
            std::from_chars(written->data(), written->data() + written->size(), index).ec ==
                std::errc{};
        if (numbered) {
            by_index[index].push_back(&node);
        } else {
            in_order.push_back(&node);
        }
    });
    slide.fragments.clear();
    slide.steps = 0;
    for (const auto& [index, elements] : by_index) {
        ++slide.steps;
        for (dom::Node* element : elements) {
            slide.fragments.push_back({element, slide.steps});
        }
    }
    for (dom::Node* element : in_order) {
        slide.fragments.push_back({element, ++slide.steps});
    }
}

void number_slides(Deck& deck) {
    for (std::size_t i = 0; i < deck.slides.size(); ++i) {
        deck.slides[i].number = static_cast<int>(i) + 1;
        const dom::Node& section = *deck.slides[i].section;
        dom::for_each(section, [&](const dom::Node& node) {
            const std::string* id = node.is_element() ? node.attribute("id") : nullptr;
            if (id != nullptr) {
                deck.slide_of_id.emplace(*id, i);
            }
        });
        // `#/id` of a stack leads to its first slide.
        const dom::Node* stack = section.parent;
        if (const std::string* id = stack != nullptr && stack->is_element("section")
                                        ? stack->attribute("id")
                                        : nullptr) {
            deck.slide_of_id.emplace(*id, i);
        }
    }
}

}  // namespace ghreveal::deck
