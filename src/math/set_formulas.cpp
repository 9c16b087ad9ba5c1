#include "math/set_formulas.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "dom/parse.h"
#include "math/delimiters.h"
#include "math/formulas_ahead.h"
#include "math/mathml.h"
#include "math/reading_order.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::math {

namespace {

// KaTeX's own colour of what it cannot read.
constexpr std::string_view kErrorStyle = "color:#cc0000";

bool is_formula_script(const dom::Node& node) {
    const std::string* type = node.is_element("script") ? node.attribute("type") : nullptr;
    return type != nullptr && ascii::starts_ignoring_case(*type, "math/tex");
}

// pandoc's `<span class="math inline">`, whatever writes the formulas in it.
bool is_pandoc_formula(const dom::Node& node) {
    return node.is_element("span") && node.has_class("math") &&
           (node.has_class("inline") || node.has_class("display")) && dom::has_only_text(node);
}

// Whose text is no text for formulas: the elements that MathJax and auto-render skip, and what is
// set already.
bool is_skipped(const dom::Node& node, bool looks_into_code) {
    constexpr std::array<std::string_view, 9> kSkipped{
        "script", "noscript", "style", "textarea", "pre", "svg", "title", "option", "iframe"};
    return (!looks_into_code && node.name == "code") ||
           std::find(kSkipped.begin(), kSkipped.end(), node.name) != kSkipped.end() ||
           node.has_class("katex") || node.has_class("MathJax") || node.has_class("mjx-chtml") ||
           node.has_class("tex2jax_ignore") || node.has_class("mathjax_ignore");
}

struct Places {
    std::vector<dom::Node*> texts;
    std::vector<dom::Node*> scripts;
    std::vector<dom::Node*> spans;
    std::vector<dom::Node*> mathml;
};

bool has_delimiter(std::string_view text, const Settings& settings) {
    return (settings.finds_environments && text.find("\\begin{") != text.npos) ||
           (settings.finds_references && text.find("ref{") != text.npos) ||
           std::any_of(settings.delimiters.begin(), settings.delimiters.end(),
                       [&](const Delimiters& pair) { return text.find(pair.left) != text.npos; });
}

void collect(dom::Node& node, const Settings& settings, Places& places) {
    if (node.is_text()) {
        if (has_delimiter(node.text, settings)) {
            places.texts.push_back(&node);
        }
    } else if (is_formula_script(node)) {
        places.scripts.push_back(&node);
    } else if (is_pandoc_formula(node)) {
        places.spans.push_back(&node);
    } else if (node.is_element("math")) {
        places.mathml.push_back(&node);
    } else if (!is_skipped(node, settings.looks_into_code)) {
        for (dom::Node* child = node.first_child; child != nullptr; child = child->next) {
            collect(*child, settings, places);
        }
    }
}

// What MathJax leaves beside its scripts for browsers without it.
void remove_preview(dom::Document& document, dom::Node& script) {
    dom::Node* before = script.previous;
    if (before != nullptr && before->is_element() && before->has_class("MathJax_Preview")) {
        document.remove(*before);
    }
}

// KaTeX writes them here and there; browsers leave them out without a word, as CSS has no such
// heights.
void drop_negative_heights(dom::Node& formula) {
    dom::for_each(formula, [](dom::Node& node) {
        std::erase_if(node.attributes, [](const dom::Attribute& attribute) {
            return attribute.name == "style" && attribute.value.starts_with("height:-") &&
                   attribute.value.find(';') + 1 == attribute.value.size();
        });
    });
}

// What pandoc's span or MathJax's script stands for.
Formula formula_of_span(const dom::Node& span, const Limits& limits) {
    const std::string& text = span.first_child->text;
    const Settings delimited{.delimiters = all_delimiters()};
    const std::vector<FoundFormula> found = find_formulas(text, delimited, limits);
    return {found.size() == 1 ? found.front().formula.tex : std::string(trimmed_tex(text)),
            span.has_class("display") ? FormulaStyle::kDisplay : FormulaStyle::kInline};
}

Formula formula_of_script(const dom::Node& script) {
    const std::string written = dom::text_content(script);
    const bool is_display = script.attribute("type")->find("mode=display") != std::string::npos;
    return {std::string(trimmed_tex(written)),
            is_display ? FormulaStyle::kDisplay : FormulaStyle::kInline};
}

dom::Node& text_like(dom::Document& document, const dom::Node& original, std::string_view text) {
    dom::Node& node = document.create_text(text);
    dom::place_at(node, original);
    return node;
}

// Where a formula's TeX stands in the file: KaTeX tells a place in the TeX, and a tree knows lines.
struct PlaceInFile {
    int line = 0;
    std::size_t column = 0;  // from 1; 0: not known
};

PlaceInFile place_in_file(std::string_view text, std::string_view tex, int first_line,
                          std::size_t offset) {
    constexpr int kLinesLookedAt = 200;
    std::size_t begin = 0;
    for (int line = 1; line < first_line && begin != text.npos; ++line) {
        begin = text.find('\n', begin);
        begin = begin == text.npos ? begin : begin + 1;
    }
    if (begin == text.npos) {
        return {first_line, 0};
    }
    std::size_t end = begin;
    for (int line = 0; line < kLinesLookedAt && end != text.npos; ++line) {
        end = text.find('\n', end + 1);
    }
    const std::size_t at = text.substr(0, end).find(tex, begin);
    if (at == text.npos) {
        return {first_line, 0};
    }
    const std::size_t place = at + std::min(offset, tex.size());
    const auto lines = std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                  text.begin() + static_cast<std::ptrdiff_t>(place), '\n');
    const std::size_t line_begin = text.rfind('\n', place == 0 ? 0 : place - 1);
    return {first_line + static_cast<int>(lines),
            line_begin == text.npos ? place + 1 : place - line_begin};
}

}  // namespace

