#include "fuzz/deck_generator.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <string_view>

namespace ghreveal::fuzz {

namespace {

constexpr std::array<std::string_view, 22> kNumbers{
    "0",    "1",      "-1",   "2",   "0.5", "3",    "10",   "33.3", "-7.5",  "100",    "250",
    "1000", "-99999", "5000", "1e5", "1e9", "-1e9", "1e20", "1e-9", "1e308", "-1e308", "65537"};
constexpr std::array<std::string_view, 15> kUnits{
    "px", "em", "%", "vw", "vh", "rem", "ex", "ch", "pt", "vmin", "vmax", "in", "fr", "deg", ""};
constexpr std::array<std::string_view, 34> kElements{
    "div",   "p",   "span",   "b",      "i",       "section", "ul",         "ol",  "li",
    "table", "tr",  "td",     "th",     "thead",   "tbody",   "caption",    "col", "colgroup",
    "h1",    "h3",  "a",      "code",   "pre",     "img",     "blockquote", "dl",  "dt",
    "dd",    "svg", "figure", "button", "details", "input",   "x-y"};
constexpr std::array<std::string_view, 14> kDisplays{
    "block", "inline",     "inline-block", "flex",      "inline-flex", "grid",     "inline-grid",
    "table", "table-cell", "table-row",    "list-item", "none",        "contents", "flow-root"};
constexpr std::array<std::string_view, 14> kTexts{"a word",
                                                  "much longer text of several words",
                                                  "x",
                                                  "\u0645\u0631\u062D\u0628\u0627",
                                                  "\u6F22\u5B57",
                                                  "\U0001F469\u200D\U0001F4BB",
                                                  "a&shy;b",
                                                  "&nbsp;",
                                                  "\u0E20\u0E32\u0E29\u0E32",
                                                  "e\u0301\u0301\u0301",
                                                  "unbreakablewordthatislong",
                                                  "1 2 3",
                                                  "\u202Eabc",
                                                  ""};
constexpr std::array<std::string_view, 8> kMarkdown{
    "* item\n  * deeper\n", "## Heading\n",          "| a | b |\n|---|--:|\n| 1 | 2 |\n",
    "> quoted\n",           "```cpp\nint x;\n```\n", "text *em* **b** `c` [l](#x)\n",
    "1. one\n2. two\n",     "term\n: definition\n"};
constexpr std::array<std::string_view, 6> kPictures{
    "data:;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==",
    "missing.png",
    "data:;base64,R0lGODlhIBRAA7",
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9'/%3E",
    "",
    "https://x.org/a.png"};

class Generator {
public:
    Generator(std::uint64_t seed, const std::vector<PropertyValues>& properties)
        : random_(seed), properties_(properties) {}

    std::string deck() {
        out_ = "---\ntitle: x\n---\n§new\n\n";
        if (chance(3)) {
            out_ += "<style>";
            for (std::size_t i = below(6); i > 0; --i) {
                out_ += selector() + "{" + declarations() + "}\n";
            }
            out_ += "</style>\n\n";
        }
        for (std::size_t i = 1 + below(3); i > 0; --i) {
            chance(4) ? markdown() : element(0);
            out_ += "\n\n";
            if (chance(6)) {
                out_ += chance(2) ? "§new\n\n" : "§break\n\n";
            }
        }
        return std::move(out_);
    }

private:
    std::size_t below(std::size_t bound) { return random_() % bound; }
    // One time in `times`.
    bool chance(std::size_t times) { return below(times) == 0; }
    template <typename List>
    auto one_of(const List& list) {
        return list[below(list.size())];
    }

    std::string length() { return std::string(one_of(kNumbers)) + std::string(one_of(kUnits)); }

    std::string function(int depth) {
        switch (below(depth > 3 ? 3 : 8)) {
            case 0:
                return length();
            case 1:
                return std::string(one_of(kNumbers));
            case 2:
                return "var(--" + std::string(1, static_cast<char>('a' + below(3))) + ")";
            case 3:
                return "calc(" + function(depth + 1) + (chance(2) ? " + " : " * ") +
                       function(depth + 1) + ")";
            case 4:
                return "linear-gradient(" + function(depth + 1) + ",red " + length() + ",blue " +
                       length() + ")";
            case 5:
                return "repeating-radial-gradient(circle,#123 " + length() + ",rgba(1,2,3,.5))";
            case 6:
                return "scale(" + std::string(one_of(kNumbers)) + ") rotate(" +
                       std::string(one_of(kNumbers)) + "deg)";
            default:
                return "matrix(1,0,0," + std::string(one_of(kNumbers)) + ",5," +
                       std::string(one_of(kNumbers)) + ")";
        }
    }

