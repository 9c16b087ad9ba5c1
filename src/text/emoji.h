// Which text may be shown as small pictures in colour (UTS #51).
#pragma once

#include <string_view>

namespace ghreveal::text {

// False for nearly all text that has no emoji in it, so that Pango is asked about little else:
// there has to be a flag's letter, U+FE0F, or a wide symbol, as all of Unicode's Emoji_Presentation
// are.
bool may_have_emoji(std::string_view utf8);

}  // namespace ghreveal::text