bool may_have_formulas(std::string_view html, const Settings& settings) {
    // "math/tex", class="math inline", \eqref{…} in running text
    return has_delimiter(html, settings) || html.find("math") != html.npos ||
           (!settings.delimiters.empty() && html.find("ref{") != html.npos);
}

FormulaSetter::FormulaSetter(const Settings& settings, const Limits& limits,
                             const FormulaSource& source, Diagnostics& diagnostics)
    : settings_(settings),
      limits_(limits),
      source_(source),
      diagnostics_(diagnostics),
      typesetter_(settings.macros, limits) {
    settings_.finds_references =
        !settings.delimiters.empty() && source.text.find("\\label{") != source.text.npos;
}

// A talk about TeX may well show a \ref{…}: one in running text needs a label that is there.
bool FormulaSetter::leads_nowhere(const Formula& formula) const {
    const Argument reference = reference_at(formula.tex);
    return reference.end == formula.tex.size() &&
           source_.text.find(fmt::format("\\label{{{}}}", reference.text)) == source_.text.npos;
}

void FormulaSetter::look_ahead(std::string_view html) {
    if (settings_.mode != MathMode::kSource && may_have_formulas(html, settings_)) {
        set_ahead(formulas_in_html(html, settings_, limits_));
    }
}

void FormulaSetter::look_ahead(dom::Node& root) {
    if (settings_.mode == MathMode::kSource) {
        return;
    }
    Places places;
    collect(root, settings_, places);
    std::vector<Formula> formulas;
    for (const dom::Node* text : places.texts) {
        for (FoundFormula& found : find_formulas(text->text, settings_, limits_)) {
            formulas.push_back(std::move(found.formula));
        }
    }
    for (const dom::Node* script : places.scripts) {
        formulas.push_back(formula_of_script(*script));
    }
    for (const dom::Node* span : places.spans) {
        formulas.push_back(formula_of_span(*span, limits_));
    }
    set_ahead(std::move(formulas));
}

void FormulaSetter::set_ahead(std::vector<Formula> formulas) {
    for (Formula& formula : formulas) {
        formula.tex = take_labels(formula.tex).tex;
    }
    typesetter_.set_ahead(formulas);
}

void FormulaSetter::set_in(dom::Document& document, dom::Node& root) {
    if (settings_.mode == MathMode::kSource) {
        return;
    }
    Places places;
    collect(root, settings_, places);
    for (dom::Node* text : places.texts) {
        set_text(document, *text);
    }
    for (dom::Node* script : places.scripts) {
        set_script(document, *script);
    }
    for (dom::Node* span : places.spans) {
        set_pandoc_span(document, *span);
    }
    for (dom::Node* element : places.mathml) {
        set_mathml(document, *element);
    }
}

