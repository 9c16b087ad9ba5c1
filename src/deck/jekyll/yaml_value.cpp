#include "deck/jekyll/yaml_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "support/ascii.h"
#include "support/error.h"
#include "support/limit_names.h"

namespace ghreveal::deck::jekyll {

namespace {

using liquid::Value;

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text == word || (ascii::equal_ignoring_case(text, word) &&
                                (text == ascii::upper_case(word) ||
                                 std::none_of(text.begin() + 1, text.end(),
                                              [](char c) { return c >= 'A' && c <= 'Z'; })));
    });
}

std::optional<Value> number(std::string_view text) {
    std::string digits(text);
    std::erase(digits, '_');
    const char* begin = digits.data() + (digits.starts_with('+') ? 1 : 0);
    const char* end = digits.data() + digits.size();
    std::int64_t whole = 0;
    const bool is_octal = digits.size() > 1 && digits[0] == '0' && ascii::is_digit(digits[1]);
    if (digits.starts_with("0x") && std::from_chars(begin + 2, end, whole, 16).ptr == end) {
        return whole;
    }
    if (std::from_chars(begin, end, whole, is_octal ? 8 : 10).ptr == end && begin != end) {
        return whole;
    }
    double real = 0;
    const bool is_plain = digits.find_first_not_of("+-0123456789.eE") == digits.npos &&
                          digits.find('.') != digits.npos;
    if (is_plain && std::from_chars(begin, end, real).ptr == end) {
        return real;
    }
    return std::nullopt;
}

// "2020-05-01 10:00:00": with a time it is a moment; a date alone is written as it stands.
bool is_time(std::string_view text) {
    return text.size() > 15 && text[4] == '-' && text[7] == '-' && text.find(':') != text.npos &&
           std::all_of(text.begin(), text.begin() + 4, ascii::is_digit);
}

Value scalar_value(const YAML::Node& node) {
    const std::string& text = node.Scalar();
    if (node.Tag() == "!") {  // in quotes
        return text;
    }
    if (text.empty() || text == "~" || is_one_of(text, {"null"})) {
        return {};
    }
    if (is_one_of(text, {"true", "yes", "on"})) {
        return true;
    }
    if (is_one_of(text, {"false", "no", "off"})) {
        return false;
    }
    if (const auto value = number(text)) {
        return *value;
    }
    if (is_time(text)) {
        if (auto moment = liquid::parse_moment(text)) {
            moment->offset = 0;  // Ruby has it in the site's own zone, which is UTC here
            return *moment;
        }
    }
    return text;
}

// Goes through aliases each time they stand there.
class ValueMaker {
public:
    ValueMaker(const YamlSource& source, const Limits& limits) : source_(source), limits_(limits) {}

    Value make(const YAML::Node& node) {
        count(node);
        Value value;
        ++depth_;
        if (node.IsSequence()) {
            liquid::Array array;
            for (const YAML::Node& element : node) {
                array.push_back(make(element));
            }
            value = std::move(array);
        } else if (node.IsMap()) {
            liquid::Object object;
            for (const auto& entry : node) {
                if (entry.first.IsScalar()) {
                    object.set(entry.first.Scalar(), make(entry.second));
                }
            }
            value = std::move(object);
        } else if (node.IsScalar()) {
            value = scalar_value(node);
        }
        --depth_;
        return value;
    }

private:
    void count(const YAML::Node& node) {
        const SourcePosition where{source_.file, node.Mark().line + source_.first_line};
        if (depth_ > limits_.yaml_nesting) {
            throw Error(where, "values are nested too deep; an alias may hold itself",
                        limit_hint(limits_, "yaml-nesting"));
        }
        if (++count_ > limits_.yaml_values) {
            throw Error(where, "there are too many values, aliases counted each time",
                        limit_hint(limits_, "yaml-values"));
        }
    }

    const YamlSource& source_;
    const Limits& limits_;
    std::size_t count_ = 0;
    int depth_ = 0;
};

}  // namespace

Value to_value(const YAML::Node& node, const YamlSource& source, const Limits& limits) {
    return ValueMaker(source, limits).make(node);
}

YAML::Node joined(const YAML::Node& under, const YAML::Node& over) {
    if (!under.IsMap() || !over.IsMap()) {
        return over.IsDefined() && !over.IsNull() ? over : under;
    }
    YAML::Node all(YAML::NodeType::Map);
    for (const auto& entry : over) {
        all[entry.first] = entry.second;
    }
    for (const auto& entry : under) {
        if (!entry.first.IsScalar()) {
            continue;
        }
        const YAML::Node there = over[entry.first.Scalar()];
        if (!there || there.IsNull()) {
            all[entry.first.Scalar()] = entry.second;
        } else if (there.IsMap() && entry.second.IsMap()) {
            all[entry.first.Scalar()] = joined(entry.second, there);
        }
    }
    return all;
}

}  // namespace ghreveal::deck::jekyll
