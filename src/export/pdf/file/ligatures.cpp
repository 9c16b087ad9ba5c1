#include "export/pdf/file/ligatures.h"

#include <algorithm>
#include <array>

namespace ghreveal::exporter {

namespace {

struct Ligature {
    std::string_view character;  // UTF-16 in hexadecimal
    std::string_view letters;
};

constexpr std::array<Ligature, 7> kLigatures{{{"<fb00>", "<00660066>"},
                                              {"<fb01>", "<00660069>"},
                                              {"<fb02>", "<0066006c>"},
                                              {"<fb03>", "<006600660069>"},
                                              {"<fb04>", "<00660066006c>"},
                                              {"<fb05>", "<017f0074>"},
                                              {"<fb06>", "<00730074>"}}};

}  // namespace

bool is_ligature_span(std::string_view operands) {
    constexpr std::string_view kText = "/ActualText <feff";
    const std::size_t at = operands.find(kText);
    if (at == operands.npos) {
        return false;
    }
    const std::string_view text = operands.substr(at + kText.size());
    return std::any_of(kLigatures.begin(), kLigatures.end(), [text](const Ligature& ligature) {
        return text.starts_with(ligature.letters.substr(1));
    });
}

std::string with_letters_of_ligatures(std::string_view map) {
    std::string result(map);
    for (const Ligature& ligature : kLigatures) {
        const std::size_t at = result.find(ligature.character);
        if (at != result.npos) {
            result.replace(at, ligature.character.size(), ligature.letters);
        }
    }
    return result;
}

}  // namespace ghreveal::exporter
