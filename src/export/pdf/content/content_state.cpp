#include "export/pdf/content/content_state.h"

#include <utility>

namespace ghreveal::exporter {

Transform ContentState::matrix(const Operands& operands) const {
    return {number(operands, 5), number(operands, 4), number(operands, 3),
            number(operands, 2), number(operands, 1), number(operands, 0)};
}

bool ContentState::apply(std::string_view name, const Operands& operands) {
    if (name == "q") {
        saved_.push_back(page_);
    } else if (name == "Q") {
        if (!saved_.empty()) {
            page_ = saved_.back();
            saved_.pop_back();
        }
    } else if (name == "cm") {
        if (std::exchange(is_upright_, true)) {
            page_ = page_ * matrix(operands);
        }
    } else if (name == "Td") {
        text_matrix_ =
            text_matrix_ * Transform::translation({number(operands, 1), number(operands, 0)});
        is_position_known_ = true;
    } else if (name == "Tm") {
        text_matrix_ = matrix(operands);
        is_position_known_ = true;
    } else {
        return false;
    }
    return true;
}

}  // namespace ghreveal::exporter
