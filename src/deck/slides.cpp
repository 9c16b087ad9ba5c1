#include "deck/slides.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "deck/keywords.h"
#include "deck/page/code_blocks.h"
#include "deck/slide_elements.h"
#include "deck/slide_facts.h"
#include "dom/parse.h"
#include "math/set_formulas.h"
#include "support/ascii.h"
#include "support/limit_names.h"

namespace ghreveal::deck {

namespace {

constexpr std::string_view kNewStack = "§new";
constexpr std::string_view kNewSlide = "§break";
constexpr std::string_view kNotes = "§notes";

std::vector<std::string_view> split_at(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = text.find(separator); at != std::string_view::npos;
         at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + separator.size());
    }
    parts.push_back(text);
    return parts;
}

// Where the HTML at an offset was written: its last mark, and the line ends since.
dom::SourceMark origin_at(const markdown::HtmlText& html, std::size_t offset) {
    const auto after = std::upper_bound(
        html.origins.begin(), html.origins.end(), offset,
        [](std::size_t wanted, const dom::SourceMark& mark) { return wanted < mark.offset; });
    if (after == html.origins.begin()) {
        return {};
    }
    dom::SourceMark mark = *std::prev(after);
    const auto begin = html.text.begin() + static_cast<std::ptrdiff_t>(mark.offset);
    const auto end = html.text.begin() + static_cast<std::ptrdiff_t>(offset);
    mark.line += static_cast<int>(std::count(begin, end, '\n'));
    return mark;
}

void drop_step(dom::Node& node) {
    std::erase_if(node.attributes, [](const dom::Attribute& attribute) {
        return attribute.name == "data-fragment-index" ||
               (attribute.name == "class" && attribute.value == "fragment");
    });
}

struct LineRange {
    int first = 0;
    int last = 0;
};

// Of the Markdown that stands in the deck's own file.
LineRange own_lines(const std::vector<markdown::SourceLine>& lines) {
    LineRange range;
    for (const markdown::SourceLine& line : lines) {
        if (line.origin.file == 0) {
            range.first = range.first == 0 ? line.origin.line : range.first;
            range.last = line.origin.line;
        }
    }
    range.first = std::max(range.first, 1);
    return {range.first, std::max(range.last, range.first)};
}

class Builder {
public:
    Builder(Deck& deck, const SlidesSource& source, const ReadOptions& options,
            Diagnostics& diagnostics)
        : deck_(deck),
          html_(&source.html),
          options_(options),
          diagnostics_(diagnostics),
          own_lines_(own_lines(source.lines)),
          formula_source_{deck.file, source.file_text},
          formulas_(deck.math, options.limits, formula_source_, diagnostics) {}

    void build() {
        build_page();
        formulas_.look_ahead(html_->text);
        add_title_slide();
        const auto stacks = split_at(html_->text, kNewStack);
        for (std::size_t h = 0; h < stacks.size(); ++h) {
            dom::Node& stack = add_element(*deck_.slides_element, "section");
            stack.add_class("stack present");
            int v = 0;
            for (const std::string_view piece : split_at(stacks[h], kNewSlide)) {
                add_slide(stack, piece, {static_cast<int>(h) + 1, v++, true});
            }
        }
        deck_.has_formulas = formulas_.formulas_set() > 0;
        formulas_.finish(*deck_.html);
        drop_empty_last_slide();
        number_slides(deck_);
        add_backgrounds(deck_);
    }

private:
    dom::Node& add_element(dom::Node& parent, std::string_view name) {
        dom::Node& element = deck_.document.create_element(name);
        deck_.document.append_child(parent, element);
        return element;
    }

    void build_page() {
        deck_.html = &deck_.document.create_element("html");
        deck_.body = &add_element(*deck_.html, "body");
        deck_.body->add_class("reveal-viewport");  // what reveal.js 4's themes give a background
        deck_.reveal = &add_element(*deck_.body, "div");
        deck_.reveal->add_class("reveal slide ready has-horizontal-slides has-vertical-slides");
        expose_sizes(deck_);
        if (deck_.configuration.center) {
            deck_.reveal->add_class("center");
        }
        if (deck_.configuration.rtl) {
            deck_.reveal->add_class("rtl");
        }
        deck_.slides_element = &add_element(*deck_.reveal, "div");
        deck_.slides_element->add_class("slides");
    }

    void add_title_slide() {
        Slide slide;
        slide.section = &add_element(*deck_.slides_element, "section");
        slide.section->add_class("present");
        slide.first_line = 1;
        slide.last_line = own_lines_.first;
        const std::string html =
            fmt::format("<h1>{}</h1>\n{}", deck_.metadata.title, deck_.metadata.subtitle);
        slide.section->line = 1;
        dom::parse_fragment(deck_.document, *slide.section, html, "section", options_.limits);
        set_formulas(html, *slide.section);
        slide.title = first_heading(*slide.section);
        number_fragments(slide);
        deck_.slides.push_back(std::move(slide));
    }

