#include "layout/block/column_breaks.h"

#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

constexpr Px kTolerance = 0.01;

// Of what is in no column's height: the rest is one more.
constexpr std::size_t kMostColumns = 1000;

bool avoids_breaks(const Fragment& fragment, const style::SlideStyles& styles) {
    return !fragment.source.is_anonymous && fragment.source.node != nullptr &&
           styles.of(fragment.source).box().avoids_breaks_inside;
}

// Tables, flex and grid containers stay whole, and so does what clips.
bool may_be_cut(const Fragment& fragment, const style::SlideStyles& styles) {
    if (fragment.kind != FragmentKind::kBlock || fragment.clips || fragment.is_float ||
        avoids_breaks(fragment, styles) || fragment.source.node == nullptr) {
        return false;
    }
    if (fragment.source.is_anonymous) {
        return true;
    }
    switch (styles.of(fragment.source).box().display) {
        case style::Display::kBlock:
        case style::Display::kListItem:
        case style::Display::kFlowRoot:
            return !styles.of(fragment.source).paint().has_transform();
        default:
            return false;
    }
}

class Collector {
public:
    explicit Collector(const style::SlideStyles& styles) : styles_(styles) {}

    // `top`: of the container's border box, from the column's top.
    void collect_children(const Fragment& container, Px top) {
        std::vector<std::size_t> lines;
        bool is_broken_after = false;
        for (const Fragment& child : container.children) {
            const std::size_t index = found_.size();
            collect(child, top + child.border_box.y);
            if (found_.size() > index) {
                found_[index].begins_column |= is_broken_after || breaks_before(child);
                is_broken_after = breaks_after(child);
            }
            // Lines of no height are not there.
            if (child.kind == FragmentKind::kLine && found_.size() > index) {
                lines.push_back(index);
            }
        }
        keep_lines_together(container, lines);
    }

    std::vector<Monolith> merged();

private:
    void collect(const Fragment&, Px top);
    // CSS Fragmentation 3 §3.1.
    const style::BoxStyle* style_of(const Fragment& fragment) const {
        const bool has_own = fragment.kind == FragmentKind::kBlock && !fragment.is_float &&
                             !fragment.source.is_anonymous && fragment.source.node != nullptr;
        return has_own ? &styles_.of(fragment.source).box() : nullptr;
    }
    bool breaks_before(const Fragment& fragment) const {
        const style::BoxStyle* style = style_of(fragment);
        return style != nullptr && style->breaks_column_before;
    }
    bool breaks_after(const Fragment& fragment) const {
        const style::BoxStyle* style = style_of(fragment);
        return style != nullptr && style->breaks_column_after;
    }
    bool has_height(const Fragment& fragment) const {
        const style::BoxStyle* style = style_of(fragment);
        return style != nullptr && (style->height.length || style->min_height.length);
    }
    void keep_lines_together(const Fragment& container, const std::vector<std::size_t>& lines);

    const style::SlideStyles& styles_;
    std::vector<Monolith> found_;
};

void Collector::collect(const Fragment& fragment, Px top) {
    const Px bottom = top + fragment.border_box.height;
    if (!may_be_cut(fragment, styles_) || fragment.children.empty()) {
        if (bottom > top) {
            // Borders and padding are not cut.
            const bool is_empty = fragment.children.empty() && may_be_cut(fragment, styles_) &&
                                  fragment.content_box().height > 0;
            found_.push_back({top, bottom, is_empty});
        }
        return;
    }
    const std::size_t first = found_.size();
    collect_children(fragment, top);
    if (found_.size() > first) {
        // The box's edges stay with its first and last content; room below that, which a height
        // gives, is cut where it does not fit.
        found_[first].top = std::min(found_[first].top, top);
        const Px end = std::max_element(
                           found_.begin() + static_cast<std::ptrdiff_t>(first), found_.end(),
                           [](const Monolith& a, const Monolith& b) { return a.bottom < b.bottom; })
                           ->bottom;
        if (has_height(fragment) && end < bottom - kTolerance) {
            found_.push_back({end, bottom, true});
        }
        found_.back().bottom = std::max(found_.back().bottom, bottom);
    }
}

// CSS Fragmentation 3 §3.3: `orphans` and `widows`.
void Collector::keep_lines_together(const Fragment& container,
                                    const std::vector<std::size_t>& lines) {
    if (lines.size() < 2 || container.source.node == nullptr) {
        return;
    }
    const style::TextStyle& style = styles_.of(container.source).text();
    const auto among = [&lines](int count) {
        return std::min(static_cast<std::size_t>(count), lines.size()) - 1;
    };
    found_[lines.front()].bottom = found_[lines[among(style.orphans)]].bottom;
    found_[lines[lines.size() - 1 - among(style.widows)]].bottom = found_[lines.back()].bottom;
}

std::vector<Monolith> Collector::merged() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Monolith& a, const Monolith& b) { return a.top < b.top; });
    std::vector<Monolith> result;
    for (const Monolith& next : found_) {
        if (!result.empty() && next.top < result.back().bottom - kTolerance) {
            result.back().bottom = std::max(result.back().bottom, next.bottom);
            result.back().is_empty = false;
        } else {
            result.push_back(next);
        }
    }
    return result;
}