    std::string declaration() {
        if (chance(5)) {
            return "display:" + std::string(one_of(kDisplays));
        }
        if (chance(12)) {
            return "--" + std::string(1, static_cast<char>('a' + below(3))) + ":" + function(0);
        }
        const PropertyValues& property = properties_[below(properties_.size())];
        std::string value =
            property.values.empty() || chance(3) ? function(0) : one_of(property.values);
        return property.name + ":" + value;
    }
    std::string declarations() {
        std::string text;
        for (std::size_t i = 1 + below(5); i > 0; --i) {
            text += declaration() + ";";
        }
        return text;
    }
    std::string selector() {
        std::string text(one_of(kElements));
        for (std::size_t i = below(3); i > 0; --i) {
            constexpr std::array<std::string_view, 9> kParts{
                ":first-child", ":nth-child(2n+1)", " *",       ">*", "+*",
                "::before",     "::after",          ":not(.a)", ".a"};
            text += one_of(kParts);
        }
        return text;
    }

    void markdown() {
        out_ += one_of(kMarkdown);
        if (chance(2)) {
            out_ += "{: style=\"" + declarations() + "\"}\n";
        }
    }

    void attributes(std::string_view name) {
        if (!chance(4)) {
            std::string style = declarations();
            for (char& c : style) {
                c = c == '"' ? '\'' : c;
            }
            out_ += " style=\"" + style + "\"";
        }
        if (chance(5)) {
            out_ += " class=\"fragment a\"";
        }
        if (name == "img") {
            out_ += " src=\"" + std::string(one_of(kPictures)) + "\"";
        } else if (name == "svg") {
            out_ += " width=\"" + std::string(one_of(kNumbers)) + "\" height=\"" +
                    std::string(one_of(kNumbers)) + "\"";
        } else if (name == "td" || name == "th") {
            out_ += " colspan=" + std::string(one_of(kNumbers)) +
                    " rowspan=" + std::string(one_of(kNumbers));
        } else if (name == "a") {
            out_ += " href=\"" + std::string(chance(2) ? "#/1" : "http://a.b/(") + "\"";
        }
    }

    void element(int depth) {
        const std::string_view name = one_of(kElements);
        out_ += "<" + std::string(name);
        attributes(name);
        out_ += ">";
        if (name == "svg") {
            out_ += "<rect width=\"" + std::string(one_of(kNumbers)) + "\" height=\"5\"/>";
        }
        for (std::size_t i = below(4); i > 0 && depth < 6; --i) {
            chance(2) ? void(out_ += one_of(kTexts)) : element(depth + 1);
        }
        out_ += "</" + std::string(name) + ">";
    }

    std::mt19937_64 random_;
    const std::vector<PropertyValues>& properties_;
    std::string out_;
};

}  // namespace

std::vector<PropertyValues> read_property_values(const std::string& file) {
    constexpr std::string_view kBetween = " \u00A6 ";
    std::vector<PropertyValues> properties;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t colon = line.find(": ");
        if (line.empty() || line[0] == '#' || line == "values") {
            continue;
        }
        if (line[0] != ' ') {  // "name: its own value"
            properties.push_back({line.substr(0, colon), {}});
            if (colon != std::string::npos) {
                properties.back().values.push_back(line.substr(colon + 2));
            }
            continue;
        }
        for (std::string_view rest = line; !properties.empty() && !rest.empty();) {
            const std::size_t end = std::min(rest.find(kBetween), rest.size());
            std::string value(rest.substr(0, end));
            value.erase(0, std::min(value.find_first_not_of(" ~"), value.size()));
            if (value.find('$') == std::string::npos) {
                properties.back().values.push_back(std::move(value));
            }
            rest.remove_prefix(std::min(end + kBetween.size(), rest.size()));
        }
    }
    return properties;
}

std::string random_deck(std::uint64_t seed, const std::vector<PropertyValues>& properties) {
    return Generator(seed, properties).deck();
}

}  // namespace ghreveal::fuzz
