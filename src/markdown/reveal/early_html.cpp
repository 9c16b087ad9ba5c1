#include "markdown/reveal/early_html.h"

#include <algorithm>
#include <optional>
#include <set>

#include "markdown/reveal/fence.h"
#include "markdown/reveal/html_tag.h"
#include "markdown/reveal/lists/list_marker.h"
#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

namespace {

// Whether a block may end here: blank up to an empty line or the text's end.
bool is_at_blank_line(std::string_view rest) {
    const std::size_t line_end = rest.find_first_not_of(" \t\r");
    if (line_end == rest.npos) {
        return true;
    }
    if (rest[line_end] != '\n') {
        return false;
    }
    const std::string_view next = rest.substr(line_end + 1);
    return ascii::is_blank(next.substr(0, next.find('\n')));
}

// The bytes of an element that is closed at the end of a block.
std::optional<std::size_t> closed_element(std::string_view text, const std::string& name) {
    const std::string end_tag = "</" + name + ">";
    for (std::size_t at = text.find(end_tag); at != text.npos; at = text.find(end_tag, at + 1)) {
        if (is_at_blank_line(text.substr(at + end_tag.size()))) {
            return at + end_tag.size();
        }
    }
    return std::nullopt;
}

// Behind the `>` of the tag that begins the text, if it is of a tag's length.
std::size_t end_of_tag(std::string_view text) {
    constexpr std::size_t kLongestTag = 10000;
    text = text.substr(0, kLongestTag);
    char quote = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char c = text[at];
        if (quote == 0 && c == '>') {
            return at + 1;
        }
        quote = quote == 0 && (c == '"' || c == '\'') ? c : c == quote ? 0 : quote;
    }
    return text.size();
}

// Where the last line ends that may close a fence of such characters; 0 where there is none.
std::size_t last_closing_fence(std::string_view text, char mark) {
    const std::string fence(3, mark);
    std::size_t end = text.size();
    while (end > 0) {
        const std::size_t before = text.rfind('\n', end - 1);
        const std::size_t begin = before == text.npos ? 0 : before + 1;
        if (ascii::trimmed(text.substr(begin, end - begin)).ends_with(fence)) {
            return end;
        }
        end = before == text.npos ? 0 : before;
    }
    return 0;
}

class Marker {
public:
    explicit Marker(std::string_view text)
        : rest_(text),
          size_(text.size()),
          last_backticks_(last_closing_fence(text, '`')),
          last_tildes_(last_closing_fence(text, '~')) {}

    std::string run() {
        while (!rest_.empty()) {
            if (rest_.starts_with('\r')) {  // the empty line that ends a table
                take(1);
                follows_text_ = follows_paragraph_ = false;
                continue;
            }
            const std::string_view line = rest_.substr(0, rest_.find('\n'));
            if (is_unclosed_fence(line)) {
                result_ += kTextMark;
                take(std::min(line.size() + 1, rest_.size()));
            } else if (!end_fence_in(line) && !take_html(line)) {
                note(line);
                take(std::min(line.size() + 1, rest_.size()));
            }
        }
        return std::move(result_);
    }

private:
    // False: the line is taken as it is.
    bool take_html(std::string_view line) {
        const std::string_view text = ascii::trimmed(line);
        in_list_ = in_list_ && (follows_text_ || text.empty() || is_indented(line));
        const bool is_code = line.starts_with("    ") && !follows_paragraph_;
        if (in_fence_ || in_list_ || is_code || !text.starts_with('<')) {
            return false;
        }
        if (text.starts_with("<!--")) {
            result_ += follows_paragraph_ ? kTextMark : "";
            return false;
        }
        const std::string name = element_name(text);
        if (name.empty() || is_text_element(name)) {
            result_ += kTextMark;
            return false;
        }
        if (name == "pre" || name == "script" || name == "style") {
            return false;
        }
        // Where no end tag served one element, none serves a later one: the work stays linear.
        const auto size = unclosed_.contains(name) ? std::nullopt : closed_element(rest_, name);
        if (size) {
            // A paragraph ended where the tag began a line, but not where blanks did.
            take_element(*size,
                         follows_paragraph_ && !line.starts_with('<') ? kTextMark : kElementMark);
            follows_paragraph_ = false;
            return true;
        }
        unclosed_.insert(name);
        const auto tag = static_cast<std::size_t>(text.data() - rest_.data());
        const std::size_t tag_end = tag + end_of_tag(rest_.substr(tag));
        if (!is_at_blank_line(rest_.substr(tag_end))) {
            result_ += kTextMark;
        }
        return false;
    }

