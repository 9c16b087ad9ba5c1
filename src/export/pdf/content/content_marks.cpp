#include "export/pdf/content/content_marks.h"

#include <fmt/format.h>

#include <utility>

namespace ghreveal::exporter {

ContentMarks::ContentMarks(std::string_view content) : content_(content) {
    result_.bytes.reserve(content.size() + content.size() / 4);
}

void ContentMarks::insert(std::size_t at, std::string_view text) {
    result_.bytes.append(content_.substr(copied_, at - copied_)).append(text);
    copied_ = at;
}

// What ends the marked content that is open, and begins another; empty when it goes on.
std::string ContentMarks::switch_text(const ContentMark& mark) {
    const Open wanted = mark.slot < 0 ? Open::kDecoration : Open::kContent;
    if (open_ == wanted && (mark.slot < 0 || open_slot_ == mark.slot)) {
        return "";
    }
    std::string text = open_ == Open::kNothing ? "" : "EMC ";
    open_ = wanted;
    open_slot_ = mark.slot;
    if (mark.slot < 0) {
        return text + "/Artifact BMC\n";
    }
    text.append("/").append(mark.type).append("<</MCID ");
    text.append(std::to_string(result_.slots.size())).append(">>BDC\n");
    result_.slots.push_back(mark.slot);
    return text;
}

void ContentMarks::switch_to(const ContentMark& mark, std::size_t at) {
    if (const std::string text = switch_text(mark); !text.empty()) {
        insert(at, text);
    }
}

void ContentMarks::close(std::size_t at) {
    if (open_ != Open::kNothing) {
        insert(at, "EMC\n");
        open_ = Open::kNothing;
    }
}

void ContentMarks::switch_in_string(const ContentMark& mark, std::size_t at, bool is_hex,
                                    StringPlace place) {
    const std::string text = switch_text(mark);
    if (text.empty()) {
        return;
    }
    const bool is_in_array = place == StringPlace::kInArray;
    insert(at, fmt::format("{}{}\n{}{}{}", is_hex ? ">" : ")", is_in_array ? "]TJ" : "Tj", text,
                           is_in_array ? "[" : "", is_hex ? "<" : "("));
}

void ContentMarks::leave_out(std::size_t begin, std::size_t end) {
    insert(begin, "");
    copied_ = end;
}

MarkedContent ContentMarks::take() {
    close(content_.size());
    insert(content_.size(), "");
    return std::move(result_);
}

}  // namespace ghreveal::exporter
