#include "markdown/reveal/list_html.h"

#include <algorithm>
#include <vector>

#include "markdown/reveal/fence.h"
#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

namespace {

std::size_t indentation(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

// Where the content of the list item that begins in this line stands (§5.2); 0: none begins.
std::size_t item_content(std::string_view line) {
    std::size_t at = indentation(line);
    const std::size_t marker = at;
    while (at < line.size() && at - marker < 9 && ascii::is_digit(line[at])) {
        ++at;
    }
    const std::string_view delimiters = at > marker ? ".)" : "-*+";
    if (at >= line.size() || delimiters.find(line[at]) == delimiters.npos) {
        return 0;
    }
    ++at;
    const std::size_t blanks = indentation(line.substr(at));
    if (blanks == 0) {
        return 0;
    }
    return at + (blanks > 4 ? 1 : blanks);
}

bool begins_html(std::string_view line) {
    const std::string_view text = ascii::trimmed(line);
    return text.size() > 1 && text[0] == '<' &&
           (ascii::is_letter(text[1]) || text[1] == '/' || text.starts_with("<!--"));
}

bool is_heading(std::string_view line) {
    return ascii::trimmed(line).starts_with('#');
}

class HtmlIndenter {
public:
    std::string_view indentation_of(std::string_view line) {
        const bool follows_text = follows_text_;
        follows_text_ = !ascii::is_blank(line);
        const bool fences = is_fence(line);
        in_fence_ = in_fence_ != fences;
        in_html_ = in_html_ && follows_text_ && !fences && !is_heading(line);
        if (in_fence_ || !follows_text_) {
            return "";
        }
        const std::size_t indented = indentation(line);
        if (const std::size_t content = item_content(line); content > 0) {
            leave(indented);
            contents_.push_back(content);
            in_html_ = false;
            return "";
        }
        in_html_ = in_html_ || (follows_text && begins_html(line));
        if (in_html_ && !contents_.empty() && indented < contents_.back()) {
            blanks_.assign(contents_.back() - indented, ' ');
            return blanks_;
        }
        if (!follows_text) {
            leave(indented);
        }
        return "";
    }

private:
    // Items whose content is further in are at their end.
    void leave(std::size_t indented) {
        while (!contents_.empty() && indented < contents_.back()) {
            contents_.pop_back();
        }
    }

    std::vector<std::size_t> contents_;  // of the open items
    std::string blanks_;
    bool follows_text_ = false;
    bool in_fence_ = false;
    bool in_html_ = false;
};

}  // namespace

std::string with_html_in_items(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    HtmlIndenter indenter;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        result += indenter.indentation_of(line);
        const std::size_t end = std::min(line.size() + 1, text.size());
        result += text.substr(0, end);
        text.remove_prefix(end);
    }
    return result;
}

}  // namespace ghreveal::markdown::reveal
