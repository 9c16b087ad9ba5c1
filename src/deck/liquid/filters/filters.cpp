#include "deck/liquid/filters.h"

#include <unordered_map>

namespace ghreveal::deck::liquid {

FilterFunction find_filter(std::string_view name) {
    static const auto kByName = [] {
        std::unordered_map<std::string_view, FilterFunction> by_name;
        for (const auto rows : {text_filters(), markup_filters(), number_filters(), array_filters(),
                                date_filters(), site_filters()}) {
            for (const FilterRow& row : rows) {
                by_name[row.name] = row.function;
            }
        }
        return by_name;
    }();
    const auto found = kByName.find(name);
    return found == kByName.end() ? nullptr : found->second;
}

std::string replaced(std::string_view text, const Replacement& replacement, Budget& budget) {
    std::string out;
    std::size_t at = 0;
    while (!replacement.what.empty()) {
        const std::size_t found = text.find(replacement.what, at);
        if (found == text.npos) {
            break;
        }
        budget.spend_bytes(replacement.with.size());
        out += text.substr(at, found - at);
        out += replacement.with;
        at = found + replacement.what.size();
        if (replacement.only_first) {
            break;
        }
    }
    return out += text.substr(at);
}

}  // namespace ghreveal::deck::liquid
