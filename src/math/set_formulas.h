// A tree with formulas in TeX -> the same with what KaTeX makes of them. A formula's outermost
// element keeps the source in `data-tex`.
#pragma once

#include <string>
#include <string_view>

#include "dom/document.h"
#include "math/references.h"
#include "math/settings.h"
#include "math/typesetter.h"
#include "support/error.h"

namespace ghreveal::math {

inline constexpr std::string_view kSourceAttribute = "data-tex";

// Whether text or markup may have formulas in it: a quick look, so that decks without pay nothing.
bool may_have_formulas(std::string_view html, const Settings&);

// Where a deck's formulas come from, for messages.
struct FormulaSource {
    std::string file;
    std::string_view text;
};

class FormulaSetter {
public:
    // All outlive it.
    FormulaSetter(const Settings&, const Limits&, const FormulaSource&, Diagnostics&);

    // What will be set, as HTML text or as trees: formulas that are known before are set faster.
    void look_ahead(std::string_view html);
    void look_ahead(dom::Node& root);
    // Sets the formulas in the text below `root`, in <script type="math/tex">, in elements of class
    // `math` as pandoc writes them, and MathML.
    void set_in(dom::Document&, dom::Node& root);
    // Puts numbers in place of references; at the end, as they may lead forward.
    void finish(dom::Node& root);
    std::size_t formulas_set() const { return typesetter_.formulas_set(); }

private:
    void set_text(dom::Document&, dom::Node& text);
    void set_script(dom::Document&, dom::Node& script);
    void set_pandoc_span(dom::Document&, dom::Node& span);
    void set_mathml(dom::Document&, dom::Node& element);
    // Puts the formula before `place`, which is as it was written: from `offset` of its text on.
    void put(dom::Document&, const Formula&, dom::Node& place, std::size_t offset);
    void put_source(dom::Document&, const Formula&, const TypesetFormula&, dom::Node& place);
    void report(const Formula&, const TypesetFormula&, const dom::Node& place, std::size_t offset);

    void set_ahead(std::vector<Formula>);
    bool leads_nowhere(const Formula&) const;

    Settings settings_;
    const Limits& limits_;
    const FormulaSource& source_;
    Diagnostics& diagnostics_;
    Typesetter typesetter_;
    References references_;
};

}  // namespace ghreveal::math