void FormulaSetter::finish(dom::Node& root) {
    references_.resolve(root, source_.file, diagnostics_);
}

void FormulaSetter::set_text(dom::Document& document, dom::Node& text) {
    const std::string written = text.text;
    const std::vector<FoundFormula> found = find_formulas(written, settings_, limits_);
    if (found.empty()) {
        return;
    }
    std::size_t done = 0;
    const auto keep_until = [&](std::size_t end) {
        if (end > done) {
            document.insert_before(
                text,
                text_like(document, text, std::string_view(written).substr(done, end - done)));
        }
    };
    for (const FoundFormula& one : found) {
        const bool is_running_text = one.tex_begin == one.begin;
        if (is_running_text && leads_nowhere(one.formula)) {
            continue;
        }
        keep_until(one.begin);
        put(document, one.formula, text, one.tex_begin);
        done = one.end;
    }
    keep_until(written.size());
    document.remove(text);
}

void FormulaSetter::set_script(dom::Document& document, dom::Node& script) {
    remove_preview(document, script);
    put(document, formula_of_script(script), script, 0);
    document.remove(script);
}

void FormulaSetter::set_pandoc_span(dom::Document& document, dom::Node& span) {
    dom::Node& text = *span.first_child;
    put(document, formula_of_span(span, limits_), text, 0);
    document.remove(text);
}

void FormulaSetter::set_mathml(dom::Document& document, dom::Node& element) {
    const FormulaFromMathml read = formula_of(element);
    for (const std::string& name : read.unknown) {
        diagnostics_.warn(Rule::kFormula, dom::position_of(element, source_.file),
                          fmt::format("MathML's <{}> is not known; its content is shown", name));
    }
    put(document, read.formula, element, 0);
    document.remove(element);
}

void FormulaSetter::put(dom::Document& document, const Formula& formula, dom::Node& place,
                        std::size_t offset) {
    const LabelledTex labelled = take_labels(formula.tex);
    const TypesetFormula& typeset = typesetter_.set({labelled.tex, formula.style});
    if (typeset.html.empty()) {
        report(formula, typeset, place, offset);
        put_source(document, formula, typeset, place);
        return;
    }
    dom::Node& holder = document.create_element("span");
    dom::place_at(holder, place);
    dom::parse_fragment(document, holder, typeset.html, "span", limits_);
    dom::Node* element = holder.first_child;
    if (element == nullptr) {
        return;
    }
    document.remove(*element);
    element->set_attribute(kSourceAttribute, formula.tex);
    put_in_reading_order(document, *element);
    drop_negative_heights(*element);
    references_.number_rows(document, *element, labelled.labels);
    if (labelled.tex.find("\\htmlClass{formula-reference") != std::string::npos) {
        references_.note_places();
    }
    document.insert_before(place, *element);
}

void FormulaSetter::put_source(dom::Document& document, const Formula& formula,
                               const TypesetFormula& typeset, dom::Node& place) {
    dom::Node& element = document.create_element("span");
    dom::place_at(element, place);
    element.attributes = {{"class", "katex-error"},
                          {"title", typeset.problem},
                          {"style", std::string(kErrorStyle)},
                          {std::string(kSourceAttribute), formula.tex}};
    document.append_child(element, text_like(document, place, formula.tex));
    document.insert_before(place, element);
}

void FormulaSetter::report(const Formula& formula, const TypesetFormula& typeset,
                           const dom::Node& place, std::size_t offset) {
    SourcePosition where = dom::position_of(place, source_.file);
    const std::size_t in_tex =
        typeset.offset == TypesetFormula::kUnknownOffset ? formula.tex.size() : typeset.offset;
    std::string column;
    if (place.file == nullptr) {
        const PlaceInFile found = place_in_file(source_.text, formula.tex, where.line, in_tex);
        where.line = found.line;
        column = found.column == 0 ? "" : fmt::format(", column {}", found.column);
    } else {
        const std::string_view before = std::string_view(place.text).substr(0, offset);
        where.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    }
    diagnostics_.warn(Rule::kFormula, where,
                      fmt::format("a formula cannot be set{}: {}", column, typeset.problem),
                      "its source is shown; docs/formulas.md says what KaTeX knows");
}

}  // namespace ghreveal::math
