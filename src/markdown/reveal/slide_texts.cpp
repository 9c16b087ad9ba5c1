#include "markdown/reveal/slide_texts.h"

#include <algorithm>

#include "markdown/reveal/fence.h"
#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

SlideCutter::SlideCutter(const Separators& separators)
    : horizontal_(separators.horizontal),
      either_(separators.vertical.empty() ? separators.horizontal
                                          : separators.horizontal + "|" + separators.vertical),
      notes_(separators.notes, CaseMatters::kNo) {}

std::string SlideCutter::error() const {
    for (const RegularExpression* one : {&horizontal_, &either_, &notes_}) {
        if (!one->error().empty()) {
            return one->error();
        }
    }
    return "";
}

// Notes are taken only where their separator occurs exactly once.
SlideText SlideCutter::without_notes(std::string_view slide) const {
    const auto found = notes_.find(slide);
    if (!found || notes_.find(slide, std::max(found->end, found->begin + 1))) {
        return {slide, std::nullopt};
    }
    return {slide.substr(0, found->begin), ascii::trimmed(slide.substr(found->end))};
}

std::vector<SlideGroup> SlideCutter::cut(std::string_view text) const {
    std::vector<SlideGroup> groups;
    std::size_t begin = 0;
    bool was_horizontal = true;
    const auto add = [&](std::string_view slide) {
        if (was_horizontal) {
            groups.emplace_back();
        }
        groups.back().slides.push_back(without_notes(slide));
    };
    for (auto found = either_.find(text); found;
         found = either_.find(text, std::max(found->end, found->begin + 1))) {
        const std::string_view separator = text.substr(found->begin, found->end - found->begin);
        const bool is_horizontal = horizontal_.find(separator).has_value();
        add(text.substr(begin, found->begin - begin));
        if (!is_horizontal) {
            groups.back().is_stack = true;
        }
        begin = found->end;
        was_horizontal = is_horizontal;
    }
    add(text.substr(std::min(begin, text.size())));
    return groups;
}

bool ends_in_code(std::string_view text) {
    constexpr std::size_t kCodeIndentation = 4;
    bool in_fence = false;
    bool follows_text = false;
    std::string_view line;
    for (std::string_view each : ascii::split(text, '\n')) {
        follows_text = !ascii::is_blank(line);
        line = each;
        in_fence = in_fence != is_fence(line);
    }
    return in_fence || (line.size() >= kCodeIndentation && ascii::is_blank(line) && !follows_text);
}

std::string unindented(std::string_view text) {
    std::string_view first = text;
    if (first.starts_with('\n')) {
        first.remove_prefix(1);
    }
    std::string indentation(first.substr(0, first.find_first_not_of('\t')));
    if (indentation.empty() || first.find_first_not_of('\t') == first.npos) {
        const std::size_t blanks = std::min(first.find_first_not_of(ascii::kSpace), first.size());
        indentation.assign(blanks > 1 ? blanks : 0, ' ');
    }
    if (indentation.empty()) {
        return std::string(text);
    }
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        // The plugin looks for the indentation anywhere: what is before it becomes a line.
        if (const std::size_t at = line.find(indentation); at != line.npos) {
            result += line.substr(0, at);
            result += at > 0 ? "\n" : "";
            line.remove_prefix(at + indentation.size());
        }
        result += line;
    }
    return result;
}

}  // namespace ghreveal::markdown::reveal
