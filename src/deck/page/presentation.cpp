#include "deck/page/presentation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "deck/page/code_blocks.h"
#include "deck/slide_elements.h"
#include "deck/slide_facts.h"
#include "math/set_formulas.h"
#include "support/ascii.h"
#include "support/limit_names.h"

namespace ghreveal::deck {

namespace {

std::vector<dom::Node*> sections_of(dom::Node& parent) {
    std::vector<dom::Node*> sections;
    for (dom::Node* child = parent.first_child; child != nullptr; child = child->next) {
        if (child->is_element("section")) {
            sections.push_back(child);
        }
    }
    return sections;
}

bool is_hidden(const dom::Node& section) {
    const std::string* visibility = section.attribute("data-visibility");
    return visibility != nullptr && *visibility == "hidden";
}

void remove_hidden_slides(dom::Document& document, dom::Node& slides) {
    for (dom::Node* section : sections_of(slides)) {
        if (is_hidden(*section)) {
            document.remove(*section);
            continue;
        }
        for (dom::Node* vertical : sections_of(*section)) {
            if (is_hidden(*vertical)) {
                document.remove(*vertical);
            }
        }
    }
}

void load_lazily(dom::Node& node) {
    static constexpr std::string_view kLazy = " img iframe video audio source ";
    const std::string* address = node.attribute("data-src");
    if (address != nullptr && node.attribute("src") == nullptr &&
        kLazy.find(" " + node.name + " ") != kLazy.npos) {
        node.set_attribute("src", std::string(*address));
    }
}

std::string inner_markup(const dom::Node& node) {
    std::string markup;
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        markup += dom::outer_markup(*child);
    }
    return markup;
}

int last_line_of(const dom::Node& section) {
    int last = section.line;
    dom::for_each(section, [&](const dom::Node& node) {
        last = node.file == section.file ? std::max(last, node.line) : last;
    });
    return last;
}

bool has_katex(const dom::Node& root) {
    return dom::find_first(root, [](const dom::Node& node) {
               return node.is_element("span") && node.has_class("katex");
           }) != nullptr;
}

// Without layout() the slides' area is as large as the page, and slides begin at its top.
void spread_over_page(Configuration& configuration) {
    configuration.width = std::floor(configuration.width * (1 + configuration.margin));
    configuration.height = std::floor(configuration.height * (1 + configuration.margin));
    configuration.margin = 0;
    configuration.center = false;
}

class Presenter {
public:
    Presenter(Deck& deck, std::string_view file_text, const ReadOptions& options,
              Diagnostics& diagnostics)
        : deck_(deck),
          options_(options),
          formula_source_{deck.file, file_text},
          formulas_(deck.math, options.limits, formula_source_, diagnostics) {}

    void run() {
        if (deck_.configuration.disable_layout) {
            spread_over_page(deck_.configuration);
        }
        remove_hidden_slides(deck_.document, *deck_.slides_element);
        if (math::may_have_formulas(formula_source_.text, deck_.math)) {
            formulas_.look_ahead(*deck_.slides_element);
        }
        const std::vector<dom::Node*> sections = sections_of(*deck_.slides_element);
        bool has_stacks = false;
        for (std::size_t h = 0; h < sections.size(); ++h) {
            const std::vector<dom::Node*> verticals = sections_of(*sections[h]);
            show(*sections[h]);
            if (verticals.empty()) {
                add_slide(*sections[h], {static_cast<int>(h), 0, false});
                continue;
            }
            has_stacks = true;
            sections[h]->add_class("stack");
            for (std::size_t v = 0; v < verticals.size(); ++v) {
                show(*verticals[v]);
                add_slide(*verticals[v], {static_cast<int>(h), static_cast<int>(v), true});
            }
        }
        deck_.has_formulas = formulas_.formulas_set() > 0 || has_katex(*deck_.html);
        formulas_.finish(*deck_.html);
        number_slides(deck_);
        add_backgrounds(deck_);
        add_number_element(deck_);
        mark_page({.is_horizontal = sections.size() > 1, .has_stacks = has_stacks});
    }

private:
    static void show(dom::Node& section) {
        section.add_class("present");
        const std::string* style = section.attribute("style");
        section.set_attribute("style", (style == nullptr ? "" : *style + ";") + "display: block");
    }

    void add_slide(dom::Node& section, SlideIndex index) {
        if (deck_.slides.size() >= static_cast<std::size_t>(options_.limits.slides)) {
            throw Error({deck_.file, section.line},
                        fmt::format("more than {} slides", options_.limits.slides),
                        limit_hint(options_.limits, "slides"));
        }
        Slide slide;
        slide.index = index;
        slide.section = &section;
        slide.first_line = section.line;
        slide.last_line = last_line_of(section);
        const std::vector<CoveredBlock> covered = prepare_code(deck_, section);
        dom::for_each(section, load_lazily);
        formulas_.set_in(deck_.document, section);
        number_fragments(slide);
        note_covered(slide, covered);
        slide.title = first_heading(section);
        slide.notes_html = notes_of(section);
        deck_.slides.push_back(std::move(slide));
    }

    static void note_covered(Slide& slide, const std::vector<CoveredBlock>& covered) {
        for (const CoveredBlock& pair : covered) {
            for (const Fragment& fragment : slide.fragments) {
                if (fragment.element == pair.by) {
                    slide.covered.push_back({pair.block, fragment.step});
                }
            }
        }
    }

    // `data-notes` and every <aside class="notes">, in this order.
    static std::string notes_of(const dom::Node& section) {
        std::string notes;
        if (const std::string* attribute = section.attribute("data-notes")) {
            dom::Node text;
            text.type = dom::NodeType::kText;
            text.text = *attribute;
            notes += "<p>" + dom::outer_markup(text) + "</p>";
        }
        dom::for_each(section, [&](const dom::Node& node) {
            if (node.is_element("aside") && node.has_class("notes")) {
                notes += inner_markup(node);
            }
        });
        return ascii::is_blank(notes) ? "" : notes;
    }

    struct Arrangement {
        bool is_horizontal;  // there are several slides or stacks beside each other
        bool has_stacks;
    };

    void mark_page(const Arrangement& slides) {
        dom::Node& reveal = *deck_.reveal;
        reveal.add_class("slide ready focused");
        reveal.add_class(slides.is_horizontal ? "has-horizontal-slides" : "");
        reveal.add_class(slides.has_stacks ? "has-vertical-slides" : "");
        reveal.add_class(deck_.configuration.center ? "center" : "");
        reveal.add_class(deck_.configuration.rtl ? "rtl" : "");
        if (deck_.version.major >= 4) {
            deck_.html->add_class("reveal-full-page");
            deck_.body->add_class("reveal-viewport");
            expose_sizes(deck_);
        }
    }

    Deck& deck_;
    const ReadOptions& options_;
    math::FormulaSource formula_source_;
    math::FormulaSetter formulas_;
};

}  // namespace

void present(Deck& deck, std::string_view file_text, const ReadOptions& options,
             Diagnostics& diagnostics) {
    Presenter(deck, file_text, options, diagnostics).run();
}

}  // namespace ghreveal::deck
