// The lines of a grid that an item's placement names or counts (CSS Grid Layout 1 §8.3).
#pragma once

#include <map>
#include <optional>
#include <string>

#include "css/grid_values.h"

namespace ghreveal::layout {

// One axis of an item before auto-placement: where it starts if that is given.
struct WantedSpan {
    std::optional<int> start;
    int length = 1;
};

// One axis of the container, as far as lines are named and counted.
struct NamedLines {
    const css::LineNames* names;
    const std::map<std::string, css::GridArea>* areas;
    bool is_row;
    int explicit_count;
    int most_tracks;
};

// What a line's number or name means, in tracks before it; nothing for `auto` and spans.
std::optional<int> line_index(const NamedLines&, const css::GridLine&, bool is_end);

// How far a span reaches from a line: by its length, or to the so manieth line of a name, which all
// lines beyond the explicit ones have.
int span_after(const NamedLines&, const css::GridLine&, int from);
int span_before(const NamedLines&, const css::GridLine&, int to);

WantedSpan wanted_span(const NamedLines&, const css::GridLine& start, const css::GridLine& end);

}  // namespace ghreveal::layout
