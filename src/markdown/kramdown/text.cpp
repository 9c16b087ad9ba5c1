#include "markdown/kramdown/text.h"

#include <algorithm>

#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

Text::Text(const SourceLines& lines) {
    for (const SourceLine& line : lines) {
        append_line(line.text, line.origin);
    }
}

void Text::append_line(std::string_view line, Origin origin) {
    starts_.push_back(bytes_.size());
    origins_.push_back(origin);
    bytes_ += line;
    bytes_ += '\n';
}

void Text::append(std::string_view text, Origin origin) {
    if (starts_.empty()) {
        starts_.push_back(0);
        origins_.push_back(origin);
    }
    bytes_ += text;
}

void Text::append(const Text& other) {
    for (std::size_t i = 0; i < other.starts_.size(); ++i) {
        // A text that goes on in the line it ends with keeps that line's origin.
        if (bytes_.empty() || bytes_.back() == '\n') {
            starts_.push_back(bytes_.size());
            origins_.push_back(other.origins_[i]);
        }
        const std::size_t end =
            i + 1 < other.starts_.size() ? other.starts_[i + 1] : other.bytes_.size();
        bytes_.append(other.bytes_, other.starts_[i], end - other.starts_[i]);
    }
}

Origin Text::origin_at(std::size_t offset) const {
    if (starts_.empty()) {
        return {};
    }
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const auto index = after - starts_.begin();
    return origins_[static_cast<std::size_t>(std::max<std::ptrdiff_t>(index - 1, 0))];
}

Text Text::slice(std::size_t begin, std::size_t end) const {
    Text part;
    std::size_t index = static_cast<std::size_t>(
        std::upper_bound(starts_.begin(), starts_.end(), begin) - starts_.begin());
    for (index -= index > 0 ? 1 : 0; index < starts_.size() && starts_[index] < end; ++index) {
        part.starts_.push_back(std::max(starts_[index], begin) - begin);
        part.origins_.push_back(origins_[index]);
    }
    part.bytes_ = bytes_.substr(begin, end - begin);
    return part;
}

void Text::trim_end() {
    bytes_.resize(bytes_.find_last_not_of(ascii::kSpace) + 1);
    while (starts_.size() > 1 && starts_.back() > bytes_.size()) {
        starts_.pop_back();
        origins_.pop_back();
    }
}

void Text::trim_start() {
    const std::size_t begin = std::min(bytes_.find_first_not_of(ascii::kSpace), bytes_.size());
    if (begin > 0) {
        *this = slice(begin, bytes_.size());
    }
}

void Text::replace(std::size_t begin, std::size_t end, std::string_view with) {
    bytes_.replace(begin, end - begin, with);
    for (std::size_t& start : starts_) {
        if (start > begin) {
            start += with.size() - (end - begin);
        }
    }
}

std::string_view Scanner::line_from(std::size_t position) const {
    const std::string_view bytes = text_->bytes();
    if (position >= bytes.size()) {
        return {};
    }
    return bytes.substr(position, line_end(position) - position);
}

std::size_t Scanner::next_line(std::size_t position) const {
    return std::min(line_end(position) + 1, text_->bytes().size());
}

std::size_t Scanner::line_end(std::size_t position) const {
    if (position < known_begin_ || position > known_end_) {
        known_begin_ = position;
        known_end_ = std::min(text_->bytes().find('\n', position), text_->bytes().size());
    }
    return known_end_;
}

}  // namespace ghreveal::markdown::kramdown
