#include "deck/article_content.h"

#include <algorithm>
#include <array>

#include "dom/copy.h"

namespace ghreveal::deck {

namespace {

// Made of what is in it, which no style sheet of a slide shows or hides part by part.
bool is_one_piece(const dom::Node& node) {
    constexpr std::array<std::string_view, 6> kPieces{"picture", "video",  "audio",
                                                      "object",  "iframe", "select"};
    return node.is_foreign || std::find(kPieces.begin(), kPieces.end(), node.name) != kPieces.end();
}

// Where KaTeX put a formula's parts is in its classes and styles.
bool is_formula(const dom::Node& node) {
    return node.has_class("katex") || node.has_class("katex-display") ||
           node.has_class("katex-error");
}

// What only a screen has use for. Icons are what their classes say.
void drop_screen_attributes(dom::Node& element) {
    const bool is_icon = element.name == "i" || element.name == "span";
    std::erase_if(element.attributes, [&](const dom::Attribute& attribute) {
        return attribute.name == "style" || (attribute.name == "class" && !is_icon);
    });
}

class ArticleWriter {
public:
    ArticleWriter(dom::Document& document, const SlideView& view)
        : document_(document), view_(view) {}

    void add_content(dom::Node& parent, const dom::Node& element, const ElementView& look) {
        add_generated(parent, look.before);
        for (const dom::Node* child = element.first_child; child != nullptr; child = child->next) {
            if (child->is_element()) {
                add_element(parent, *child);
            } else if (look.is_visible) {
                document_.append_child(parent, dom::copy_of(document_, *child));
            }
        }
        add_generated(parent, look.after);
    }

private:
    void add_element(dom::Node& parent, const dom::Node& element) {
        const auto found = view_.find(&element);
        const ElementView look = found == view_.end() ? ElementView{} : found->second;
        if (!look.is_shown) {
            return;
        }
        if (is_one_piece(element) || is_formula(element)) {
            if (look.is_visible) {
                document_.append_child(parent, dom::copy_of(document_, element));
            }
            return;
        }
        dom::Node& copy = dom::shallow_copy_of(document_, element);
        drop_screen_attributes(copy);
        set_look(copy, look);
        add_content(copy, element, look);
        if (look.is_visible || copy.first_child != nullptr) {
            document_.append_child(parent, copy);
        }
    }

    static void set_look(dom::Node& copy, const ElementView& look) {
        std::string style;
        if (!look.list_style.empty()) {
            style += "list-style: " + look.list_style + ";";
        }
        if (!look.text_align.empty()) {
            style += "text-align: " + look.text_align + ";";
        }
        if (look.is_struck) {
            style += "text-decoration: line-through;";
        }
        if (!style.empty()) {
            copy.set_attribute("style", style);
        }
        if (!look.before.empty() || !look.after.empty()) {
            copy.add_class("generated");
        }
    }

    void add_generated(dom::Node& parent, const std::string& text) {
        if (!text.empty()) {
            document_.append_child(parent, document_.create_text(text));
        }
    }

    dom::Document& document_;
    const SlideView& view_;
};

}  // namespace

void add_article_content(dom::Document& document, dom::Node& section, const dom::Node& slide,
                         const SlideView& view) {
    ArticleWriter(document, view).add_content(section, slide, {});
}

}  // namespace ghreveal::deck
