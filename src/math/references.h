// \label, \ref and \eqref, which KaTeX does not have: labels are taken out of a formula before it
// is set, and told by the numbers that its rows got.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dom/document.h"
#include "support/error.h"

namespace ghreveal::math {

struct Label {
    std::string name;
    std::size_t row = 0;  // of the formula
};

struct LabelledTex {
    std::string tex;  // without \label, with a marked place for each \ref and \eqref
    std::vector<Label> labels;
};

LabelledTex take_labels(std::string_view tex);

struct Argument {
    std::string_view text;
    std::size_t end = std::string_view::npos;  // of the whole command; npos: it is not there
};
// Of the \ref{name} or \eqref{name} that a text begins with.
Argument reference_at(std::string_view text);

class References {
public:
    // Gives the rows that are numbered (.eqn-num) their numbers, counted through the deck, and
    // notes what the labels stand for.
    void number_rows(dom::Document&, dom::Node& formula, const std::vector<Label>&);
    // Puts the numbers into the places below `root` that stand for references.
    void resolve(dom::Node& root, const std::string& deck_file, Diagnostics&) const;
    bool empty() const { return !has_places_; }
    void note_places() { has_places_ = true; }

private:
    int last_number_ = 0;
    bool has_places_ = false;
    std::map<std::string, std::string, std::less<>> numbers_;
};

}  // namespace ghreveal::math
