// What Liquid's variables hold: YAML's values, ranges and moments.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include "deck/liquid/filters/moment.h"

namespace ghreveal::deck::liquid {

class Value;
class Object;
using Array = std::vector<Value>;

// `(1..4)`, both ends included.
struct Range {
    std::int64_t first = 0;
    std::int64_t last = 0;
    bool operator==(const Range&) const = default;
};

class Value {
public:
    Value() = default;
    template <typename T>
    requires std::is_same_v<T, bool> Value(T truth) : content_(truth) {}
    template <typename T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) Value(T number)
        : content_(static_cast<std::int64_t>(number)) {}
    Value(double number) : content_(number) {}
    Value(std::string text) : content_(std::move(text)) {}
    Value(std::string_view text) : content_(std::string(text)) {}
    Value(const char* text) : content_(std::string(text)) {}
    Value(Range range) : content_(range) {}
    Value(Moment moment) : content_(moment) {}
    Value(Array);
    Value(Object);

    bool is_nil() const { return std::holds_alternative<std::monostate>(content_); }
    // Everything but nil and false is true.
    bool is_true() const;
    const bool* boolean() const { return std::get_if<bool>(&content_); }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&content_); }
    const double* real() const { return std::get_if<double>(&content_); }
    const std::string* string() const { return std::get_if<std::string>(&content_); }
    const Range* range() const { return std::get_if<Range>(&content_); }
    const Moment* moment() const { return std::get_if<Moment>(&content_); }
    const Array* array() const;
    const Object* object() const;
    bool is_number() const { return integer() != nullptr || real() != nullptr; }

    bool operator==(const Value&) const;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Range, Moment,
                 std::shared_ptr<const Array>, std::shared_ptr<const Object>>
        content_;
};

// Keys in the order they are written in, and values that are only made when they are asked for.
class Object {
public:
    using Entry = std::pair<std::string, Value>;
    using Maker = std::function<Value(const std::string& key)>;

    Object() = default;
    explicit Object(Maker made_when_asked_for) : maker_(std::move(made_when_asked_for)) {}

    void set(std::string key, Value);
    // Nil for a key that is not there.
    Value get(const std::string& key) const;
    bool has(const std::string& key) const { return index_.contains(key); }
    const std::vector<Entry>& entries() const { return entries_; }

private:
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::size_t> index_;
    Maker maker_;
};

// As `{{ value }}` writes it: nothing for nil, the elements of an array one after another.
std::string to_text(const Value&);
// As Ruby's `inspect` does.
std::string inspected(const Value&);
std::string to_json(const Value&);
// Of a float as Ruby writes it: "1.0", "1.0e+20".
std::string to_text(double);

// The number at a text's beginning, 0 where there is none; `2.5` stays a float.
Value to_number(const Value&);
std::int64_t to_integer(const Value&);

// What a loop goes through: elements of an array or a range, pairs of an object, a text as a whole.
// No more than `most` of a range.
Array to_elements(const Value&, std::size_t most);

// Negative, 0 or positive; nothing where the two cannot be compared.
std::optional<int> compared(const Value& a, const Value& b);

}  // namespace ghreveal::deck::liquid
