#include "export/pdf/content/content_tokens.h"

#include <algorithm>
#include <charconv>

#include "support/ascii.h"

namespace ghreveal::exporter {

namespace {

// §7.2.2; looked up, because every byte of every page is.
enum class CharacterClass : unsigned char { kRegular, kWhite, kDelimiter };

constexpr std::array<CharacterClass, 256> character_classes() {
    std::array<CharacterClass, 256> classes{};
    for (const unsigned char c : std::string_view(" \n\r\t\f\0", 6)) {
        classes[c] = CharacterClass::kWhite;
    }
    for (const unsigned char c : std::string_view("()<>[]/%")) {
        classes[c] = CharacterClass::kDelimiter;
    }
    return classes;
}

constexpr std::array<CharacterClass, 256> kClasses = character_classes();

CharacterClass class_of(char c) {
    return kClasses[static_cast<unsigned char>(c)];
}

bool is_white(char c) {
    return class_of(c) == CharacterClass::kWhite;
}

std::size_t end_of_string(std::string_view content, std::size_t at) {
    int depth = 0;
    for (; at < content.size(); ++at) {
        const char c = content[at];
        if (c == '\\') {
            ++at;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            return at + 1;
        }
    }
    return content.size();
}

std::size_t end_of_comment(std::string_view content, std::size_t at) {
    return std::min(content.find_first_of("\r\n", at), content.size());
}

// To the bracket that closes, past strings and comments inside.
std::size_t end_of_brackets(std::string_view content, std::size_t at, char open, char close) {
    int depth = 0;
    while (at < content.size()) {
        const char c = content[at];
        if (c == '(') {
            at = end_of_string(content, at);
            continue;
        }
        if (c == '%') {
            at = end_of_comment(content, at);
            continue;
        }
        ++at;
        if (c == open) {
            ++depth;
        } else if (c == close && --depth == 0) {
            return at;
        }
    }
    return content.size();
}

std::size_t end_of_word(std::string_view content, std::size_t at) {
    ++at;
    while (at < content.size() && class_of(content[at]) == CharacterClass::kRegular) {
        ++at;
    }
    return at;
}

// Behind the EI of the image whose BI is at `at` (§8.9.7): its bytes may be anything, and it ends
// where the two letters stand on their own.
std::size_t end_of_inline_image(std::string_view content, std::size_t at) {
    const auto is_alone = [content](std::size_t word) {
        return is_white(content[word - 1]) &&
               (word + 2 == content.size() || is_white(content[word + 2]));
    };
    const auto next_alone = [&](std::string_view word, std::size_t from) {
        std::size_t found = content.find(word, from);
        while (found != content.npos && !is_alone(found)) {
            found = content.find(word, found + 1);
        }
        return found;
    };
    const std::size_t data = next_alone("ID", at + 2);
    const std::size_t end = data == content.npos ? data : next_alone("EI", data + 2);
    return end == content.npos ? content.size() : end + 2;
}

}  // namespace

std::size_t end_of_operand(std::string_view content, std::size_t at) {
    switch (content[at]) {
        case '(':
            return end_of_string(content, at);
        case '[':
            return end_of_brackets(content, at, '[', ']');
        case '<':  // a string, or a dictionary
            return end_of_brackets(content, at, '<', '>');
        default:
            break;
    }
    return end_of_word(content, at);
}

ContentToken ContentTokens::next() {
    std::size_t at = at_;
    for (; at < content_.size(); ++at) {
        if (content_[at] == '%') {
            at = end_of_comment(content_, at);
        } else if (!is_white(content_[at])) {
            break;
        }
    }
    at_ = std::min(at, content_.size());
    if (at_ == content_.size()) {
        return {ContentToken::Kind::kEnd, at_, at_};
    }
    const char c = content_[at];
    const bool is_operator = ascii::is_letter(c) || c == '\'' || c == '"';
    at_ = class_of(c) == CharacterClass::kRegular ? end_of_word(content_, at)
                                                  : end_of_operand(content_, at);
    if (is_operator && content_.substr(at, at_ - at) == "BI") {
        at_ = end_of_inline_image(content_, at);
    }
    return {is_operator ? ContentToken::Kind::kOperator : ContentToken::Kind::kOperand, at, at_};
}

double number_of(std::string_view text) {
    double value = 0;
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace ghreveal::exporter
