// The tokens of a content stream (PDF 32000-1 §7.8.2).
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
    // Strings, arrays and dictionaries are one operand each, and an inline image from its BI to its
    // EI is one operator.
    ContentToken next();
    std::string_view text(const ContentToken& token) const {
        return content_.substr(token.begin, token.end - token.begin);
    }

private:
    std::string_view content_;
    std::size_t at_ = 0;
};

// The operands before an operator; of many the last ones.
class Operands {
public:
    void add(const ContentToken& token) { tokens_[count_++ % tokens_.size()] = token; }
    void clear() { count_ = 0; }
    bool empty() const { return count_ == 0; }
    // Counted from the end, from 0; where there are fewer, an empty one.
    ContentToken from_end(std::size_t index) const {
        return index < count_ && index < tokens_.size()
                   ? tokens_[(count_ - 1 - index) % tokens_.size()]
                   : ContentToken{};
    }
    // Where the first of them begins; without any, or with too many to know, where the operator
    // does.
    std::size_t begin(const ContentToken& name) const {
        return count_ == 0 || count_ > tokens_.size() ? name.begin : tokens_[0].begin;
    }

private:
    std::array<ContentToken, 6> tokens_{};
    std::size_t count_ = 0;
};

// The end of the string, array or dictionary that begins at `at`.
std::size_t end_of_operand(std::string_view content, std::size_t at);

double number_of(std::string_view text);

}  // namespace ghreveal::exporter
