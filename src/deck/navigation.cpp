#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "deck/deck.h"
#include "deck/link_address.h"
#include "markdown/source_text.h"
#include "media/address.h"
#include "support/ascii.h"

namespace ghreveal::deck {

namespace {

bool parse_number(std::string_view text, int& number) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failure == std::errc{} && end == text.data() + text.size();
}

// Slides are in the order of their indices.
std::optional<std::size_t> slide_at(const Deck& deck, int h, int v) {
    const auto found = std::lower_bound(deck.slides.begin(), deck.slides.end(), std::pair(h, v),
                                        [](const Slide& slide, const std::pair<int, int>& wanted) {
                                            return std::pair(slide.index.h, slide.index.v) < wanted;
                                        });
    const bool is_there = found != deck.slides.end() && found->index.h == h && found->index.v == v;
    return is_there ? std::optional(static_cast<std::size_t>(found - deck.slides.begin()))
                    : std::nullopt;
}

std::optional<std::size_t> slide_with_id(const Deck& deck, std::string_view id) {
    const auto found = deck.slide_of_id.find(id);
    return found == deck.slide_of_id.end() ? std::nullopt : std::optional(found->second);
}

// "2/1" or "2".
std::optional<std::size_t> slide_by_index(const Deck& deck, std::string_view text) {
    int h = 0;
    int v = 0;
    const std::size_t slash = text.find('/');
    const bool numbers =
        parse_number(text.substr(0, slash), h) &&
        (slash == std::string_view::npos || parse_number(text.substr(slash + 1), v));
    return numbers ? slide_at(deck, h, v) : std::nullopt;
}

[[noreturn]] void no_such_slide(const Deck& deck, std::string_view part) {
    std::string hint;
    int first = 0;
    int last = 0;
    const std::size_t dash = part.find('-');
    if (dash != std::string_view::npos && parse_number(part.substr(0, dash), first) &&
        parse_number(part.substr(dash + 1), last) && last < first) {
        hint = fmt::format("did you mean '{}-{}'? ", last, first);
    }
    if (part.starts_with('#')) {
        std::vector<std::string> ids;
        for (const auto& [id, slide] : deck.slide_of_id) {
            ids.emplace_back(id);
        }
        const std::string near = nearest_match(std::string(part.substr(1)), ids);
        hint = near.empty() ? "" : fmt::format("did you mean '#{}'? ", near);
    }
    throw Error(
        {deck.file, 0}, fmt::format("'{}' names no slide", part),
        hint + fmt::format("slides are 1 to {}; write 3, 2-5, 2/1 or #id", deck.slides.size()));
}

void select_range(const Deck& deck, std::string_view part, std::set<std::size_t>& selected) {
    const std::size_t dash = part.find('-');
    int first = 0;
    int last = 0;
    const int count = static_cast<int>(deck.slides.size());
    if (!parse_number(ascii::trimmed(part.substr(0, dash)), first) || first < 1 || first > count) {
        no_such_slide(deck, part);
    }
    last = first;
    if (dash != std::string_view::npos) {
        const std::string_view end = ascii::trimmed(part.substr(dash + 1));
        last = count;  // "5-" runs to the end
        if (!end.empty() && (!parse_number(end, last) || last < first || last > count)) {
            no_such_slide(deck, part);
        }
    }
    for (int number = first; number <= last; ++number) {
        selected.insert(static_cast<std::size_t>(number) - 1);
    }
}

}  // namespace

LinkTarget resolve_link(const Deck& deck, std::string_view href) {
    href = ascii::trimmed(href);
    if (!href.starts_with('#')) {
        return {std::nullopt, safe_address(href).value_or("")};
    }
    const std::string_view name = name_in_link(href);
    if (name.empty()) {
        return {0, ""};
    }
    if (const auto slide = slide_by_index(deck, name)) {
        return {slide, ""};
    }
    const auto slide = slide_with_id(deck, name);
    const bool may_be_encoded = !slide && name.find('%') != std::string_view::npos;
    return {may_be_encoded ? slide_with_id(deck, media::percent_decoded(name)) : slide, ""};
}

std::string_view name_in_link(std::string_view href) {
    href.remove_prefix(1);
    if (href.starts_with('/')) {
        href.remove_prefix(1);
    }
    return href;
}

namespace {

// Until 3.0, whatever the option says: the place, from 0.
SlideNumberText slide_number_before_3_1(const SlideIndex& index) {
    const std::string h = std::to_string(index.h);
    return {index.v > 0 ? fmt::format("{} - {}", h, index.v) : h, "", ""};
}

// 3.1 puts numbers for the letters of any text.
SlideNumberText slide_number_of_3_1(const Deck& deck, const Slide& slide) {
    const std::string& pattern = deck.configuration.slide_number_pattern;
    std::string text;
    for (const char c : pattern.empty() ? "c" : pattern) {
        text += c == 'h'   ? std::to_string(slide.index.h)
                : c == 'v' ? std::to_string(slide.index.v)
                : c == 'c' ? std::to_string(slide.number)
                : c == 't' ? std::to_string(deck.slides.size())
                           : std::string(1, c);
    }
    return {text, "", ""};
}

}  // namespace

SlideNumberText slide_number_text(const Deck& deck, const Slide& slide) {
    constexpr RevealVersion kFirstPattern{3, 1};
    constexpr RevealVersion kFirstFormats{3, 2};
    if (deck.configuration.slide_number != SlideNumberFormat::kNone &&
        deck.version < kFirstFormats) {
        return deck.version < kFirstPattern ? slide_number_before_3_1(slide.index)
                                            : slide_number_of_3_1(deck, slide);
    }
    const auto stacked = [&](const char* delimiter) -> SlideNumberText {
        const std::string h = std::to_string(slide.index.h + 1);
        return slide.index.in_stack
                   ? SlideNumberText{h, delimiter, std::to_string(slide.index.v + 1)}
                   : SlideNumberText{h, "", ""};
    };
    switch (deck.configuration.slide_number) {
        case SlideNumberFormat::kNone:
            return {};
        case SlideNumberFormat::kHDotV:
            return stacked(".");
        case SlideNumberFormat::kHSlashV:
            return stacked("/");
        case SlideNumberFormat::kC:
            return {std::to_string(slide.number), "", ""};
        case SlideNumberFormat::kCSlashT:
            return {std::to_string(slide.number), "/", std::to_string(deck.slides.size())};
    }
    return {};
}

std::vector<std::size_t> select_slides(const Deck& deck, std::string_view selection) {
    std::set<std::size_t> selected;
    while (!selection.empty()) {
        const std::size_t comma = std::min(selection.find(','), selection.size());
        const std::string_view part = ascii::trimmed(selection.substr(0, comma));
        selection.remove_prefix(std::min(comma + 1, selection.size()));
        const bool by_name = part.starts_with('#');
        if (by_name || part.find('/') != std::string_view::npos) {
            const auto slide =
                by_name ? resolve_link(deck, part).slide : slide_by_index(deck, part);
            if (!slide) {
                no_such_slide(deck, part);
            }
            selected.insert(*slide);
        } else {
            select_range(deck, part, selected);
        }
    }
    if (selected.empty()) {
        no_such_slide(deck, "");
    }
    return {selected.begin(), selected.end()};
}

}  // namespace ghreveal::deck
