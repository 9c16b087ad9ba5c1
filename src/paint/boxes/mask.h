// Masks of boxes (CSS Masking 1 §6).
#pragma once

#include <memory>

#include "paint/boxes/box_decorations.h"

namespace ghreveal::paint {

bool has_mask(const style::PaintStyle&);

std::shared_ptr<const MaskList> mask_of(const DecoratedBox&, const style::PaintStyle&,
                                        PaintContext&);

}  // namespace ghreveal::paint
