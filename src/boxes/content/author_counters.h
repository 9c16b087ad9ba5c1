// Numbers in the counter styles that sheets define (CSS Counter Styles 3 §2 to §4), else in the
// predefined ones.
#pragma once

#include <string>
#include <string_view>

#include "css/style_sheet.h"

namespace ghreveal::boxes {

// `styles`: those of the deck's sheets.
std::string counter_text(int value, std::string_view counter_style,
                         const css::CounterStyles& styles);
// With what is before and behind it in a marker.
std::string marker_counter_text(int value, std::string_view counter_style,
                                const css::CounterStyles& styles);

}  // namespace ghreveal::boxes
