// The variables that a template sees, innermost first.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "deck/liquid/budget.h"
#include "deck/liquid/expression.h"
#include "deck/liquid/value.h"

namespace ghreveal::deck::liquid {

class Variables {
public:
    // `surroundings`: what is there before the template assigns anything (page, site, …).
    Variables(Object surroundings, Budget& budget)
        : surroundings_(std::move(surroundings)), budget_(&budget) {}

    Budget& budget() const { return *budget_; }

    // Liquid's `assign` and `capture` set a variable for the whole of the template, includes and
    // all, wherever they stand.
    void assign(const std::string& name, Value value) { globals_[name] = std::move(value); }

    // Variables of a loop or an include, which end with it.
    class Scope {
    public:
        explicit Scope(Variables& variables) : variables_(variables) {
            variables_.scopes_.emplace_back();
        }
        ~Scope() { variables_.scopes_.pop_back(); }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        void set(const std::string& name, Value value) {
            variables_.scopes_.back()[name] = std::move(value);
        }

    private:
        Variables& variables_;
    };

    bool has(const std::string& name) const;
    Value find(const std::string& name) const;

private:
    using Names = std::unordered_map<std::string, Value>;
    const Value* local(const std::string& name) const;

    Object surroundings_;
    Budget* budget_;
    Names globals_;
    std::vector<Names> scopes_;
};

Value evaluated(const Expression&, const Variables&);

}  // namespace ghreveal::deck::liquid
