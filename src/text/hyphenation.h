// Where words may be divided, by the patterns of their language (libhyphen, in a module; the
// dictionaries of Debian's hyphen-* packages).
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::text {

// The patterns of a language.
class HyphenationPatterns {
public:
    virtual ~HyphenationPatterns() = default;
    // Bytes of a word, in lower case, before which it may be divided.
    virtual std::vector<std::size_t> divisions(const std::string& word) const = 0;
};

// The Debian package that a language's patterns come with: "hyphen-en-us" of "en".
std::string hyphenation_package(std::string_view language);

class Hyphenator {
public:
    explicit Hyphenator(std::filesystem::path folder = "/usr/share/hyphen")
        : folder_(std::move(folder)) {}

    // Whether there are patterns for the language, a BCP 47 tag; "de-AT" goes with those of "de".
    bool knows(std::string_view language);
    // The bytes of a text without spaces before which its words may be divided.
    std::vector<std::size_t> divisions(std::string_view text, std::string_view language);

private:
    const HyphenationPatterns* patterns(std::string_view language);

    std::filesystem::path folder_;
    std::map<std::string, std::unique_ptr<HyphenationPatterns>, std::less<>> patterns_;  // or null
};

}  // namespace ghreveal::text
