// The sides of a box as its own writing mode has them: in its frame the lines run from left to
// right and follow each other from top to bottom, whatever they do on the page (CSS Writing Modes 4
// §6). For anything with a top, right, bottom and left.
#pragma once

#include "style/properties/text_style.h"

namespace ghreveal::boxes {

constexpr bool is_vertical(style::WritingMode mode) {
    return mode != style::WritingMode::kHorizontal;
}

template <typename Sides>
Sides into_frame(const Sides& page, style::WritingMode mode) {
    switch (mode) {
        case style::WritingMode::kVerticalRl:
        case style::WritingMode::kSidewaysRl:
            return {page.right, page.bottom, page.left, page.top};
        case style::WritingMode::kVerticalLr:
            return {page.left, page.bottom, page.right, page.top};
        case style::WritingMode::kSidewaysLr:
            return {page.left, page.top, page.right, page.bottom};
        case style::WritingMode::kHorizontal:
            break;
    }
    return page;
}

template <typename Sides>
Sides out_of_frame(const Sides& frame, style::WritingMode mode) {
    switch (mode) {
        case style::WritingMode::kVerticalRl:
        case style::WritingMode::kSidewaysRl:
            return {frame.left, frame.top, frame.right, frame.bottom};
        case style::WritingMode::kVerticalLr:
            return {frame.left, frame.bottom, frame.right, frame.top};
        case style::WritingMode::kSidewaysLr:
            return {frame.right, frame.bottom, frame.left, frame.top};
        case style::WritingMode::kHorizontal:
            break;
    }
    return frame;
}

}  // namespace ghreveal::boxes
