#include "markdown/reveal/lists/list_nesting.h"

#include <vector>

#include "markdown/reveal/fence.h"
#include "markdown/reveal/lists/list_marker.h"
#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

namespace {

// Columns before the line's text, tabs reaching to the next multiple of four (§2.2).
std::size_t indentation_of(std::string_view line) {
    std::size_t column = 0;
    for (const char c : line) {
        if (c != ' ' && c != '\t') {
            break;
        }
        column += c == ' ' ? 1 : 4 - column % 4;
    }
    return column;
}

// From a marker's beginning to its item's text; more than four blanks begin code (§5.2).
std::size_t width_of_marker(std::string_view text) {
    const std::size_t marker = text.find_first_of(" \t");
    const std::size_t content = text.find_first_not_of(" \t", marker);
    const std::size_t blanks = content == text.npos ? 1 : content - marker;
    return marker + (blanks > 4 ? 1 : blanks);
}

class Nesting {
public:
    std::string run(std::string_view text) {
        bool is_first = true;
        for (const std::string_view line : ascii::split(text, '\n')) {
            result_ += is_first ? "" : "\n";
            is_first = false;
            add(line);
        }
        return std::move(result_);
    }

private:
    struct Item {
        std::size_t indentation = 0;  // as written
        std::size_t content = 0;      // the column that what lies in it is to reach
    };

    void add(std::string_view line) {
        if (ascii::is_blank(line)) {
            result_ += line;
            follows_blank_ = true;
            return;
        }
        const std::size_t indentation = indentation_of(line);
        if (!in_fence_) {
            shift_ = begins_item(line) && !is_thematic_break(line)
                         ? shift_of_item(line, indentation)
                         : shift_of_text(indentation);
        }
        in_fence_ = in_fence_ != is_fence(line);
        follows_blank_ = false;
        if (shift_ == 0) {
            result_ += line;
        } else {
            result_.append(indentation + shift_, ' ');
            result_ += line.substr(line.find_first_not_of(" \t"));
        }
    }

    std::size_t shift_of_item(std::string_view line, std::size_t indentation) {
        std::size_t shift = 0;
        while (!open_.empty() && open_.back().indentation >= indentation) {
            open_.pop_back();
        }
        if (!open_.empty()) {
            shift = lacking(indentation);
        }
        open_.push_back({indentation, indentation + shift + width_of_marker(ascii::trimmed(line))});
        return shift;
    }

    std::size_t shift_of_text(std::size_t indentation) {
        if (!follows_blank_) {
            return open_.empty() || indentation == 0 ? 0 : lacking(indentation);
        }
        while (!open_.empty() && open_.back().indentation >= indentation) {
            open_.pop_back();
        }
        return open_.empty() ? 0 : lacking(indentation);
    }

    // From a column to that of the innermost item's text.
    std::size_t lacking(std::size_t indentation) const {
        const std::size_t content = open_.back().content;
        return content > indentation ? content - indentation : 0;
    }

    std::string result_;
    std::vector<Item> open_;  // from the outermost
    std::size_t shift_ = 0;
    bool follows_blank_ = false;
    bool in_fence_ = false;
};

}  // namespace

std::string with_nested_items(std::string_view text) {
    return Nesting().run(text);
}

}  // namespace ghreveal::markdown::reveal
