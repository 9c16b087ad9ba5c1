// show_tokens LANGUAGE FILE: the tokens of the file's code, for tools/compare-highlight. Of `auto`
// the language is guessed.
#include <fmt/format.h>

#include <string>

#include "highlight/highlighter.h"
#include "support/file.h"

namespace {

using namespace ghreveal;
using highlight::Token;

constexpr std::size_t kLargest = 16u << 20;

// A line for each token: begin, end (in bytes), class.
void show(const std::vector<Token>& tokens) {
    for (const Token& token : tokens) {
        fmt::print("{} {} {}\n", token.begin, token.end, token.class_name);
    }
}

std::vector<Token> tokens_of(const std::string& code, const std::string& language) {
    Limits limits;
    limits.highlighted_bytes = limits.guessed_code_bytes = limits.highlighted_line_bytes = kLargest;
    highlight::Highlighter highlighter(limits);
    return language == "auto" ? highlighter.guessed_tokens(code)
                              : highlighter.tokens(code, language);
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        fmt::print(stderr, "usage: show_tokens LANGUAGE FILE\n");
        return 2;
    }
    try {
        show(tokens_of(read_file(arguments[2], kLargest), arguments[1]));
    } catch (const Error& failure) {
        fmt::print(stderr, "{}\n", failure.message());
        return 1;
    }
    return 0;
}
