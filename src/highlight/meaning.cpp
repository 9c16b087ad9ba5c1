#include "highlight/meaning.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"

namespace ghreveal::highlight {
namespace {

// Words that can stand before a name without defining it.
constexpr std::array kUsingWords = std::to_array<std::string_view>(
    {"and",    "assert", "await", "case",  "delete", "do",     "echo",  "elif",  "else",
     "end",    "for",    "if",    "in",    "is",     "let",    "match", "my",    "new",
     "not",    "of",     "or",    "print", "raise",  "return", "then",  "throw", "typeof",
     "unless", "until",  "when",  "where", "while",  "with",   "yield"});

constexpr std::array kLiterals =
    std::to_array<std::string_view>({"FALSE", "False", "NULL", "None", "TRUE", "True", "false",
                                     "nil", "null", "nullptr", "true", "undefined"});

bool is_literal(std::string_view word) {
    return std::find(kLiterals.begin(), kLiterals.end(), word) != kLiterals.end();
}

}  // namespace

std::string_view class_of_piece(const ClassName& name, std::string_view code, std::size_t begin,
                                std::size_t end) {
    const std::string_view piece = code.substr(begin, end - begin);
    switch (name.meaning) {
        case Meaning::kClass:
            break;
        case Meaning::kName:
            return is_definition(code, begin) ? name.hljs : "";
        case Meaning::kPreprocessor: {
            const std::size_t first = piece.find_first_not_of(" \t");
            const bool is_word_first =
                first != std::string_view::npos && ascii::is_word_character(piece[first]);
            return is_word_first ? "keyword" : name.hljs;
        }
        case Meaning::kKeyword:
            return is_literal(piece) ? "literal" : name.hljs;
    }
    return name.hljs;
}

bool is_definition(std::string_view code, std::size_t begin) {
    std::size_t end = begin;
    while (end > 0 && (code[end - 1] == ' ' || code[end - 1] == '\t')) {
        --end;
    }
    const bool has_space = end < begin;
    // `char *name`, `List<int> name`
    while (end > 0 && (code[end - 1] == '*' || code[end - 1] == '&' || code[end - 1] == '>')) {
        --end;
    }
    if (end == 0 || !ascii::is_word_character(code[end - 1])) {
        return false;
    }
    if (!has_space && end == begin) {
        return false;
    }
    std::size_t word_begin = end;
    while (word_begin > 0 && ascii::is_word_character(code[word_begin - 1])) {
        --word_begin;
    }
    const std::string_view word = code.substr(word_begin, end - word_begin);
    if (ascii::is_digit(word.front())) {
        return false;
    }
    return std::find(kUsingWords.begin(), kUsingWords.end(), word) == kUsingWords.end();
}

}  // namespace ghreveal::highlight
