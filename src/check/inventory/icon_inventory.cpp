#include "check/inventory/icon_inventory.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"
#include "support/file.h"

namespace ghreveal::check {

namespace {

constexpr std::size_t kLargestSheet = 1U << 20U;

}  // namespace

// The names of Font Awesome's icons, as its sheet has them: `.fa-NAME`.
std::vector<std::string> icon_names() {
    const std::string sheet =
        read_file(data_directory() / "themes" / "base" / "font-awesome.css", kLargestSheet);
    std::vector<std::string> names;
    for (std::size_t at = sheet.find(".fa-"); at != std::string::npos;
         at = sheet.find(".fa-", at + 1)) {
        const std::size_t begin = at + 4;
        const std::size_t end =
            sheet.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-", begin);
        names.push_back(sheet.substr(begin, end - begin));
    }
    return names;
}

// Sizes and the like, of all versions of Font Awesome: `fa-2x`, `fa-lg`. No icon has a digit first
// (`fa-500px` is one by its own name).
bool is_icon_modifier(std::string_view name) {
    constexpr auto kModifiers = std::to_array<std::string_view>(
        {"beat", "bounce", "fade", "shake", "sm", "spin-pulse", "xl", "xs"});
    return (ascii::is_digit(name.front()) && name != "500px") ||
           std::find(kModifiers.begin(), kModifiers.end(), name) != kModifiers.end();
}

}  // namespace ghreveal::check
