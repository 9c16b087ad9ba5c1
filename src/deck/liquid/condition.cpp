#include "deck/liquid/condition.h"

#include <algorithm>

#include "support/ascii.h"

namespace ghreveal::deck::liquid {

namespace {

// `empty` and `blank` are texts without anything as values, and questions in comparisons.
bool is_empty_literal(const Expression& expression) {
    return expression.kind == Expression::Kind::kLiteral && expression.is_bare;
}

Expression parse_operand(std::string_view fragment) {
    Expression operand = parse_expression(fragment);
    operand.is_bare = operand.is_bare || fragment == "empty";
    return operand;
}

bool is_empty(const Value& value) {
    return (value.string() != nullptr && value.string()->empty()) ||
           (value.array() != nullptr && value.array()->empty()) ||
           (value.object() != nullptr && value.object()->entries().empty());
}

bool contains(const Value& whole, const Value& part) {
    if (part.is_nil()) {
        return false;
    }
    if (const std::string* text = whole.string()) {
        return text->find(to_text(part)) != text->npos;
    }
    if (const Array* array = whole.array()) {
        return std::find(array->begin(), array->end(), part) != array->end();
    }
    const Object* object = whole.object();
    return object != nullptr && part.string() != nullptr && object->has(*part.string());
}

std::string_view take_operator(std::string_view& text) {
    text = ascii::trimmed(text);
    const auto end = std::find_if_not(text.begin(), text.end(), [](char c) {
        return c == '=' || c == '!' || c == '<' || c == '>';
    });
    auto size = static_cast<std::size_t>(end - text.begin());
    if (size == 0 && text.starts_with("contains") &&
        (text.size() == 8 || ascii::is_space(text[8]) || text[8] == '"' || text[8] == '\'')) {
        size = 8;
    }
    if (size == 0) {  // `a is b`: no operator of Liquid's, and no second condition
        const auto word_end = std::find_if_not(
            text.begin(), text.end(), [](char c) { return ascii::is_letter(c) || c == '_'; });
        const auto length = static_cast<std::size_t>(word_end - text.begin());
        const std::string_view word = text.substr(0, length);
        size = word == "and" || word == "or" ? 0 : length;
    }
    const std::string_view op = text.substr(0, size);
    text.remove_prefix(size);
    return op;
}

// An operand ends at an operator too: `a==b`.
std::string_view take_operand(std::string_view& text) {
    const std::string_view before = text;
    std::string_view fragment = take_fragment(text);
    if (!fragment.empty() && fragment[0] != '"' && fragment[0] != '\'') {
        const std::size_t op = fragment.find_first_of("=!<>");
        if (op != fragment.npos && op > 0) {
            fragment = fragment.substr(0, op);
            text = before.substr(static_cast<std::size_t>(fragment.data() - before.data()) + op);
        }
    }
    return fragment;
}

bool take_word(std::string_view& text, std::string_view word) {
    const std::string_view ahead = ascii::trimmed(text);
    if (!ahead.starts_with(word) ||
        (ahead.size() > word.size() && !ascii::is_space(ahead[word.size()]))) {
        return false;
    }
    text = ahead.substr(word.size());
    return true;
}

bool is_met(const Comparison& comparison, const Variables& variables) {
    const std::string_view op = comparison.op;
    if (op.empty()) {
        return evaluated(comparison.left, variables).is_true();
    }
    if (op == "==") {
        return are_equal(comparison.left, comparison.right, variables);
    }
    if (op == "!=" || op == "<>") {
        return !are_equal(comparison.left, comparison.right, variables);
    }
    const Value left = evaluated(comparison.left, variables);
    const Value right = evaluated(comparison.right, variables);
    if (op == "contains") {
        return contains(left, right);
    }
    const auto order = compared(left, right);
    if (!order) {
        return false;
    }
    return op == "<"    ? *order < 0
           : op == "<=" ? *order <= 0
           : op == ">"  ? *order > 0
                        : op == ">=" && *order >= 0;
}

}  // namespace

Condition parse_condition(std::string_view markup) {
    Condition condition;
    do {
        Comparison comparison;
        comparison.left = parse_operand(take_operand(markup));
        comparison.op = take_operator(markup);
        if (!comparison.op.empty()) {
            comparison.right = parse_operand(take_operand(markup));
        }
        comparison.join = take_word(markup, "and")  ? Comparison::Join::kAnd
                          : take_word(markup, "or") ? Comparison::Join::kOr
                                                    : Comparison::Join::kNone;
        condition.push_back(std::move(comparison));
    } while (condition.back().join != Comparison::Join::kNone);
    return condition;
}

bool is_met(const Condition& condition, const Variables& variables) {
    bool met = false;
    // From the right: `a and b or c` is `a and (b or c)`.
    for (auto comparison = condition.rbegin(); comparison != condition.rend(); ++comparison) {
        const bool alone = is_met(*comparison, variables);
        met = comparison->join == Comparison::Join::kAnd  ? alone && met
              : comparison->join == Comparison::Join::kOr ? alone || met
                                                          : alone;
    }
    return met;
}

bool are_equal(const Expression& left, const Expression& right, const Variables& variables) {
    if (is_empty_literal(right)) {
        return is_empty(evaluated(left, variables));
    }
    if (is_empty_literal(left)) {
        return is_empty(evaluated(right, variables));
    }
    return evaluated(left, variables) == evaluated(right, variables);
}

}  // namespace ghreveal::deck::liquid