// Columns of this height, filled one after the other.
struct Filled {
    std::vector<ColumnCut> columns;
    Px least_missing = 0;  // how much higher columns would have to be to hold more anywhere
};

Filled filled(const std::vector<Monolith>& parts, Px height) {
    Filled result;
    std::optional<Px> cut_at;  // inside of an empty box: where the next column begins
    for (std::size_t i = 0; i < parts.size(); ++i) {
        // A margin before the first column's content is kept, at a break it is not.
        const Px top = result.columns.empty() ? 0 : cut_at.value_or(parts[i].top);
        cut_at.reset();
        std::size_t last = i;
        const auto goes_on = [&](std::size_t next) {
            return next < parts.size() && !parts[next].begins_column;
        };
        while (goes_on(last + 1) && parts[last + 1].bottom - top <= height + kTolerance) {
            ++last;
        }
        const bool ends_in_empty_box = parts[last].bottom - top > height + kTolerance;
        const std::size_t next = ends_in_empty_box ? last : last + 1;
        const bool is_cut = height > 0 && (next == i || goes_on(next)) && next < parts.size() &&
                            parts[next].is_empty && parts[next].top - top < height - kTolerance &&
                            result.columns.size() < kMostColumns;
        if (is_cut) {
            cut_at = top + height;
            result.least_missing = 1;
            result.columns.push_back({top, *cut_at});
            i = next - 1;
            continue;
        }
        if (goes_on(last + 1)) {
            const Px missing = parts[last + 1].bottom - top - height;
            result.least_missing =
                result.least_missing == 0 ? missing : std::min(result.least_missing, missing);
        }
        result.columns.push_back({top, parts[last].bottom});
        i = last;
    }
    return result;
}

bool is_open_block(const Fragment& fragment) {
    return fragment.kind == FragmentKind::kBlock && !fragment.clips;
}

// Where the content of a box ends, which may be below the box.
Px content_end(const Fragment& fragment) {
    Px end = fragment.border_box.bottom();
    if (is_open_block(fragment)) {
        for (const Fragment& child : fragment.children) {
            end = std::max(end, fragment.border_box.y + content_end(child));
        }
    }
    return end;
}

Fragment cut_fragment(const Fragment& fragment, const ColumnCut& cut) {
    Fragment part = fragment;
    const Px top = std::max(fragment.border_box.y, cut.top);
    const Px bottom = std::min(fragment.border_box.bottom(), cut.bottom);
    const Px moved = top - fragment.border_box.y;
    const bool ended_before = fragment.border_box.bottom() <= cut.top + kTolerance;
    part.border_box.y = top;
    part.border_box.height = std::max(0.0, bottom - top);
    if (moved > 0) {
        part.border.top = 0;
        part.padding.top = 0;
    }
    if (bottom < fragment.border_box.bottom() || ended_before) {
        part.border.bottom = 0;
        part.padding.bottom = 0;
    }
    const Px origin = fragment.border_box.y;
    part.children = part_of(fragment, {cut.top - origin, cut.bottom - origin});
    for (Fragment& child : part.children) {
        child.border_box.y -= moved;
    }
    return part;
}

}  // namespace

std::vector<Monolith> monoliths(const Fragment& container, const style::SlideStyles& styles) {
    Collector collector(styles);
    collector.collect_children(container, 0);
    return collector.merged();
}

ColumnCuts cut_columns(const std::vector<Monolith>& parts, Px content_height, int count,
                       std::optional<Px> height) {
    if (parts.empty()) {
        return {};
    }
    Px tried = content_height / count;
    for (const Monolith& part : parts) {
        tried = part.is_empty ? tried : std::max(tried, part.height());
    }
    Filled result = filled(parts, tried);
    while (static_cast<int>(result.columns.size()) > count && result.least_missing > 0 &&
           (!height || tried < *height)) {
        tried += result.least_missing;
        result = filled(parts, height ? std::min(tried, *height) : tried);
    }
    return {std::move(result.columns), tried};
}

ColumnCuts fill_columns(const std::vector<Monolith>& parts, Px height) {
    return {filled(parts, height).columns, height};
}

std::vector<Fragment> part_of(const Fragment& container, const ColumnCut& cut) {
    std::vector<Fragment> part;
    for (const Fragment& child : container.children) {
        const Px top = child.border_box.y;
        const bool is_block = is_open_block(child);
        const Px bottom = is_block ? content_end(child) : child.border_box.bottom();
        const bool is_inside = top >= cut.top - kTolerance && top < cut.bottom - kTolerance;
        const bool goes_beyond = bottom > cut.bottom + kTolerance;
        const bool comes_from_before = top < cut.top - kTolerance && bottom > cut.top + kTolerance;
        if (is_block && (comes_from_before || (is_inside && goes_beyond))) {
            part.push_back(cut_fragment(child, cut));
        } else if (is_inside) {
            part.push_back(child);
        }
    }
    return part;
}

}  // namespace ghreveal::layout
