// Filters that make, take apart and go through arrays.
#include <algorithm>

#include "deck/liquid/condition.h"
#include "deck/liquid/filters.h"
#include "support/ascii.h"
#include "support/unicode/unicode_case.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck::liquid {

namespace {

// An element of an array takes some memory however small it is.
constexpr std::size_t kElementBytes = sizeof(Value);

void flatten_into(const Array& array, Array& out) {
    for (const Value& element : array) {
        if (const Array* inner = element.array()) {
            flatten_into(*inner, out);
        } else {
            out.push_back(element);
        }
    }
}

// Liquid's InputIterator: arrays in arrays as one, anything else as one element.
Array elements_of(const Value& input, FilterContext& context) {
    Array elements;
    if (const Array* array = input.array()) {
        flatten_into(*array, elements);
    } else if (input.range() != nullptr) {
        elements = to_elements(input, context.budget.limits().liquid_steps);
    } else if (!input.is_nil()) {
        elements.push_back(input);
    }
    context.budget.spend_bytes(elements.size() * kElementBytes);
    return elements;
}

// Ruby's String#split: by a blank at any white space, by nothing at each character; nothing empty
// at the end.
Value split(const Value& input, const Arguments& arguments, FilterContext& context) {
    const std::string text = to_text(input);
    const std::string separator = arguments.text(0);
    Array parts;
    const auto add = [&](std::string_view part) {
        context.budget.spend_bytes(part.size() + kElementBytes);
        parts.emplace_back(part);
    };
    if (separator == " ") {
        ascii::any_word(text, [&](std::string_view word) {
            add(word);
            return false;
        });
        return parts;
    }
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = separator.empty() ? at + utf8::decode(text, at).length
                                                  : std::min(text.find(separator, at), text.size());
        add(std::string_view(text).substr(at, end - at));
        at = end + separator.size();
    }
    while (!parts.empty() && parts.back().string()->empty()) {
        parts.pop_back();
    }
    return parts;
}

Value join(const Value& input, const Arguments& arguments, FilterContext& context) {
    const std::string glue = arguments.text(0, " ");
    std::string out;
    bool is_first = true;
    for (const Value& element : elements_of(input, context)) {
        const std::string text = to_text(element);
        context.budget.spend_bytes(text.size() + glue.size());
        out += is_first ? text : glue + text;
        is_first = false;
    }
    return out;
}

Value first(const Value& input, const Arguments&, FilterContext&) {
    if (const Array* array = input.array()) {
        return array->empty() ? Value() : array->front();
    }
    const Array elements = input.string() != nullptr ? Array() : to_elements(input, 1);
    return elements.empty() ? Value() : elements.front();
}
Value last(const Value& input, const Arguments&, FilterContext&) {
    if (const Range* range = input.range()) {
        return range->last;
    }
    const Array* array = input.array();
    return array == nullptr || array->empty() ? Value() : array->back();
}

Value size(const Value& input, const Arguments&, FilterContext&) {
    if (const std::string* text = input.string()) {
        return utf8::length(*text);
    }
    if (const Array* array = input.array()) {
        return array->size();
    }
    if (const Object* object = input.object()) {
        return object->entries().size();
    }
    if (const Range* range = input.range()) {
        return range->last < range->first ? 0 : range->last - range->first + 1;
    }
    return input.integer() != nullptr ? 8 : 0;  // bytes, as Ruby has it
}

Value reverse(const Value& input, const Arguments&, FilterContext& context) {
    Array elements = elements_of(input, context);
    std::reverse(elements.begin(), elements.end());
    return elements;
}

Value compact(const Value& input, const Arguments&, FilterContext& context) {
    Array elements = elements_of(input, context);
    std::erase_if(elements, [](const Value& element) { return element.is_nil(); });
    return elements;
}

Value uniq(const Value& input, const Arguments&, FilterContext& context) {
    Array kept;
    for (Value& element : elements_of(input, context)) {
        context.budget.spend_steps(kept.size() + 1);
        if (std::find(kept.begin(), kept.end(), element) == kept.end()) {
            kept.push_back(std::move(element));
        }
    }
    return kept;
}

Value concat(const Value& input, const Arguments& arguments, FilterContext& context) {
    Array elements = elements_of(input, context);
    for (Value& element : elements_of(arguments.at(0), context)) {
        elements.push_back(std::move(element));
    }
    return elements;
}

Value property(const Value& of, const std::string& name) {
    Value value = of;
    for (const std::string_view key : ascii::split(name, '.')) {
        value = value.object() == nullptr ? Value() : value.object()->get(std::string(key));
    }
    return value;
}

Value map(const Value& input, const Arguments& arguments, FilterContext& context) {
    Array elements = elements_of(input, context);
    for (Value& element : elements) {
        element = property(element, arguments.text(0));
    }
    return elements;
}

// Those that cannot be compared stay as they are, nil comes first.
bool is_less(const Value& a, const Value& b) {
    if (a.is_nil() || b.is_nil()) {
        return a.is_nil() && !b.is_nil();
    }
    return compared(a, b).value_or(0) < 0;
}

Value sort(const Value& input, const Arguments& arguments, FilterContext& context) {
    Array elements = elements_of(input, context);
    const std::string key = arguments.text(0);
    std::stable_sort(elements.begin(), elements.end(), [&](const Value& a, const Value& b) {
        return key.empty() ? is_less(a, b) : is_less(property(a, key), property(b, key));
    });
    return elements;
}

