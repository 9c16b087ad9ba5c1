#include "check/rules/key_lines.h"

#include <algorithm>

#include "support/ascii.h"

namespace ghreveal::check {

namespace {

class KeyLineReader {
public:
    explicit KeyLineReader(const std::vector<std::string>& lines) : lines_(lines) {}

    std::vector<KeyLine> read(std::size_t first) {
        for (std::size_t i = first; i < lines_.size() && ascii::trimmed(lines_[i]) != "---"; ++i) {
            const std::string_view line = lines_[i];
            const std::size_t indent = line.find_first_not_of(' ');
            if (indent == std::string_view::npos || line[indent] == '#' ||
                (in_scalar_ && indent > scalar_indent_)) {
                continue;
            }
            in_scalar_ = false;
            read_key(line.substr(indent), indent, static_cast<int>(i) + 1);
        }
        return std::move(keys_);
    }

private:
    struct Open {
        std::string key;
        std::size_t indent = 0;
    };

    void read_key(std::string_view text, std::size_t indent, int line) {
        const auto end = std::find_if_not(text.begin(), text.end(), [](char c) {
            return ascii::is_word_character(c) || c == '-';
        });
        const auto size = static_cast<std::size_t>(end - text.begin());
        const std::string_view rest = text.substr(size);
        if (size == 0 || text[0] == '-' || !rest.starts_with(':') ||
            (rest.size() > 1 && !ascii::is_space(rest[1]))) {
            return;
        }
        const std::string_view value = ascii::trimmed(rest.substr(1));
        in_scalar_ = value.starts_with('|') || value.starts_with('>');
        scalar_indent_ = indent;
        const std::string key(text.substr(0, size));
        keys_.push_back({key, value, path_to(indent), line});
        open_.push_back({key, indent});
    }

    // Leaves the maps that are not around what is indented so.
    std::string path_to(std::size_t indent) {
        while (!open_.empty() && open_.back().indent >= indent) {
            open_.pop_back();
        }
        std::string path;
        for (const Open& above : open_) {
            path += above.key + ".";
        }
        return path;
    }

    const std::vector<std::string>& lines_;
    std::vector<KeyLine> keys_;
    std::vector<Open> open_;
    bool in_scalar_ = false;
    std::size_t scalar_indent_ = 0;
};

}  // namespace

std::vector<KeyLine> key_lines(const std::vector<std::string>& lines, std::size_t first) {
    return KeyLineReader(lines).read(first);
}

}  // namespace ghreveal::check
