// Which names (types, classes, ids) an element's ancestors have, as a Bloom filter: a selector that
// asks for a name that none of them has is left out without walking up the tree.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "css/selector.h"
#include "dom/document.h"

namespace ghreveal::style {

class NameFilter {
public:
    void add_type(std::string_view name) { add('<', name); }
    void add_class(std::string_view name) { add('.', name); }
    void add_id(std::string_view name) { add('#', name); }
    void add(const NameFilter& other) { bits_ |= other.bits_; }
    // False: one of the other's names is surely not here.
    bool may_have_all_of(const NameFilter& other) const { return (other.bits_ & ~bits_) == 0; }

private:
    void add(char kind, std::string_view name);
    std::uint64_t bits_ = 0;
};

NameFilter names_of(const dom::Node& element, std::span<const std::string_view> classes);

// What the ancestors of an element must have for the selector to match it. Classes that come and
// go with a slide's steps are left out.
NameFilter names_wanted_of_ancestors(const css::Selector&);

}  // namespace ghreveal::style
