#include <glib.h>
#include <hyphen.h>

#include <cstdlib>

#include "support/handle.h"
#include "support/unicode/utf8.h"
#include "text/modules/hyphen_module.h"

namespace {

using ghreveal::text::HyphenationPatterns;

void free_text(char* text) {
    g_free(text);
}

class Dictionary final : public HyphenationPatterns {
public:
    explicit Dictionary(HyphenDict* patterns) : patterns_(patterns) {}
    std::vector<std::size_t> divisions(const std::string& word) const override;

private:
    ghreveal::Handle<HyphenDict, hnj_hyphen_free> patterns_;
};

std::vector<std::size_t> Dictionary::divisions(const std::string& word) const {
    // Old dictionaries have letters of one byte.
    std::string written = word;
    if (patterns_->utf8 == 0) {
        gsize size = 0;
        const ghreveal::Handle<char, free_text> converted{
            g_convert(word.data(), static_cast<gssize>(word.size()), patterns_->cset, "UTF-8",
                      nullptr, &size, nullptr)};
        if (converted == nullptr) {
            return {};
        }
        written.assign(converted.get(), size);
    }
    const int size = static_cast<int>(written.size());
    std::vector<char> marks(written.size() + 5);
    char** replacements = nullptr;
    int* positions = nullptr;
    int* cuts = nullptr;
    const int failure = hnj_hyphen_hyphenate2(patterns_.get(), written.c_str(), size, marks.data(),
                                              nullptr, &replacements, &positions, &cuts);
    std::vector<std::size_t> found;
    // A mark a character: an odd one behind it divides there. Divisions that change the spelling
    // ("Zuc-ker" to "Zuk-ker") are left out.
    std::size_t byte = 0;
    const std::size_t characters = ghreveal::utf8::length(word);
    for (std::size_t i = 0; failure == 0 && i < characters; ++i) {
        byte += ghreveal::utf8::decode(word, byte).length;
        const bool changes = replacements != nullptr && replacements[i] != nullptr;
        if ((marks[i] & 1) != 0 && !changes && byte < word.size()) {
            found.push_back(byte);
        }
    }
    for (std::size_t i = 0; replacements != nullptr && i < characters; ++i) {
        std::free(replacements[i]);
    }
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
    return found;
}

}  // namespace

HyphenationPatterns* ghreveal_load_hyphenation(const char* file) {
    HyphenDict* patterns = hnj_hyphen_load(file);
    return patterns == nullptr ? nullptr : new Dictionary(patterns);
}
