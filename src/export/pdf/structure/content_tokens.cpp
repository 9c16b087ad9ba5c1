#include "export/pdf/structure/content_tokens.h"

#include <algorithm>
#include <charconv>

#include "support/ascii.h"

namespace ghreveal::exporter {

namespace {

bool is_white(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool is_delimiter(char c) {
    return c == '(' || c == '<' || c == '[' || c == '/' || c == ']' || c == '>' || c == ')';
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

// To the bracket that closes, past strings inside.
std::size_t end_of_brackets(std::string_view content, std::size_t at, char open, char close) {
    int depth = 0;
    while (at < content.size()) {
        const char c = content[at];
        if (c == '(') {
            at = end_of_string(content, at);
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
    ++at;
    while (at < content.size() && !is_white(content[at]) && !is_delimiter(content[at])) {
        ++at;
    }
    return at;
}

ContentToken ContentTokens::next() {
    while (at_ < content_.size() && is_white(content_[at_])) {
        ++at_;
    }
    ContentToken token{ContentToken::Kind::kEnd, at_, at_};
    if (at_ == content_.size()) {
        return token;
    }
    const char c = content_[at_];
    const bool is_operator = ascii::is_letter(c) || c == '\'' || c == '"';
    token.kind = is_operator ? ContentToken::Kind::kOperator : ContentToken::Kind::kOperand;
    at_ = end_of_operand(content_, at_);
    token.end = at_;
    return token;
}

double number_of(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace ghreveal::exporter