Value sort_natural(const Value& input, const Arguments& arguments, FilterContext& context) {
    Array elements = elements_of(input, context);
    const std::string key = arguments.text(0);
    const auto text = [&](const Value& value) {
        return unicode::lower_case(to_text(key.empty() ? value : property(value, key)));
    };
    std::stable_sort(elements.begin(), elements.end(),
                     [&](const Value& a, const Value& b) { return text(a) < text(b); });
    return elements;
}

// Jekyll's: an array has the value when one of its elements is it.
bool has_value(const Value& property, const Value& target) {
    if (target.is_nil()) {
        return property.is_nil();
    }
    const std::string text = to_text(target);
    const Array* array = property.array();
    if (array == nullptr) {
        return !property.is_nil() && to_text(property) == text;
    }
    return std::any_of(array->begin(), array->end(),
                       [&](const Value& element) { return to_text(element) == text; });
}

Array members_of(const Value& input, FilterContext& context) {
    if (const Object* object = input.object()) {
        Array members;
        for (const auto& [key, member] : object->entries()) {
            members.push_back(member);
        }
        return members;
    }
    return elements_of(input, context);
}

Value where(const Value& input, const Arguments& arguments, FilterContext& context) {
    Array kept;
    for (Value& element : members_of(input, context)) {
        const Value value = property(element, arguments.text(0));
        const bool is_wanted =
            arguments.values.size() > 1 ? has_value(value, arguments.at(1)) : value.is_true();
        if (is_wanted) {
            kept.push_back(std::move(element));
        }
    }
    return kept;
}

Value where_exp(const Value& input, const Arguments& arguments, FilterContext& context) {
    Array kept;
    const std::string markup = arguments.text(1);
    const Condition condition = parse_condition(markup);
    Variables variables = context.variables;
    for (Value& element : members_of(input, context)) {
        context.budget.spend_steps(1);
        variables.assign(arguments.text(0), element);
        if (is_met(condition, variables)) {
            kept.push_back(std::move(element));
        }
    }
    return kept;
}

Value group_by(const Value& input, const Arguments& arguments, FilterContext& context) {
    std::vector<std::pair<Value, Array>> groups;
    for (Value& element : members_of(input, context)) {
        context.budget.spend_steps(groups.size() + 1);
        Value name = to_text(property(element, arguments.text(0)));
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const auto& known) { return known.first == name; });
        if (group == groups.end()) {
            group = groups.insert(groups.end(), {std::move(name), {}});
        }
        group->second.push_back(std::move(element));
    }
    Array out;
    for (auto& [name, items] : groups) {
        Object group;
        group.set("name", std::move(name));
        group.set("size", items.size());
        group.set("items", std::move(items));
        out.emplace_back(std::move(group));
    }
    return out;
}

// Ruby's slice(): from an offset, which may count from the end.
Value slice(const Value& input, const Arguments& arguments, FilterContext& context) {
    Array elements;
    const bool is_array = input.array() != nullptr;
    if (is_array) {
        elements = *input.array();
    } else {
        elements = *split(input, {{""}, {}}, context).array();
    }
    const auto count = static_cast<std::int64_t>(elements.size());
    std::int64_t from = to_integer(arguments.at(0));
    from = from < 0 ? from + count : from;
    const std::int64_t asked = arguments.values.size() > 1 ? to_integer(arguments.at(1)) : 1;
    if (from < 0 || from > count || asked < 0) {
        return is_array ? Value(Array()) : Value("");
    }
    const std::int64_t to = from + std::min(asked, count - from);
    Array kept(elements.begin() + from, elements.begin() + to);
    return is_array ? Value(std::move(kept)) : Value(to_text(Value(std::move(kept))));
}

Value pop(const Value& input, const Arguments&, FilterContext& context) {
    Array elements = elements_of(input, context);
    if (!elements.empty()) {
        elements.pop_back();
    }
    return elements;
}
Value shift(const Value& input, const Arguments&, FilterContext& context) {
    Array elements = elements_of(input, context);
    if (!elements.empty()) {
        elements.erase(elements.begin());
    }
    return elements;
}

Value array_to_sentence_string(const Value& input, const Arguments& arguments,
                               FilterContext& context) {
    const Array elements = elements_of(input, context);
    const std::string connector = arguments.text(0, "and");
    std::string out;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const bool is_last = i + 1 == elements.size();
        if (i > 0) {
            out += elements.size() == 2 ? " " : ", ";
            out += is_last ? connector + " " : "";
        }
        out += to_text(elements[i]);
    }
    return out;
}

constexpr FilterRow kRows[] = {
    {"split", split},
    {"join", join},
    {"first", first},
    {"last", last},
    {"size", size},
    {"reverse", reverse},
    {"compact", compact},
    {"uniq", uniq},
    {"concat", concat},
    {"map", map},
    {"sort", sort},
    {"sort_natural", sort_natural},
    {"where", where},
    {"where_exp", where_exp},
    {"group_by", group_by},
    {"slice", slice},
    {"pop", pop},
    {"shift", shift},
    {"array_to_sentence_string", array_to_sentence_string},
};

}  // namespace

std::span<const FilterRow> array_filters() {
    return kRows;
}

}  // namespace ghreveal::deck::liquid
