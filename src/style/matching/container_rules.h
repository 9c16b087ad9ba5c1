// Rules inside of @container, and the containers that they and lengths in `cqw` … ask for (CSS
// Conditional 5 §5, §6). A container's size is known when it is laid out: what depends on it is
// styled once more then.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "css/style_sheet.h"
#include "style/properties/values/value_reader.h"
#include "style/style_engine.h"

namespace ghreveal::style {

class ContainerRules {
public:
    explicit ContainerRules(const UnitContext& units) : units_(units) {}

    // The rules that are in a query; others have numbers in between.
    void add(std::uint32_t rule, const css::StyleSheet&, int query);
    bool empty() const { return queries_.empty(); }

    // Whether all queries around the rule hold for the element, or for what `of_pseudo` makes its
    // pseudo-element.
    bool applies(std::uint32_t rule, const dom::Node&, bool of_pseudo, const SlideStyles&,
                 const ContainerSizes&) const;

private:
    struct Query {
        const css::StyleSheet* sheet;
        int number;
    };
    bool holds(const css::ContainerQuery&, const dom::Node* from, const SlideStyles&,
               const ContainerSizes&) const;

    UnitContext units_;
    std::unordered_map<std::uint32_t, Query> queries_;
};

// The nearest containers around an element, of each axis one: what 100cqw and 100cqh are; of the
// page where there is none.
Size container_units(const dom::Node&, const SlideStyles&, const ContainerSizes&, Size page);

}  // namespace ghreveal::style
