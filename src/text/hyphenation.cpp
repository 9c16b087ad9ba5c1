#include "text/hyphenation.h"

#include <glib.h>

#include <algorithm>
#include <optional>

#include "support/ascii.h"
#include "support/error.h"
#include "support/file.h"
#include "support/module.h"
#include "support/unicode/unicode_case.h"
#include "support/unicode/utf8.h"
#include "text/modules/hyphen_module.h"

namespace ghreveal::text {

namespace {

namespace fs = std::filesystem;

// CSS Text 4 §6.3, `hyphenate-limit-chars: auto`: characters of a word, and before and after the
// hyphen.
constexpr std::size_t kLeastWord = 5;
constexpr std::size_t kLeastPart = 2;

// The file of "en-GB" is hyph_en_GB.dic; of "en", whose files all name a country, hyph_en_US.dic,
// else the first.
std::optional<fs::path> dictionary(const fs::path& folder, std::string_view language) {
    const std::size_t dash = language.find('-');
    std::string name = ascii::lower_case(language.substr(0, dash));
    const bool is_word =
        !name.empty() && std::all_of(name.begin(), name.end(), ascii::is_alphanumeric);
    if (!is_word) {
        return std::nullopt;
    }
    std::vector<fs::path> files;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        const std::string file = entry.path().filename().string();
        if (file.starts_with("hyph_" + name + ".") || file.starts_with("hyph_" + name + "_")) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    const std::string country =
        dash == std::string_view::npos ? "us" : ascii::lower_case(language.substr(dash + 1));
    const auto exact = std::find_if(files.begin(), files.end(), [&](const fs::path& file) {
        return ascii::lower_case(file.stem().string()) == "hyph_" + name + "_" + country;
    });
    if (exact != files.end()) {
        return *exact;
    }
    return files.empty() ? std::nullopt : std::optional(files.front());
}

std::size_t end_of_letters(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto [c, length] = utf8::decode(text, at);
        if (!g_unichar_isalpha(c) && !g_unichar_ismark(c)) {
            break;
        }
        at += length;
    }
    return at;
}

}  // namespace

const HyphenationPatterns* Hyphenator::patterns(std::string_view language) {
    const auto known = patterns_.find(language);
    if (known != patterns_.end()) {
        return known->second.get();
    }
    std::unique_ptr<HyphenationPatterns>& loaded = patterns_[std::string(language)];
    if (const auto file = dictionary(folder_, language)) {
        try {
            auto* load = module_function<decltype(ghreveal_load_hyphenation)>(
                "hyphen", "ghreveal_load_hyphenation");
            loaded.reset(load(file->c_str()));
        } catch (const Error&) {
            loaded = nullptr;  // installed without the module
        }
    }
    return loaded.get();
}

std::string hyphenation_package(std::string_view language) {
    const std::string tag = ascii::lower_case(language);
    const std::string name = tag.substr(0, tag.find('-'));
    const bool has_several = name == "en" || name == "pt";
    const std::string usual = name == "en" ? "en-us" : "pt-br";
    return "hyphen-" + (!has_several ? name : tag == "en-gb" || tag == "pt-pt" ? tag : usual);
}

bool Hyphenator::knows(std::string_view language) {
    return patterns(language) != nullptr;
}

std::vector<std::size_t> Hyphenator::divisions(std::string_view text, std::string_view language) {
    std::vector<std::size_t> found;
    const HyphenationPatterns* const known = patterns(language);
    for (std::size_t at = 0; known != nullptr && at < text.size();) {
        const std::size_t end = end_of_letters(text, at);
        if (end == at) {
            at += utf8::decode(text, at).length;
            continue;
        }
        const std::string_view word = text.substr(at, end - at);
        const std::string lower = unicode::lower_case(word);
        // Letters whose small ones take other bytes are too rare to be worth a map.
        if (utf8::length(word) >= kLeastWord && lower.size() == word.size()) {
            for (const std::size_t division : known->divisions(lower)) {
                if (utf8::length(word.substr(0, division)) >= kLeastPart &&
                    utf8::length(word.substr(division)) >= kLeastPart) {
                    found.push_back(at + division);
                }
            }
        }
        at = end;
    }
    return found;
}

}  // namespace ghreveal::text
