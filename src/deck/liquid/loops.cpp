// Tags that go through a collection: `for` and `tablerow`.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "deck/liquid/renderer.h"

namespace ghreveal::deck::liquid {

namespace {

struct LoopPlace {
    std::size_t index = 0;
    std::size_t length = 0;
};

// What `forloop` and `tablerowloop` both have.
Value value_in_loop(LoopPlace place, const std::string& key) {
    const auto [index, length] = place;
    if (key == "index") return index + 1;
    if (key == "index0") return index;
    if (key == "rindex") return length - index;
    if (key == "rindex0") return length - index - 1;
    if (key == "first") return index == 0;
    if (key == "last") return index + 1 == length;
    return key == "length" ? Value(length) : Value();
}

Object loop_object(const std::string& name, LoopPlace place, Value parent) {
    return Object([name, place, parent](const std::string& key) -> Value {
        if (key == "name") return name;
        return key == "parentloop" ? parent : value_in_loop(place, key);
    });
}

std::size_t not_negative(std::int64_t number) {
    return static_cast<std::size_t>(std::max<std::int64_t>(0, number));
}

Object table_loop_object(LoopPlace place, std::size_t columns) {
    return Object([place, columns](const std::string& key) -> Value {
        const std::size_t index = place.index;
        // Without columns no cell is the last of its row.
        const std::size_t column = columns == 0 ? index : index % columns;
        if (key == "row") return columns == 0 ? 1 : index / columns + 1;
        if (key == "col") return column + 1;
        if (key == "col0") return column;
        if (key == "col_first") return column == 0;
        if (key == "col_last") return column + 1 == columns;
        return value_in_loop(place, key);
    });
}

}  // namespace

Array Renderer::elements_for(const For& tag) {
    const Value collection = evaluated(tag.collection, variables_);
    Array all = to_elements(collection, budget_.limits().liquid_steps);
    budget_.spend_steps(all.size() / 16);
    std::size_t from = 0;
    if (tag.continues) {
        from = loop_ends_[tag.name];
    } else if (tag.offset) {
        from = not_negative(to_integer(evaluated(*tag.offset, variables_)));
    }
    std::size_t count = all.size();
    if (tag.limit) {
        const Value limit = evaluated(*tag.limit, variables_);
        count = limit.is_nil() ? count : not_negative(to_integer(limit));
    }
    if (collection.string() == nullptr) {  // a text is one element, whatever is asked for
        from = std::min(from, all.size());
        count = std::min(count, all.size() - from);
        all = Array(all.begin() + static_cast<std::ptrdiff_t>(from),
                    all.begin() + static_cast<std::ptrdiff_t>(from + count));
    }
    if (tag.is_reversed) {
        std::reverse(all.begin(), all.end());
    }
    loop_ends_[tag.name] = from + all.size();
    return all;
}

Interrupt Renderer::render_tag(const For& tag, const Node&) {
    const Array elements = elements_for(tag);
    return elements.empty() ? render(tag.otherwise) : render_loop(tag, elements);
}

Interrupt Renderer::render_loop(const For& tag, const Array& elements) {
    const Value parent = loop_;
    Variables::Scope scope(variables_);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        budget_.spend_steps(1);
        loop_ = loop_object(tag.name, {i, elements.size()}, parent);
        scope.set("forloop", loop_);
        scope.set(tag.variable, elements[i]);
        if (render(tag.body) == Interrupt::kBreak) {
            break;
        }
    }
    loop_ = parent;
    return Interrupt::kNone;
}

Interrupt Renderer::render_tag(const TableRow& tag, const Node& node) {
    if (evaluated(tag.loop.collection, variables_).is_nil()) {
        return Interrupt::kNone;
    }
    const Array elements = elements_for(tag.loop);
    const std::size_t columns =
        tag.columns ? not_negative(to_integer(evaluated(*tag.columns, variables_))) : 0;
    Variables::Scope scope(variables_);
    add_made("<tr class=\"row1\">\n", node);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        budget_.spend_steps(1);
        const Object loop = table_loop_object({i, elements.size()}, columns);
        scope.set("tablerowloop", loop);
        scope.set(tag.loop.variable, elements[i]);
        add_made(fmt::format("<td class=\"col{}\">", to_text(loop.get("col"))), node);
        render(tag.loop.body);
        add_made("</td>", node);
        if (loop.get("col_last").is_true() && i + 1 < elements.size()) {
            add_made(fmt::format("</tr>\n<tr class=\"row{}\">", i / columns + 2), node);
        }
    }
    add_made("</tr>\n", node);
    return Interrupt::kNone;
}

}  // namespace ghreveal::deck::liquid
