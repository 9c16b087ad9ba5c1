#include "highlight/highlighter.h"

#include <algorithm>
#include <string>
#include <utility>

#include "support/unicode/utf8.h"

namespace ghreveal::highlight {
namespace {

// From `at` on, up to a line that is too long; and the end of that line.
struct Piece {
    std::size_t end = 0;
    std::size_t next = 0;
};

Piece piece_from(std::string_view code, std::size_t at, std::size_t longest_line) {
    for (std::size_t line = at; line < code.size();) {
        const std::size_t end = std::min(code.find('\n', line), code.size());
        if (end - line > longest_line) {
            return {line, end};
        }
        line = end + 1;
    }
    return {code.size(), code.size()};
}

// Which the expressions rely on.
bool is_utf8(std::string_view code) {
    constexpr std::string_view kByteOrderMark = "\ufeff";
    code.remove_prefix(code.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    return utf8::sanitized(code) == code;
}

bool has_long_line(std::string_view code, std::size_t longest_line) {
    return piece_from(code, 0, longest_line).end < code.size();
}

}  // namespace

Highlighter::Highlighter(const Limits& limits)
    : bytes_left_(limits.highlighted_bytes),
      guessed_bytes_left_(limits.guessed_code_bytes),
      longest_line_(limits.highlighted_line_bytes),
      languages_(static_cast<unsigned>(limits.highlight_steps)) {}

bool Highlighter::knows_language(std::string_view language) {
    return !languages_.name_of(language).empty();
}

std::string Highlighter::nearest_language(std::string_view language) {
    return nearest_match(std::string(language), languages_.all_names());
}

bool Highlighter::may_colour(std::string_view code) {
    if (code.size() > bytes_left_ || !is_utf8(code)) {
        return false;
    }
    bytes_left_ -= code.size();
    return true;
}

// A line that is too long is left out; what follows goes on where the code before it was.
std::vector<Token> Highlighter::tokens_of_pieces(std::string_view code, std::string_view language) {
    std::vector<Token> tokens;
    ModeStack open;
    for (std::size_t at = 0; at < code.size();) {
        const Piece piece = piece_from(code, at, longest_line_);
        ScanRequest request{code.substr(at, piece.end - at), language, at};
        request.continues = std::move(open);
        Scan scanned = scan(request, languages_);
        tokens.insert(tokens.end(), std::make_move_iterator(scanned.tokens.begin()),
                      std::make_move_iterator(scanned.tokens.end()));
        open = std::move(scanned.open);
        at = piece.next;
    }
    return tokens;
}

std::vector<Token> Highlighter::tokens(std::string_view code, std::string_view language) {
    const std::string_view name = languages_.name_of(language);
    return name.empty() || !may_colour(code) ? std::vector<Token>{} : tokens_of_pieces(code, name);
}

std::vector<Token> Highlighter::guessed_tokens(std::string_view code) {
    if (code.size() > guessed_bytes_left_ || has_long_line(code, longest_line_) ||
        !may_colour(code)) {
        return {};
    }
    guessed_bytes_left_ -= code.size();
    return guess_language({code, {}}, languages_.guessable(), languages_).scan.tokens;
}

std::vector<Token> highlight(std::string_view code, std::string_view language) {
    return Highlighter().tokens(code, language);
}

bool knows_language(std::string_view language) {
    return Highlighter().knows_language(language);
}

}  // namespace ghreveal::highlight