    // `html` is what the section was made of.
    void set_formulas(std::string_view html, dom::Node& section) {
        if (math::may_have_formulas(html, deck_.math)) {
            formulas_.set_in(deck_.document, section);
        }
    }

    void add_slide(dom::Node& stack, std::string_view html, SlideIndex index) {
        if (deck_.slides.size() > static_cast<std::size_t>(options_.limits.slides)) {
            throw Error({deck_.file, 0}, fmt::format("more than {} slides", options_.limits.slides),
                        limit_hint(options_.limits, "slides"));
        }
        Slide slide;
        slide.index = index;
        slide.section = &add_element(stack, "section");
        slide.section->add_class("present");
        place(slide, static_cast<std::size_t>(html.data() - html_->text.data()));
        const auto parts = split_at(html, kNotes);
        check_open_elements(parts.front(), options_.limits, {deck_.file, slide.first_line});
        dom::parse_fragment(
            deck_.document, *slide.section, parts.front(), "section", options_.limits,
            {&html_->origins, static_cast<std::size_t>(html.data() - html_->text.data())});
        for (std::size_t i = 1; i < parts.size(); ++i) {
            slide.notes_html += notes_html(parts[i], slide.first_line);
        }
        check_elements(deck_, options_.limits);
        apply_keywords(deck_.document, *slide.section, {deck_.file, options_.limits}, diagnostics_);
        if (parts.front().find("data-trim") != std::string_view::npos) {
            trim_code(*slide.section, deck_.version);
        }
        set_formulas(parts.front(), *slide.section);
        number_fragments(slide);
        slide.title = first_heading(*slide.section);
        deck_.slides.push_back(std::move(slide));
    }

    // A note with its keywords done. Notes have no steps: their fragments are shown.
    std::string notes_html(std::string_view html, int line) {
        const bool has_formulas = math::may_have_formulas(html, deck_.math);
        if (html.find("§") == std::string_view::npos && !has_formulas) {
            return with_signs(std::string(html));
        }
        dom::Document document;
        dom::Node& section = document.create_element("section");
        section.line = line;
        dom::parse_fragment(document, section, html, "section", options_.limits);
        apply_keywords(document, section, {deck_.file, options_.limits}, diagnostics_);
        formulas_.set_in(document, section);
        std::string result;
        dom::for_each(section, [](dom::Node& node) { drop_step(node); });
        for (const dom::Node* child = section.first_child; child != nullptr; child = child->next) {
            result += dom::outer_markup(*child);
        }
        return result;
    }

    // A slide begins where its separator stands, one from an included file where the slide before
    // it does, as far as the deck's own file goes.
    void place(Slide& slide, std::size_t offset) {
        const bool is_first = deck_.slides.size() == 1;
        const dom::SourceMark origin =
            is_first ? dom::SourceMark{0, own_lines_.first, 0} : origin_at(*html_, offset - 1);
        slide.first_line = origin.file == 0
                               ? origin.line
                               : std::max(deck_.slides.back().first_line, own_lines_.first);
        slide.last_line = own_lines_.last;
        if (!is_first) {
            deck_.slides.back().last_line = slide.first_line;
        }
        slide.section->line = origin.line;
        slide.section->file = deck_.document.file(origin.file);
    }

    // A separator at the deck's end opens a slide that its author did not mean.
    void drop_empty_last_slide() {
        Slide& last = deck_.slides.back();
        const bool after_separator = deck_.slides.size() > 2;
        if (options_.keep_empty_last_slide || !after_separator || has_something(*last.section) ||
            !last.notes_html.empty() || last.section->attribute("data-background") != nullptr) {
            return;
        }
        dom::Node* stack = last.section->parent;
        deck_.document.remove(*last.section);
        if (stack->first_child == nullptr) {
            deck_.document.remove(*stack);
        }
        deck_.slides.pop_back();
    }

    Deck& deck_;
    const markdown::HtmlText* html_;
    const ReadOptions& options_;
    Diagnostics& diagnostics_;
    LineRange own_lines_;
    math::FormulaSource formula_source_;
    math::FormulaSetter formulas_;
};

}  // namespace

void build_slides(Deck& deck, const SlidesSource& source, const ReadOptions& options,
                  Diagnostics& diagnostics) {
    Builder(deck, source, options, diagnostics).build();
}

}  // namespace ghreveal::deck
