#include "export/notes/note_breaks.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace ghreveal::exporter {

namespace {

constexpr Px kHair = 0.01;  // what sums of lengths are off by
constexpr std::size_t kLeastLines = 2;

bool is_element(const layout::Fragment& fragment, std::string_view name) {
    const dom::Node* node = fragment.source.node;
    return node != nullptr && !fragment.source.is_anonymous && node->is_element(name);
}

bool is_heading(const layout::Fragment& fragment) {
    const dom::Node* node = fragment.source.node;
    if (node == nullptr || fragment.source.is_anonymous || !node->is_element()) {
        return false;
    }
    const std::string& name = node->name;
    return name == "dt" || name == "caption" || name == "figcaption" ||
           (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6');
}

// What is like a paragraph, though its lines are in boxes of their own.
bool is_list(const layout::Fragment& fragment) {
    return is_element(fragment, "ul") || is_element(fragment, "ol");
}

Extent extent_of(const layout::Fragment& fragment) {
    return {fragment.border_box.y, fragment.border_box.bottom()};
}

class Collector {
public:
    void add(const layout::Fragment& fragment) {
        using layout::FragmentKind;
        if (fragment.kind == FragmentKind::kLine || fragment.kind == FragmentKind::kReplaced ||
            fragment.kind == FragmentKind::kPlaceholder) {
            // Behind the last line end of preserved text there is one without height.
            if (fragment.border_box.height > 0) {
                lines_.push_back(extent_of(fragment));
            }
            return;
        }
        const std::size_t first = lines_.size();
        add_children(fragment);
        if (lines_.size() == first) {
            if (fragment.border_box.height > 0 && fragment.kind == FragmentKind::kBlock) {
                lines_.push_back(extent_of(fragment));  // a rule, an empty box
            }
            return;
        }
        add_edges(fragment, first);
        if (is_element(fragment, "tr") || is_element(fragment, "figure")) {
            breaks_.kept.add({std::min(fragment.border_box.y, lines_[first].top),
                              std::max(fragment.border_box.bottom(), lines_.back().bottom)});
        }
    }

    NoteBreaks take() {
        for (const Extent& line : lines_) {
            breaks_.whole.add(line);
        }
        breaks_.whole.sort();
        breaks_.kept.sort();
        return std::move(breaks_);
    }

private:
    void add_children(const layout::Fragment& parent) {
        const std::size_t first = lines_.size();
        const std::size_t first_row = rows_.size();
        std::optional<std::size_t> heading;  // its first line
        bool has_lines = is_list(parent);
        for (const layout::Fragment& child : parent.children) {
            const std::size_t begin = lines_.size();
            add(child);
            has_lines = has_lines || child.kind == layout::FragmentKind::kLine;
            add_row(child, begin);
            if (lines_.size() == begin) {
                continue;
            }
            if (is_heading(child)) {
                heading = heading.value_or(begin);
            } else if (heading) {
                keep(*heading, std::min(begin + kLeastLines, lines_.size()));
                heading.reset();
            }
        }
        if (has_lines && lines_.size() - first > 1) {
            keep(first, std::min(first + kLeastLines, lines_.size()));
            keep(std::max(first, lines_.size() - kLeastLines), lines_.size());
        }
        if (is_element(parent, "table")) {
            keep_rows(first_row);
        }
    }

    void add_row(const layout::Fragment& fragment, std::size_t first) {
        if (is_element(fragment, "tr")) {
            const dom::Node* group = fragment.source.node->parent;
            rows_.push_back({first, lines_.size(), group != nullptr && group->is_element("thead")});
        }
    }

    // Two rows at least stay together, and the head with the two that follow it.
    void keep_rows(std::size_t first_row) {
        const auto first = rows_.begin() + static_cast<std::ptrdiff_t>(first_row);
        const auto body =
            std::find_if(first, rows_.end(), [](const Row& row) { return !row.is_head; });
        const std::ptrdiff_t together = std::min<std::ptrdiff_t>(kLeastLines, rows_.end() - body);
        if (together > 0) {
            keep(first->begin, body[together - 1].end);
            keep((rows_.end() - together)->begin, rows_.back().end);
        }
        rows_.erase(first, rows_.end());
    }

    // A box's edges go with its first and its last line. A cell may be much higher than its lines.
    void add_edges(const layout::Fragment& fragment, std::size_t first) {
        const Edges edges = fragment.border + fragment.padding;
        if (edges.top <= 0 && edges.bottom <= 0) {
            return;
        }
        const bool is_cell = fragment.kind == layout::FragmentKind::kTableCell;
        Extent& last = lines_.back();
        const Px end = fragment.border_box.bottom();
        last.bottom =
            std::max(last.bottom, is_cell ? std::min(end, last.bottom + edges.bottom) : end);
        lines_[first].top = std::min(lines_[first].top, fragment.border_box.y);
    }

    // The lines from `first` to before `end`.
    void keep(std::size_t first, std::size_t end) {
        Extent kept = lines_[first];
        for (std::size_t i = first; i < end; ++i) {
            kept = {std::min(kept.top, lines_[i].top), std::max(kept.bottom, lines_[i].bottom)};
        }
        breaks_.kept.add(kept);
    }

    struct Row {
        std::size_t begin;  // its first line, and the one after its last
        std::size_t end;
        bool is_head;
    };

    std::vector<Extent> lines_;
    std::vector<Row> rows_;  // of the tables that are being looked at
    NoteBreaks breaks_;
};

}  // namespace

void Extents::add(const Extent& extent) {
    by_top_.push_back(extent);
}

void Extents::sort() {
    std::stable_sort(by_top_.begin(), by_top_.end(),
                     [](const Extent& a, const Extent& b) { return a.top < b.top; });
    Px lowest = std::numeric_limits<Px>::lowest();
    for (const Extent& extent : by_top_) {
        lowest = std::max(lowest, extent.bottom);
        lowest_bottom_.push_back(lowest);
    }
}

Px Extents::lowest_free(Px y) const {
    auto i = static_cast<std::size_t>(
        std::lower_bound(by_top_.begin(), by_top_.end(), y - kHair,
                         [](const Extent& extent, Px at) { return extent.top < at; }) -
        by_top_.begin());
    while (i > 0 && lowest_bottom_[i - 1] > y + kHair) {
        --i;
        if (by_top_[i].bottom > y + kHair) {
            y = std::min(y, by_top_[i].top);
        }
    }
    return y;
}

std::optional<Extent> Extents::first_below(Px y) const {
    const auto found = std::partition_point(lowest_bottom_.begin(), lowest_bottom_.end(),
                                            [y](Px bottom) { return bottom <= y + kHair; });
    if (found == lowest_bottom_.end()) {
        return std::nullopt;
    }
    return by_top_[static_cast<std::size_t>(found - lowest_bottom_.begin())];
}

Px Extents::end_above(Px y, Px otherwise) const {
    const auto end = std::lower_bound(by_top_.begin(), by_top_.end(), y - kHair,
                                      [](const Extent& extent, Px at) { return extent.top < at; });
    return end == by_top_.begin()
               ? otherwise
               : lowest_bottom_[static_cast<std::size_t>(end - by_top_.begin()) - 1];
}

NoteBreaks note_breaks(const layout::Fragment& section) {
    Collector collector;
    collector.add(section);
    return collector.take();
}

std::optional<NoteStrip> note_strip(const NoteBreaks& breaks, Px from, Px room, ColumnKind kind) {
    const std::optional<Extent> first = breaks.whole.first_below(from);
    if (!first) {
        return std::nullopt;
    }
    const Px top = std::max(from, first->top);
    // Both kinds of extents move the cut up, until neither does.
    const auto cut_at = [&](bool keeps) {
        Px cut = top + room;
        for (Px last = cut + 1; cut < last;) {
            last = cut;
            cut = breaks.whole.lowest_free(cut);
            cut = keeps ? breaks.kept.lowest_free(cut) : cut;
        }
        return cut;
    };
    for (const bool keeps : {true, false}) {
        const Px cut = cut_at(keeps);
        if (cut > top + kHair) {
            return NoteStrip{top, std::max(breaks.whole.end_above(cut, cut), top)};
        }
        if (kind == ColumnKind::kPart) {
            return std::nullopt;
        }
    }
    // A line or a picture that is higher than the sheet is made smaller.
    return NoteStrip{top, first->bottom, std::min(1.0, room / (first->bottom - top))};
}

}  // namespace ghreveal::exporter
