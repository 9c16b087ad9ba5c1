// Whether two items of display lists draw the same.
#pragma once

#include "paint/display_list.h"

namespace ghreveal::paint {

// What filters, masks and repeats is taken for another each time.
bool is_same_item(const DisplayItem&, const DisplayItem&);

}  // namespace ghreveal::paint