    // It was no fence for marked.
    bool is_unclosed_fence(std::string_view line) const {
        if (in_fence_ || !is_fence(line)) {
            return false;
        }
        const std::size_t end = size_ - rest_.size() + line.size();
        return end >= (ascii::trimmed(line).front() == '`' ? last_backticks_ : last_tildes_);
    }

    // Fenced code ended where the fence stood behind its last line, too.
    bool end_fence_in(std::string_view line) {
        constexpr std::string_view kFence = "```";
        const std::string_view text = ascii::trimmed(line);
        if (!in_fence_ || is_fence(line) || !text.ends_with(kFence) ||
            !is_at_blank_line(rest_.substr(line.size()))) {
            return false;
        }
        result_ += line.substr(0, line.rfind(kFence));
        result_ += "\n```";
        in_fence_ = false;
        // In place of the blank line, so that lines stay lines.
        const std::size_t next = std::min(line.size() + 1, rest_.size());
        rest_.remove_prefix(std::min(rest_.find('\n', next), rest_.size()));
        return true;
    }

    // Every line as text, blank ones too, but for those that go on with a tag.
    void take_element(std::size_t size, std::string_view first_mark) {
        result_ += first_mark;
        bool in_tag = false;
        for (std::size_t i = 0; i < size; ++i) {
            const char c = rest_[i];
            in_tag = c == '<' ? true : c == '>' ? false : in_tag;
            result_ += c;
            if (c == '\n' && !in_tag) {
                result_ += kTextMark;
            }
        }
        rest_.remove_prefix(size);
    }

    void take(std::size_t size) {
        result_ += rest_.substr(0, size);
        rest_.remove_prefix(size);
    }

    void note(std::string_view line) {
        const std::string_view text = ascii::trimmed(line);
        const bool fences = is_fence(line);
        in_fence_ = in_fence_ != fences;
        in_list_ = in_list_ || begins_item(line);
        follows_text_ = !text.empty();
        follows_paragraph_ = follows_text_ && !fences && !text.starts_with('#') && !in_list_;
    }

    static bool is_indented(std::string_view line) {
        return line.starts_with("  ") || line.starts_with('\t');
    }

    std::string_view rest_;
    std::size_t size_;
    std::size_t last_backticks_;
    std::size_t last_tildes_;
    std::string result_;
    std::set<std::string> unclosed_;  // names of elements
    bool in_fence_ = false;
    bool in_list_ = false;
    bool follows_text_ = false;
    bool follows_paragraph_ = false;
};

}  // namespace

std::string with_early_html(std::string_view text) {
    return Marker(text).run();
}

std::string without_marks(std::string_view text) {
    std::string result(text);
    for (const std::string_view mark : {kTextMark, kElementMark}) {
        for (std::size_t at = result.find(mark); at != result.npos; at = result.find(mark, at)) {
            result.erase(at, mark.size());
        }
    }
    return result;
}

std::string without_no_break_spaces(std::string_view text) {
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    std::string blanks;
    blanks.reserve(text.size());
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(kNoBreakSpace, begin), text.size());
        blanks += text.substr(begin, end - begin);
        blanks += end < text.size() ? " " : "";
        begin = end == text.size() ? text.npos : end + kNoBreakSpace.size();
    }
    return blanks;
}

}  // namespace ghreveal::markdown::reveal
