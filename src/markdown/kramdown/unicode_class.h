// Classes of characters as kramdown's rules need them.
#pragma once

#include <string_view>

namespace ghreveal::markdown::kramdown {

// \p{Word}: letters, marks, decimal digits, connector punctuation.
bool is_word_character(char32_t);
bool ends_with_letter(std::string_view);
bool begins_with_alphanumeric(std::string_view);
// The bytes of letters and digits of any script, "-", "_", "." at the text's beginning: what a mail
// address has around its "@".
std::size_t mail_text_size(std::string_view);

}  // namespace ghreveal::markdown::kramdown
