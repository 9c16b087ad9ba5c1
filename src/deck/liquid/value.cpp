#include "deck/liquid/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "support/ascii.h"

namespace ghreveal::deck::liquid {

namespace {

std::string quoted_json(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\f':
                out += "\\f";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    out += fmt::format("\\u{:04x}", c);
                } else {
                    out += c;
                }
        }
    }
    return out + '"';
}

// JSON and Ruby's `inspect` differ in a few signs.
struct Notation {
    std::string_view nil;
    std::string_view between_elements;
    std::string_view after_key;
};
constexpr Notation kJson{"null", ",", ":"};
constexpr Notation kRuby{"nil", ", ", "=>"};

std::string written(const Value& value, const Notation& notation) {
    if (value.is_nil()) {
        return std::string(notation.nil);
    }
    std::string out;
    const auto separate = [&] {
        if (out.size() > 1) {
            out += notation.between_elements;
        }
    };
    if (const Array* array = value.array()) {
        out = "[";
        for (const Value& element : *array) {
            separate();
            out += written(element, notation);
        }
        return out + "]";
    }
    if (const Object* object = value.object()) {
        out = "{";
        for (const auto& [key, member] : object->entries()) {
            separate();
            out += quoted_json(key) + std::string(notation.after_key) + written(member, notation);
        }
        return out + "}";
    }
    const bool is_text =
        value.string() != nullptr || value.range() != nullptr || value.moment() != nullptr;
    return is_text ? quoted_json(to_text(value)) : to_text(value);
}

double as_double(const Value& value) {
    return value.real() != nullptr ? *value.real() : static_cast<double>(*value.integer());
}

template <typename T>
int sign_of_order(const T& a, const T& b) {
    return a < b ? -1 : b < a ? 1 : 0;
}

}  // namespace

Value::Value(Array array) : content_(std::make_shared<const Array>(std::move(array))) {}
Value::Value(Object object) : content_(std::make_shared<const Object>(std::move(object))) {}

bool Value::is_true() const {
    return !is_nil() && (boolean() == nullptr || *boolean());
}

const Array* Value::array() const {
    const auto* held = std::get_if<std::shared_ptr<const Array>>(&content_);
    return held == nullptr ? nullptr : held->get();
}

const Object* Value::object() const {
    const auto* held = std::get_if<std::shared_ptr<const Object>>(&content_);
    return held == nullptr ? nullptr : held->get();
}

bool Value::operator==(const Value& other) const {
    if (is_number() && other.is_number()) {
        return integer() != nullptr && other.integer() != nullptr
                   ? *integer() == *other.integer()
                   : as_double(*this) == as_double(other);
    }
    if (array() != nullptr && other.array() != nullptr) {
        return *array() == *other.array();
    }
    if (object() != nullptr && other.object() != nullptr) {
        return object() == other.object() || object()->entries() == other.object()->entries();
    }
    return content_ == other.content_;
}

void Object::set(std::string key, Value value) {
    const auto [at, is_new] = index_.try_emplace(key, entries_.size());
    if (is_new) {
        entries_.emplace_back(std::move(key), std::move(value));
    } else {
        entries_[at->second].second = std::move(value);
    }
}

Value Object::get(const std::string& key) const {
    const auto found = index_.find(key);
    if (found != index_.end()) {
        return entries_[found->second].second;
    }
    return maker_ ? maker_(key) : Value();
}

std::string to_text(double number) {
    if (std::isnan(number)) {
        return "NaN";
    }
    if (std::isinf(number)) {
        return number < 0 ? "-Infinity" : "Infinity";
    }
    const double size = std::abs(number);
    if (size != 0 && (size >= 1e16 || size < 1e-4)) {
        std::string text = fmt::format("{:e}", number);
        const std::string shortest = fmt::format("{}", number);
        const std::size_t e = shortest.find('e');
        if (e != shortest.npos) {
            text = shortest;
            if (text.find('.') == text.npos) {
                text.insert(e, ".0");
            }
        }
        return text;
    }
    std::string text = fmt::format("{}", number);
    if (text.find('.') == text.npos) {
        text += ".0";
    }
    return text;
}

std::string to_text(const Value& value) {
    if (const std::string* text = value.string()) {
        return *text;
    }
    if (value.is_nil()) {
        return "";
    }
    if (const bool* truth = value.boolean()) {
        return *truth ? "true" : "false";
    }
    if (const std::int64_t* number = value.integer()) {
        return std::to_string(*number);
    }
    if (const double* number = value.real()) {
        return to_text(*number);
    }
    if (const Range* range = value.range()) {
        return fmt::format("{}..{}", range->first, range->last);
    }
    if (const Moment* moment = value.moment()) {
        return formatted(*moment, "%Y-%m-%d %H:%M:%S %z");
    }
    if (const Array* array = value.array()) {
        std::string out;
        for (const Value& element : *array) {
            out += to_text(element);
        }
        return out;
    }
    return inspected(value);
}

std::string inspected(const Value& value) {
    return written(value, kRuby);
}

std::string to_json(const Value& value) {
    return written(value, kJson);
}

Value to_number(const Value& value) {
    if (value.is_number()) {
        return value;
    }
    const std::string* text = value.string();
    if (text == nullptr) {
        return 0;
    }
    const std::string_view digits = ascii::trimmed(*text);
    const char* end = digits.data() + digits.size();
    // Liquid's Utils.to_number: digits, a point and digits are a decimal number, all else is read
    // as far as it is whole.
    const std::size_t point = digits.find('.');
    const std::size_t begin = digits.starts_with('-') ? 1 : 0;
    const auto are_digits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), ascii::is_digit);
    };
    if (point != digits.npos && point >= begin && are_digits(digits.substr(begin, point - begin)) &&
        are_digits(digits.substr(point + 1))) {
        double number = 0;
        std::from_chars(digits.data(), end, number);
        return number;
    }
    std::int64_t number = 0;
    std::from_chars(digits.data(), end, number);
    return number;
}

std::int64_t to_integer(const Value& value) {
    const Value number = to_number(value);
    if (number.integer() != nullptr) {
        return *number.integer();
    }
    constexpr double kMost = 9e18;
    return static_cast<std::int64_t>(std::clamp(*number.real(), -kMost, kMost));
}

Array to_elements(const Value& value, std::size_t most) {
    if (const Array* array = value.array()) {
        return *array;
    }
    Array elements;
    if (const Range* range = value.range()) {
        for (std::int64_t at = range->first; at <= range->last && elements.size() < most; ++at) {
            elements.emplace_back(at);
        }
    } else if (const Object* object = value.object()) {
        for (const auto& [key, member] : object->entries()) {
            elements.emplace_back(Array{key, member});
        }
    } else if (value.string() != nullptr && !value.string()->empty()) {
        elements.push_back(value);
    }
    return elements;
}

std::optional<int> compared(const Value& a, const Value& b) {
    if (a.is_number() && b.is_number()) {
        return sign_of_order(as_double(a), as_double(b));
    }
    if (a.string() != nullptr && b.string() != nullptr) {
        return sign_of_order(*a.string(), *b.string());
    }
    if (a.moment() != nullptr && b.moment() != nullptr) {
        return sign_of_order(a.moment()->seconds, b.moment()->seconds);
    }
    return std::nullopt;
}

}  // namespace ghreveal::deck::liquid
