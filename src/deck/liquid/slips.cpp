#include "deck/liquid/slips.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ghreveal::deck::liquid {

void note_open_braces(std::string_view text, int line, std::vector<Slip>& slips) {
    for (const auto& [open, close] : {std::pair{"{{", "}}"}, std::pair{"{%", "%}"}}) {
        const std::size_t at = text.find(open);
        if (at == text.npos) {
            continue;
        }
        line += static_cast<int>(
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        slips.push_back(
            {line, fmt::format("'{}' is not ended", open), fmt::format("end it with {}", close)});
        return;
    }
}

void note_unknown_operators(const Condition& condition, int line, std::vector<Slip>& slips) {
    constexpr std::array<std::string_view, 9> kOperators{"",   "==", "!=", "<>",      "<",
                                                         "<=", ">",  ">=", "contains"};
    for (const Comparison& comparison : condition) {
        const std::string_view op = comparison.op;
        if (std::find(kOperators.begin(), kOperators.end(), op) == kOperators.end()) {
            slips.push_back({line, fmt::format("Liquid has no operator '{}'", op),
                             op == "=" ? "write ==" : "there are ==, !=, <, <=, >, >=, contains"});
        }
    }
}

Complaint complaint_of(std::string_view name) {
    constexpr std::array<std::string_view, 8> kBlocks{
        "if", "unless", "case", "for", "tablerow", "capture", "highlight", "comment"};
    const bool is_end = name.starts_with("end") &&
                        std::find(kBlocks.begin(), kBlocks.end(), name.substr(3)) != kBlocks.end();
    if (is_end) {
        return {"'{}' ends nothing",
                fmt::format("no {{% {} %}} is open before it", name.substr(3))};
    }
    if (name == "else" || name == "elsif" || name == "when") {
        return {"'{}' is in no block",
                fmt::format("no {{% {} %}} is open before it", name == "when" ? "case" : "if")};
    }
    if (name == "assign") {
        return {"'{}' sets nothing", "write {% assign NAME = VALUE %}"};
    }
    return {"unknown Liquid tag '{}'", "it is left as written"};
}

}  // namespace ghreveal::deck::liquid
