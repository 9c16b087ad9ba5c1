#include "dom/raw_text.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"

namespace ghreveal::dom {

namespace {

// Less is not worth the trouble.
constexpr std::size_t kLongContent = 4096;

// Elements whose content is text up to their end tag (HTML §13.2.6.2, and what the tree builder
// makes of the rest).
bool holds_text(std::string_view element) {
    constexpr std::array kNames = std::to_array<std::string_view>(
        {"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"});
    return std::find(kNames.begin(), kNames.end(), element) != kNames.end();
}

class Scanner {
public:
    explicit Scanner(std::string_view page) : page_(page) {
        while (page.find(mark_) != page.npos) {
            mark_ += '-';
        }
    }

    ShortenedPage run() {
        for (std::size_t at = page_.find('<'); at != page_.npos; at = page_.find('<', at)) {
            at = after_markup(at);
        }
        result_.html += page_.substr(copied_to_);
        return std::move(result_);
    }

private:
    bool is_at(std::size_t at, std::string_view text) const {
        return page_.substr(at, text.size()) == text;
    }
    std::size_t after(std::string_view text, std::size_t from) const {
        const std::size_t found = page_.find(text, from);
        return found == page_.npos ? page_.size() : found + text.size();
    }

    // Behind the comment, tag or element with text that begins there.
    std::size_t after_markup(std::size_t at) {
        if (is_at(at, "<!--")) {
            const std::size_t end = after("-->", at + 2);
            const std::string_view comment = page_.substr(at, end - at);
            const std::size_t other_end = comment.find("--!>", 4);
            return other_end == comment.npos ? end : at + other_end + 4;
        }
        if (is_at(at, "<![CDATA[") && foreign_depth_ > 0) {
            return after("]]>", at);
        }
        if (is_at(at, "<!") || is_at(at, "<?")) {
            return after(">", at);
        }
        const bool is_end = is_at(at, "</");
        const std::size_t name_at = at + (is_end ? 2 : 1);
        if (name_at >= page_.size() || !ascii::is_letter(page_[name_at])) {
            return at + 1;
        }
        const std::size_t name_end =
            std::min(page_.find_first_of(" \t\n\f\r/>", name_at), page_.size());
        const std::string name = ascii::lower_case(page_.substr(name_at, name_end - name_at));
        const std::size_t end = after_tag(name_end);
        if (name == "svg" || name == "math") {
            const bool is_whole = end >= 2 && page_[end - 2] == '/';
            foreign_depth_ = std::max(0, foreign_depth_ + (is_end ? -1 : is_whole ? 0 : 1));
        }
        return is_end || foreign_depth_ > 0 || !holds_text(name) ? end : after_text(name, end);
    }

    // Quotes count behind an equals sign only (§13.2.5.35).
    std::size_t after_tag(std::size_t at) const {
        while (at < page_.size() && page_[at] != '>') {
            if (page_[at++] != '=') {
                continue;
            }
            at = std::min(page_.find_first_not_of(ascii::kHtmlSpace, at), page_.size());
            if (at < page_.size() && (page_[at] == '"' || page_[at] == '\'')) {
                at = after(page_.substr(at, 1), at + 1);
            }
        }
        return std::min(at + 1, page_.size());
    }

    std::size_t after_text(const std::string& name, std::size_t begin) {
        std::size_t end = page_.find("</", begin);
        while (end != page_.npos && !ends_text(name, end)) {
            end = page_.find("</", end + 2);
        }
        end = std::min(end, page_.size());
        const std::string_view content = page_.substr(begin, end - begin);
        const bool is_of_interest = name == "style" || name == "script";
        if (is_of_interest && content.size() >= kLongContent && end < page_.size() &&
            content.find("<!--") == content.npos && content.find('\r') == content.npos) {
            set_aside(content);
        }
        return end;
    }

    bool ends_text(const std::string& name, std::size_t at) const {
        const std::string_view rest = page_.substr(at + 2);
        return ascii::starts_ignoring_case(rest, name) && rest.size() > name.size() &&
               (ascii::is_html_space(rest[name.size()]) || rest[name.size()] == '/' ||
                rest[name.size()] == '>');
    }

    void set_aside(std::string_view content) {
        const auto begin = static_cast<std::size_t>(content.data() - page_.data());
        std::string placeholder = mark_ + std::to_string(result_.contents.size());
        placeholder.append(
            static_cast<std::size_t>(std::count(content.begin(), content.end(), '\n')), '\n');
        result_.html += page_.substr(copied_to_, begin - copied_to_);
        result_.html += placeholder;
        copied_to_ = begin + content.size();
        result_.placeholders.push_back(std::move(placeholder));
        result_.contents.push_back(content);
    }

    std::string_view page_;
    std::string mark_ = "raw text ";
    ShortenedPage result_;
    std::size_t copied_to_ = 0;
    int foreign_depth_ = 0;  // SVG and MathML
};

}  // namespace

std::string_view ShortenedPage::content_of(std::string_view text) const {
    const auto found = std::find(placeholders.begin(), placeholders.end(), text);
    return found == placeholders.end()
               ? text
               : contents[static_cast<std::size_t>(found - placeholders.begin())];
}

ShortenedPage without_raw_text(std::string_view page) {
    return Scanner(page).run();
}

}  // namespace ghreveal::dom
