#include "markdown/reveal/lists/item_blocks.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "markdown/reveal/fence.h"
#include "markdown/reveal/html_tag.h"
#include "markdown/reveal/lists/list_marker.h"
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

bool begins_quote(std::string_view line) {
    return ascii::trimmed(line).starts_with('>');
}

class Indenter {
public:
    Indenter(std::string_view text, ItemBlocks blocks)
        : lines_(ascii::split(text, '\n')),
          ends_line_(text.ends_with('\n')),
          has_all_(blocks == ItemBlocks::kAll) {
        result_.reserve(text.size());
    }

    std::string run() {
        while (at_ < lines_.size()) {
            add(lines_[at_]);
        }
        return std::move(result_);
    }

private:
    void add(std::string_view line) {
        const bool follows_text = follows_text_;
        follows_text_ = !ascii::is_blank(line);
        if (!follows_text_ && loosen_list()) {
            ++at_;
            return;
        }
        note_html(line, follows_text);
        const std::size_t indented = indentation(line);
        if (!in_fence_ && follows_text && follows_text_ && !contents_.empty() &&
            indented < contents_.back() && add_to_item(line)) {
            return;
        }
        in_fence_ = in_fence_ != is_fence(line);
        in_block_ = in_block_ && follows_text_;
        if (!in_fence_ && follows_text_) {
            note_item(line, indented, follows_text);
        }
        put("", line);
    }

    // A line that is further out than the innermost item's text; whether it is in the item.
    bool add_to_item(std::string_view line) {
        if (item_content(line) > 0 || is_thematic_break(line)) {
            return false;
        }
        const bool fences = is_fence(line);
        const bool interrupts = fences || is_heading(line);
        in_block_ = interrupts ? has_all_ && (!fences || length_of_fence() > 0)
                               : in_block_ || begins_html(line) || begins_quote(line);
        if (in_block_) {
            for (std::size_t left = fences ? length_of_fence() : 1; left > 0; --left) {
                indent(lines_[at_]);
            }
        }
        return in_block_;
    }

    // From here to the line that closes the fenced code, if no blank line is before it: marked's
    // items end at those, and know nothing of fences.
    std::size_t length_of_fence() const {
        for (std::size_t end = at_ + 1; end < lines_.size() && !ascii::is_blank(lines_[end]);
             ++end) {
            if (is_fence(lines_[end])) {
                return end + 1 - at_;
            }
        }
        return 0;
    }

    // Where the HTML block that a line of an item begins, or goes on with, stands in the result.
    void note_html(std::string_view line, bool follows_text) {
        if (!follows_text_ || item_content(line) > 0) {
            html_at_.reset();
        } else if (!html_at_ && follows_text && !in_fence_ && !contents_.empty() &&
                   begins_html_block(line)) {
            html_at_ = result_.size();
        }
    }

    // A blank line between items makes their list loose (§5.3). md4c does not see one that ends an
    // HTML block: it is put before the block.
    bool loosen_list() {
        const bool goes_on = at_ + 1 < lines_.size() && item_content(lines_[at_ + 1]) > 0 &&
                             !is_thematic_break(lines_[at_ + 1]);
        if (!html_at_ || !goes_on) {
            return false;
        }
        result_.insert(*html_at_, "\n");
        html_at_.reset();
        return true;
    }

    void note_item(std::string_view line, std::size_t indented, bool follows_text) {
        const std::size_t content = is_thematic_break(line) ? 0 : item_content(line);
        if (content > 0) {
            leave(indented);
            contents_.push_back(content);
            in_block_ = false;
        } else if (!follows_text || is_thematic_break(line)) {
            leave(indented);
        }
    }

    // Items whose content is further in are at their end.
    void leave(std::size_t indented) {
        while (!contents_.empty() && indented < contents_.back()) {
            contents_.pop_back();
        }
    }

    // As far in as the item's text; what is there of it is taken for the item's own indentation.
    void indent(std::string_view line) {
        const std::size_t own = std::min(indentation(line), contents_.back());
        put(std::string(contents_.back(), ' '), line.substr(own));
    }

    void put(std::string_view blanks, std::string_view line) {
        result_ += blanks;
        result_ += line;
        ++at_;
        result_ += at_ < lines_.size() || ends_line_ ? "\n" : "";
    }

    std::vector<std::string_view> lines_;
    std::size_t at_ = 0;
    std::string result_;
    std::vector<std::size_t> contents_;  // of the open items
    std::optional<std::size_t> html_at_;
    bool ends_line_ = false;  // the last line, too
    bool has_all_ = false;
    bool follows_text_ = false;
    bool in_fence_ = false;
    bool in_block_ = false;
};

}  // namespace

std::string with_blocks_in_items(std::string_view text, ItemBlocks blocks) {
    return Indenter(text, blocks).run();
}

}  // namespace ghreveal::markdown::reveal
