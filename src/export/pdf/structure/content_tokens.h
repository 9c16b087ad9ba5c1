// The tokens of a content stream (PDF 32000-1 §7.8.2), as machines write them: no comments.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace ghreveal::exporter {

struct ContentToken {
    enum class Kind { kEnd, kOperand, kOperator };
    Kind kind = Kind::kEnd;
    std::size_t begin = 0;
    std::size_t end = 0;
};

class ContentTokens {
public:
    explicit ContentTokens(std::string_view content) : content_(content) {}
    // Strings, arrays and dictionaries are one operand each.
    ContentToken next();
    std::string_view text(const ContentToken& token) const {
        return content_.substr(token.begin, token.end - token.begin);
    }

private:
    std::string_view content_;
    std::size_t at_ = 0;
};

// The end of the string, array or dictionary that begins at `at`.
std::size_t end_of_operand(std::string_view content, std::size_t at);

double number_of(std::string_view text);

}  // namespace ghreveal::exporter
