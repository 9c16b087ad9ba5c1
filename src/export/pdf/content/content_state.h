// Where a content stream draws: the parts of the graphics and text state that say so (PDF 32000-1
// §8.4, §9.4.2).
#pragma once

#include <string_view>
#include <vector>

#include "export/pdf/content/content_tokens.h"
#include "export/pdf/file/pt_geometry.h"

namespace ghreveal::exporter {

class ContentState {
public:
    explicit ContentState(const ContentTokens& tokens) : tokens_(tokens) {}

    // False for an operator that changes nothing of this.
    bool apply(std::string_view name, const Operands&);

    // On the page, from its upper left corner.
    PtPoint origin() const { return of_surface(page_.apply({0, 0})); }
    PtPoint text_position() const {
        return of_surface(page_.apply({text_matrix_.e, text_matrix_.f}));
    }
    // Whether the text's position is that of the next glyph: not behind other glyphs.
    bool is_text_position_known() const { return is_position_known_; }
    void glyph_shown() { is_position_known_ = false; }

private:
    double number(const Operands& operands, std::size_t from_end) const {
        return number_of(tokens_.text(operands.from_end(from_end)));
    }
    Transform matrix(const Operands&) const;

    const ContentTokens& tokens_;
    Transform page_;  // from user space to the page, after the first cm that turns it upright
    bool is_upright_ = false;
    std::vector<Transform> saved_;
    Transform text_matrix_;
    bool is_position_known_ = false;
};

}  // namespace ghreveal::exporter
