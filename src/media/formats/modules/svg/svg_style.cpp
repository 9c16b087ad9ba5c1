#include "media/formats/modules/svg/svg_style.h"

#include <algorithm>

#include "support/ascii.h"

namespace ghreveal::media {

namespace {

constexpr int kMostNesting = 16;

bool is_name(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

std::string_view name_at(std::string_view css, std::size_t at) {
    std::size_t end = at;
    while (end < css.size() && is_name(css[end])) {
        ++end;
    }
    return css.substr(at, end - at);
}

// The ')' that closes what is open at `at`; the end when there is none.
std::size_t closing(std::string_view css, std::size_t at) {
    int depth = 1;
    for (; at < css.size(); ++at) {
        depth += css[at] == '(' ? 1 : css[at] == ')' ? -1 : 0;
        if (depth == 0) {
            return at;
        }
    }
    return css.size();
}

// The comma outside brackets that ends a function's first argument; the end when there is none.
std::size_t first_comma(std::string_view arguments) {
    int depth = 0;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        depth += arguments[at] == '(' ? 1 : arguments[at] == ')' ? -1 : 0;
        if (depth == 0 && arguments[at] == ',') {
            return at;
        }
    }
    return arguments.size();
}

class Replacer {
public:
    Replacer(const SvgVariables& variables, std::size_t most_bytes)
        : variables_(variables), left_(most_bytes) {}

    std::string replaced(std::string_view css, int depth) {
        std::string result;
        std::size_t at = 0;
        while (at < css.size()) {
            const std::size_t function = next_function(css, at);
            append(result, css.substr(at, function - at));
            if (function >= css.size()) {
                break;
            }
            const std::size_t open = css.find('(', function);
            const std::size_t close = closing(css, open + 1);
            const std::string_view arguments = css.substr(open + 1, close - open - 1);
            if (depth < kMostNesting) {
                append(result, value_of(css[function] == 'v', arguments, depth));
            }
            at = std::min(css.size(), close + 1);
        }
        return result;
    }

private:
    static std::size_t next_function(std::string_view css, std::size_t at) {
        std::size_t found = std::min(css.find("var(", at), css.find("light-dark(", at));
        while (found != std::string_view::npos && found > 0 && is_name(css[found - 1])) {
            found = std::min(css.find("var(", found + 1), css.find("light-dark(", found + 1));
        }
        return std::min(found, css.size());
    }
    std::string value_of(bool is_variable, std::string_view arguments, int depth) {
        const std::size_t comma = first_comma(arguments);
        const std::string_view first = ascii::trimmed(arguments.substr(0, comma));
        if (!is_variable) {
            return replaced(first, depth + 1);
        }
        const auto known = variables_.find(first);
        if (known != variables_.end()) {
            return replaced(known->second, depth + 1);
        }
        return comma < arguments.size() ? replaced(arguments.substr(comma + 1), depth + 1) : "";
    }
    void append(std::string& result, std::string_view text) {
        const std::string_view taken = text.substr(0, left_);
        left_ -= taken.size();
        result += taken;
    }

    const SvgVariables& variables_;
    std::size_t left_;
};

std::string_view value_after(std::string_view css, std::size_t colon) {
    const std::size_t end = std::min(css.find_first_of(";}", colon), css.size());
    return ascii::trimmed(css.substr(colon + 1, end - colon - 1));
}

}  // namespace

std::string style_value(std::string_view style, std::string_view property) {
    std::string_view rest = style;
    std::string found;
    while (!rest.empty()) {
        const std::string_view declaration = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(rest.size(), declaration.size() + 1));
        const std::size_t colon = declaration.find(':');
        if (colon != std::string_view::npos &&
            ascii::trimmed(declaration.substr(0, colon)) == property) {
            found = ascii::trimmed(declaration.substr(colon + 1));
        }
    }
    return found;
}

void collect_variables(std::string_view css, SvgVariables& variables) {
    for (std::size_t at = css.find("--"); at != std::string_view::npos; at = css.find("--", at)) {
        const std::string_view name = name_at(css, at);
        const bool begins = at == 0 || !is_name(css[at - 1]);
        at += std::max<std::size_t>(2, name.size());
        const std::size_t colon = css.find_first_not_of(" \t\r\n", at);
        if (begins && colon != std::string_view::npos && css[colon] == ':') {
            variables.insert_or_assign(std::string(name), std::string(value_after(css, colon)));
        }
    }
}

std::string without_functions(std::string_view css, const SvgVariables& variables,
                              std::size_t most_bytes) {
    return Replacer(variables, most_bytes).replaced(css, 0);
}

void collect_family_list(std::string_view list, std::vector<std::string>& families) {
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        std::string_view family = ascii::trimmed(list.substr(0, comma));
        if (family.size() > 1 && (family.front() == '"' || family.front() == '\'')) {
            family = family.substr(1, family.size() - 2);
        }
        if (!family.empty()) {
            families.push_back(ascii::lower_case(family));
        }
        list.remove_prefix(std::min(list.size(), comma + 1));
    }
}

void collect_families(std::string_view css, std::vector<std::string>& families) {
    for (std::size_t at = css.find("font"); at != std::string_view::npos;
         at = css.find("font", at + 1)) {
        const std::string_view name = name_at(css, at);
        const std::size_t colon = css.find_first_not_of(" \t\r\n", at + name.size());
        if (colon == std::string_view::npos || css[colon] != ':') {
            continue;
        }
        std::string_view value = value_after(css, colon);
        if (name == "font") {
            // The families follow the weight and the size, whose words have digits in front.
            for (std::size_t digit = value.find_first_of("0123456789");
                 digit != std::string_view::npos; digit = value.find_first_of("0123456789")) {
                value = value.substr(std::min(value.find(' ', digit), value.size()));
            }
        } else if (name != "font-family") {
            continue;
        }
        collect_family_list(ascii::trimmed(value), families);
    }
}

}  // namespace ghreveal::media
