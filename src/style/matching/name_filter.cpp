#include "style/matching/name_filter.h"

#include <string>

namespace ghreveal::style {

namespace {

void add_names(const css::Compound& compound, NameFilter& names) {
    if (!compound.tag.empty() && compound.tag != "*") {
        names.add_type(compound.tag);
    }
    for (const std::string& name : compound.classes) {
        if (name != "visible" && name != "current-fragment") {
            names.add_class(name);
        }
    }
    if (!compound.id.empty()) {
        names.add_id(compound.id);
    }
}

}  // namespace

// FNV-1a; the upper bits are the ones that are mixed best.
void NameFilter::add(char kind, std::string_view name) {
    constexpr std::uint64_t kPrime = 1099511628211u;
    std::uint64_t hash = (14695981039346656037u ^ static_cast<unsigned char>(kind)) * kPrime;
    for (const char c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    }
    bits_ |= std::uint64_t{1} << (hash >> 58u);
}

NameFilter names_of(const dom::Node& element, std::span<const std::string_view> classes) {
    NameFilter names;
    names.add_type(element.name);
    for (const std::string_view name : classes) {
        names.add_class(name);
    }
    if (const std::string* id = element.attribute("id")) {
        names.add_id(*id);
    }
    return names;
}

NameFilter names_wanted_of_ancestors(const css::Selector& selector) {
    using css::Combinator;
    NameFilter names;
    for (std::size_t i = 0; i < selector.combinators.size(); ++i) {
        // Siblings have the same ancestors.
        if (selector.combinators[i] == Combinator::kDescendant ||
            selector.combinators[i] == Combinator::kChild) {
            add_names(selector.compounds[i + 1], names);
        }
    }
    return names;
}

}  // namespace ghreveal::style
