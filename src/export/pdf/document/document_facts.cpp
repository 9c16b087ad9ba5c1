#include "export/pdf/document/document_facts.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "dom/document.h"
#include "dom/parse.h"
#include "support/ascii.h"
#include "support/unicode/shortened.h"

namespace ghreveal::exporter {

namespace {

constexpr std::size_t kMostTitleBytes = 60;

// Cut after a word, with an ellipsis, when the text is long.
std::string first_words(const std::string& text) {
    if (text.size() <= kMostTitleBytes) {
        return text;
    }
    const std::size_t end = text.rfind(' ', kMostTitleBytes);
    const bool has_words = end != std::string::npos && end > 0;
    return utf8::shortened(text, has_words ? end : kMostTitleBytes);
}

// "2020-03-31" with "T12:00:00" or " 12:00:00" and a zone after it, or not.
bool looks_like_date(const std::string& text) {
    const std::string pattern = "dddd-dd-dd";
    if (text.size() < pattern.size()) {
        return false;
    }
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool digit = ascii::is_digit(text[i]);
        if (pattern[i] == 'd' ? !digit : text[i] != pattern[i]) {
            return false;
        }
    }
    return true;
}

// HTML §4.5, what marks parts of running text.
bool is_within_words(const dom::Node& element) {
    constexpr std::array<std::string_view, 26> kNames{
        "a",    "abbr",  "b",    "bdi",    "bdo", "big", "cite", "code", "del",
        "dfn",  "em",    "font", "i",      "ins", "kbd", "mark", "q",    "s",
        "samp", "small", "span", "strong", "sub", "sup", "u",    "var"};
    return std::binary_search(kNames.begin(), kNames.end(), element.name);
}

// With a blank between what stands in blocks of its own.
void append_text(const dom::Node& node, std::string& text) {
    if (node.is_text()) {
        text += node.text;
        return;
    }
    const std::string_view edge = node.is_element() && is_within_words(node) ? "" : " ";
    text += edge;
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        append_text(*child, text);
    }
    text += edge;
}

}  // namespace

std::string collapsed_text(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (!ascii::is_html_space(c)) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

std::string plain_text(const std::string& html) {
    if (html.find_first_of("<&") == std::string::npos) {
        return collapsed_text(html);
    }
    dom::Document document;
    dom::Node& root = document.create_element("div");
    dom::parse_fragment(document, root, html, "div");
    return collapsed_text(dom::text_content(root));
}

std::string page_label(const deck::Deck& deck, const deck::Slide& slide) {
    if (deck.configuration.slide_number == deck::SlideNumberFormat::kNone) {
        return slide.index.v > 0 ? fmt::format("{}.{}", slide.index.h + 1, slide.index.v + 1)
                                 : std::to_string(slide.index.h + 1);
    }
    const deck::SlideNumberText number = deck::slide_number_text(deck, slide);
    const bool is_total = deck.configuration.slide_number == deck::SlideNumberFormat::kCSlashT;
    return is_total ? number.first : number.first + number.delimiter + number.second;
}

std::string destination_name(const deck::Slide& slide) {
    return "slide-" + deck::to_string(slide.index);
}

std::string outline_title(const deck::Deck& deck, const deck::Slide& slide) {
    if (std::string title = collapsed_text(slide.title); !title.empty()) {
        return title;
    }
    if (slide.section != nullptr) {
        std::string text;
        append_text(*slide.section, text);
        if (text = collapsed_text(text); !text.empty()) {
            return first_words(text);
        }
    }
    return "Slide " + page_label(deck, slide);
}

std::string document_date(const deck::Metadata& metadata) {
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH")) {
        const std::string_view text = epoch;
        long long seconds = 0;
        const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seconds);
        if (parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size()) {
            return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z", fmt::gmtime(seconds));
        }
    }
    return looks_like_date(metadata.date) ? metadata.date.substr(0, 10) : "";
}

}  // namespace ghreveal::exporter
