#include "support/unicode/quotes.h"

#include <map>

#include "support/ascii.h"

namespace ghreveal::unicode {

namespace {

using Quotes = std::vector<std::pair<std::string, std::string>>;

// As Chromium has them; of languages that it does not know, as HTML §15.3.2 does.
const std::map<std::string, Quotes, std::less<>>& quotes_by_language() {
    static const std::map<std::string, Quotes, std::less<>> kQuotes{
        {"agq", {{"„", "”"}, {"‚", "’"}}},       {"ar", {{"”", "“"}, {"’", "‘"}}},
        {"ast", {{"«", "»"}, {"“", "”"}}},       {"be", {{"«", "»"}, {"„", "“"}}},
        {"bg", {{"„", "“"}, {"„", "“"}}},        {"bs", {{"„", "”"}, {"‘", "’"}}},
        {"ca", {{"«", "»"}, {"“", "”"}}},        {"cs", {{"„", "“"}, {"‚", "‘"}}},
        {"cy", {{"‘", "’"}, {"“", "”"}}},        {"de", {{"„", "“"}, {"‚", "‘"}}},
        {"dsb", {{"„", "“"}, {"‚", "‘"}}},       {"el", {{"«", "»"}, {"“", "”"}}},
        {"es", {{"«", "»"}, {"“", "”"}}},        {"et", {{"„", "“"}, {"‚", "‘"}}},
        {"fa", {{"«", "»"}, {"‹", "›"}}},        {"fi", {{"”", "”"}, {"’", "’"}}},
        {"fr", {{"«", "»"}, {"«", "»"}}},        {"fr-ca", {{"«", "»"}, {"”", "“"}}},
        {"fr-ch", {{"«", "»"}, {"‹", "›"}}},     {"gsw", {{"«", "»"}, {"‹", "›"}}},
        {"he", {{"”", "”"}, {"’", "’"}}},        {"hr", {{"„", "“"}, {"‚", "‘"}}},
        {"hsb", {{"„", "“"}, {"‚", "‘"}}},       {"hu", {{"„", "”"}, {"»", "«"}}},
        {"hy", {{"«", "»"}, {"«", "»"}}},        {"is", {{"„", "“"}, {"‚", "‘"}}},
        {"it", {{"«", "»"}, {"“", "”"}}},        {"ja", {{"「", "」"}, {"『", "』"}}},
        {"ka", {{"„", "“"}, {"“", "”"}}},        {"ky", {{"«", "»"}, {"„", "“"}}},
        {"lb", {{"„", "“"}, {"‚", "‘"}}},        {"lt", {{"„", "“"}, {"„", "“"}}},
        {"mk", {{"„", "“"}, {"‚", "‘"}}},        {"nb", {{"«", "»"}, {"‘", "’"}}},
        {"nl", {{"‘", "’"}, {"‘", "’"}}},        {"nn", {{"«", "»"}, {"‘", "’"}}},
        {"no", {{"«", "»"}, {"‘", "’"}}},        {"pl", {{"„", "”"}, {"«", "»"}}},
        {"pt-pt", {{"«", "»"}, {"“", "”"}}},     {"ro", {{"„", "”"}, {"«", "»"}}},
        {"ru", {{"«", "»"}, {"„", "“"}}},        {"sk", {{"„", "“"}, {"‚", "‘"}}},
        {"sl", {{"„", "“"}, {"‚", "‘"}}},        {"sq", {{"«", "»"}, {"“", "”"}}},
        {"sr", {{"„", "”"}, {"’", "’"}}},        {"sv", {{"”", "”"}, {"’", "’"}}},
        {"uk", {{"«", "»"}, {"„", "“"}}},        {"ur", {{"”", "“"}, {"’", "‘"}}},
        {"yi", {{"\"", "\""}, {"'", "'"}}},      {"zh-hant", {{"「", "」"}, {"『", "』"}}},
        {"zh-hk", {{"「", "」"}, {"『", "』"}}}, {"zh-tw", {{"「", "」"}, {"『", "』"}}},
    };
    return kQuotes;
}

}  // namespace

const Quotes& quotes_of(std::string_view language) {
    static const Quotes kEnglish{{"“", "”"}, {"‘", "’"}};
    // "de-AT" has what "de" has, where it is not said otherwise (RFC 4647 §3.4).
    std::string name = ascii::lower_case(language);
    while (!name.empty()) {
        const auto found = quotes_by_language().find(name);
        if (found != quotes_by_language().end()) {
            return found->second;
        }
        const std::size_t dash = name.rfind('-');
        name.resize(dash == std::string::npos ? 0 : dash);
    }
    return kEnglish;
}

}  // namespace ghreveal::unicode
