// Classes of characters as kramdown's rules need them.
#pragma once

#include <string_view>

namespace ghreveal::deck {

// \p{Word}: letters, marks, decimal digits, connector punctuation.
bool is_word_character(char32_t);
bool ends_with_letter(std::string_view);
bool begins_with_alphanumeric(std::string_view);
// Letters and digits of any script, "-", "_", ".": what a mail address has around its "@".
bool is_mail_text(std::string_view);

}  // namespace ghreveal::deck
