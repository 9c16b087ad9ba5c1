#include "deck/liquid/variables.h"

#include "support/unicode/utf8.h"

namespace ghreveal::deck::liquid {

namespace {

Value element_at(const Array& array, std::int64_t index) {
    const auto size = static_cast<std::int64_t>(array.size());
    const std::int64_t at = index < 0 ? index + size : index;
    return at < 0 || at >= size ? Value() : array[static_cast<std::size_t>(at)];
}

// `.size`, `.first`, `.last`, where no key is called so.
Value command(const Value& value, const std::string& name) {
    if (name == "size") {
        if (const Array* array = value.array()) {
            return array->size();
        }
        if (const Object* object = value.object()) {
            return object->entries().size();
        }
        if (const std::string* text = value.string()) {
            return utf8::length(*text);
        }
        if (const Range* range = value.range()) {
            return range->last < range->first ? 0 : range->last - range->first + 1;
        }
        return {};
    }
    if (name == "first" && value.object() != nullptr && !value.object()->entries().empty()) {
        const auto& [key, member] = value.object()->entries().front();
        return Array{key, member};
    }
    if (const Range* range = value.range()) {
        return name == "first" ? range->first : range->last;
    }
    const Array* array = value.array();
    return array == nullptr ? Value() : element_at(*array, name == "first" ? 0 : -1);
}

Value member(const Value& of, const Value& key, bool is_bare) {
    if (const Object* object = of.object()) {
        const std::string name = to_text(key);
        Value found = object->get(name);
        if (!found.is_nil() || object->has(name)) {
            return found;
        }
    }
    if (const Array* array = of.array(); array != nullptr && key.integer() != nullptr) {
        return element_at(*array, *key.integer());
    }
    const std::string* name = key.string();
    const bool is_command =
        is_bare && name != nullptr && (*name == "size" || *name == "first" || *name == "last");
    return is_command ? command(of, *name) : Value();
}

// Looking at a long text or array costs more than looking at a number.
std::size_t steps_for(const Value& value) {
    const std::size_t text = value.string() != nullptr ? value.string()->size() / 1024 : 0;
    return text + (value.array() != nullptr ? value.array()->size() / 16 : 0);
}

}  // namespace

const Value* Variables::local(const std::string& name) const {
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
        if (const auto found = scope->find(name); found != scope->end()) {
            return &found->second;
        }
    }
    const auto found = globals_.find(name);
    return found == globals_.end() ? nullptr : &found->second;
}

bool Variables::has(const std::string& name) const {
    return local(name) != nullptr || surroundings_.has(name) || !surroundings_.get(name).is_nil();
}

Value Variables::find(const std::string& name) const {
    const Value* found = local(name);
    return found != nullptr ? *found : surroundings_.get(name);
}

Value evaluated(const Expression& expression, const Variables& variables) {
    switch (expression.kind) {
        case Expression::Kind::kLiteral:
            return expression.literal;
        case Expression::Kind::kRange:
            return Range{to_integer(evaluated(expression.parts[0], variables)),
                         to_integer(evaluated(expression.parts[1], variables))};
        case Expression::Kind::kVariable:
            break;
    }
    if (expression.parts.empty()) {
        return {};
    }
    Value value = variables.find(to_text(evaluated(expression.parts[0], variables)));
    for (std::size_t i = 1; i < expression.parts.size() && !value.is_nil(); ++i) {
        const Expression& key = expression.parts[i];
        value = member(value, evaluated(key, variables), key.is_bare);
    }
    variables.budget().spend_steps(steps_for(value));
    return value;
}

}  // namespace ghreveal::deck::liquid
