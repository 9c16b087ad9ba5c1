#include "layout/inline/inline_layout.h"

#include <algorithm>
#include <limits>

#include "layout/inline/font_extent.h"
#include "layout/inline/line_box.h"
#include "layout/inline/text_overflow.h"
#include "layout/layout_cache.h"
#include "layout/orthogonal.h"
#include "layout/positioned.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

class InlineFlow {
public:
    InlineFlow(const boxes::Box& container, const InlineContent& content,
               const ContainingBlock& content_box, const FlowArea& area, LayoutContext& context)
        : container_(container),
          content_(content),
          content_box_(content_box),
          area_(area),
          context_(context),
          breaker_(content, content_box, context),
          line_box_{container, content, breaker_, content_box, context} {
        float_taken_.resize(content.items.size());
        strut_height_ = strut(container.style->text(), context).height();
        line_height_ = strut_height_;
    }

    InlineLayout lay_out();

private:
    void lay_out_first_line(Px indent);
    void take_first_line(InlineFlow& first);
    Band container_band() const { return {area_.origin.x, area_.origin.x + content_box_.width}; }
    Band band_of_height(Px height) const {
        return area_.floats.free_band(area_.origin.y + y_, height, container_band());
    }
    Band line_band() const { return band_of_height(line_height_); }
    Px least_height(const Line&);
    bool makes_room_for_height(const Line&);
    Line next_line(Px indent);
    Px balanced_width(Px indent) const;
    std::size_t count_lines(Px width, Px indent) const;
    std::optional<Px> take_float(std::size_t item, Px used);
    void place_waiting_floats();
    void append_line(const Line&, Px indent);
    bool is_last_shown(const Line&) const;
    void clear_floats_after(const Line&);

    const boxes::Box& container_;
    const InlineContent& content_;
    ContainingBlock content_box_;
    FlowArea area_;
    LayoutContext& context_;
    LineBreaker breaker_;
    LineBoxContext line_box_;
    InlineLayout result_;
    std::vector<const InlineItem*> open_boxes_;
    std::vector<char> float_taken_;            // by item
    std::vector<FloatingBox> waiting_floats_;  // they did not fit beside their line
    Px strut_height_ = 0;
    Px line_height_ = 0;  // of the line being filled, as far as it is known
    int lines_ = 0;       // placed so far
    bool is_clamped_ = false;
    Px line_width_ = std::numeric_limits<Px>::infinity();  // the most that lines are filled to
    Px y_ = 0;
};

void InlineFlow::place_waiting_floats() {
    for (FloatingBox& floating : waiting_floats_) {
        result_.fragments.push_back(place_float(std::move(floating), y_, content_box_, area_));
    }
    waiting_floats_.clear();
}

// CSS 2.1 §9.5.1: a float comes beside the line it is in when there is room left, else below it.
std::optional<Px> InlineFlow::take_float(std::size_t item, Px used) {
    if (float_taken_[item] != 0) {
        return std::nullopt;
    }
    float_taken_[item] = 1;
    FloatingBox floating = lay_out_float(*content_.items[item].box, content_box_, context_);
    if (used > 0 && used + floating.margin_box().width > line_band().width()) {
        waiting_floats_.push_back(std::move(floating));
        return std::nullopt;
    }
    result_.fragments.push_back(place_float(std::move(floating), y_, content_box_, area_));
    return line_band().width();
}

// As high as the highest of its boxes at least.
Px InlineFlow::least_height(const Line& line) {
    Px height = strut_height_;
    for (std::size_t i = line.first; i < line.end; ++i) {
        const Piece& piece = content_.pieces[i];
        if (piece.kind == PieceKind::kAtomic) {
            const AtomicBox& box = breaker_.atomic(piece.item);
            height =
                std::max(height, box.layout.fragment.border_box.height + box.margins.vertical());
        }
    }
    return height;
}

// CSS 2.1 §9.5: all of a line's height is beside floats. Gives whether more of them than before
// take room from it.
bool InlineFlow::makes_room_for_height(const Line& line) {
    if (area_.floats.empty()) {
        return false;
    }
    const Px height = least_height(line);
    const bool is_narrower = height > line_height_ && band_of_height(height) != line_band();
    line_height_ = is_narrower ? height : line_height_;
    return is_narrower;
}

Line InlineFlow::next_line(Px indent) {
    line_height_ = strut_height_;
    const LineBreaker::FloatHandler handle_float = [this](std::size_t item, Px used) {
        return take_float(item, used);
    };
    while (true) {
        const Px width = std::min(line_band().width(), line_width_);
        const Line line = breaker_.fill_line({width - indent, indent}, handle_float);
        if (makes_room_for_height(line)) {
            continue;
        }
        // What does not fit beside floats goes below them; in a container whose lines do not wrap,
        // browsers let it overflow.
        if (!line.overflows || line_band() == container_band() ||
            !wraps_lines(container_.style->text().white_space)) {
            return line;
        }
        const std::optional<Px> below = area_.floats.next_bottom(area_.origin.y + y_);
        if (!below) {
            return line;
        }
        y_ = *below - area_.origin.y;
        line_height_ = strut_height_;
    }
}

// Browsers balance texts of so many lines at most.
constexpr std::size_t kMostBalancedLines = 6;

std::size_t InlineFlow::count_lines(Px width, Px indent) const {
    LineBreaker breaker(content_, content_box_, context_);
    std::size_t lines = 0;
    while (!breaker.is_done() && lines <= kMostBalancedLines) {
        const Line line = breaker.fill_line({width - indent, indent},
                                            [](std::size_t, Px) { return std::nullopt; });
        breaker.accept(line);
        indent = 0;
        lines += line.has_content ? 1 : 0;
    }
    return lines;
}

// CSS Text 4 §6.5: the narrowest in which the text has as many lines as in all of the room. As in
// browsers, not for text with floats or forced breaks in it.
Px InlineFlow::balanced_width(Px indent) const {
    constexpr Px kPrecision = 1;
    const bool is_plain =
        std::none_of(content_.pieces.begin(), content_.pieces.end(), [](const Piece& piece) {
            return piece.kind == PieceKind::kFloat || piece.kind == PieceKind::kForcedBreak;
        });
    Px enough = line_band().width();
    const std::size_t lines = is_plain ? count_lines(enough, indent) : 0;
    if (lines < 2 || lines > kMostBalancedLines) {
        return enough;
    }
    Px too_little = 0;
    while (enough - too_little > kPrecision) {
        const Px width = (enough + too_little) / 2;
        (count_lines(width, indent) > lines ? too_little : enough) = width;
    }
    return enough;
}

// CSS 2.1 §9.5.2 for <br>, which has no box: what follows begins below the floats.
void InlineFlow::clear_floats_after(const Line& line) {
    if (!line.ends_in_forced_break) {
        return;
    }
    const InlineItem& item = content_.item_of(content_.pieces[line.end - 1]);
    if (item.kind != InlineItemKind::kLineBreak) {
        return;
    }
    if (const auto clearance = area_.floats.clearance(item.box->style->box().clear)) {
        y_ = std::max(y_, *clearance - area_.origin.y);
    }
}

// CSS Overflow 4 §6.2: of a legacy vertical box with more lines than it shows.
bool InlineFlow::is_last_shown(const Line& line) const {
    const int shown = container_.style->box().line_clamp;
    return shown > 0 && line.has_content && lines_ + 1 == shown && !breaker_.is_done();
}

void InlineFlow::append_line(const Line& line, Px indent) {
    const Band band = line_band();
    const bool is_last =
        line.ends_in_forced_break || (line.end >= content_.pieces.size() && !line.ends_inside);
    const Px left = band.left - area_.origin.x;
    Fragment fragment =
        place_line(line, {indent, band.width(), left, is_last}, open_boxes_, line_box_);
    const bool is_clamped = is_last_shown(line);
    if (is_clamped || (indent + line.width > band.width() && cuts_long_lines(container_))) {
        end_in_ellipsis(fragment, container_, band.width(), context_);
    }
    if (container_.style->text().writing_mode == style::WritingMode::kVerticalLr) {
        put_over_side_last(fragment);
    }
    move_to(fragment, {left, y_});
    if (line.has_content) {
        const Px baseline = y_ + fragment.baseline;
        if (!result_.first_baseline) {
            result_.first_baseline = baseline;
            result_.first_line = {left, left + band.width()};
        }
        result_.last_baseline = baseline;
    }
    y_ += fragment.border_box.height;
    lines_ += line.has_content ? 1 : 0;
    is_clamped_ = is_clamped;
    if (line.has_content || !fragment.children.empty()) {
        result_.fragments.push_back(std::move(fragment));
    }
}

// One line that is there, of what goes before it also what makes none.
void InlineFlow::lay_out_first_line(Px indent) {
    while (!breaker_.is_done() && lines_ == 0) {
        place_waiting_floats();
        const Line line = next_line(indent);
        breaker_.accept(line);
        append_line(line, indent);
        clear_floats_after(line);
    }
}

// Goes on below a line of the container's other shape (Box::first_line), whose first item is the
// inline box around all others.
void InlineFlow::take_first_line(InlineFlow& first) {
    constexpr std::uint32_t kAround = 1;
    auto place = first.breaker_.place();
    if (place && place->item >= kAround) {
        place->item -= kAround;
    }
    const bool is_done = place && place->item >= content_.items.size();
    breaker_.start_at(is_done ? std::nullopt : place);
    for (const InlineItem* open : first.open_boxes_) {
        const auto item = static_cast<std::size_t>(open - first.content_.items.data());
        if (item >= kAround) {
            open_boxes_.push_back(&content_.items[item - kAround]);
        }
    }
    for (std::size_t item = 0; item < float_taken_.size(); ++item) {
        float_taken_[item] = first.float_taken_[item + kAround];
    }
    waiting_floats_ = std::move(first.waiting_floats_);
    result_ = std::move(first.result_);
    y_ = first.y_;
    lines_ = first.lines_;
    is_clamped_ = first.is_clamped_;
}

InlineLayout InlineFlow::lay_out() {
    Px indent = truncated_to_unit(container_.style->text().text_indent.resolve(content_box_.width));
    if (container_.style->text().text_wrap_style == style::TextWrapStyle::kBalance) {
        line_width_ = balanced_width(indent);
    }
    if (container_.first_line) {
        const boxes::Box& shape = *container_.first_line;
        InlineFlow first(shape, cached_inline_content(shape, context_), content_box_, area_,
                         context_);
        first.lay_out_first_line(indent);
        take_first_line(first);
        indent = 0;
    }
    while (!breaker_.is_done() && !is_clamped_) {
        place_waiting_floats();
        const Line line = next_line(indent);
        breaker_.accept(line);
        append_line(line, indent);
        clear_floats_after(line);
        indent = 0;
    }
    place_waiting_floats();
    result_.height = y_;
    return std::move(result_);
}

}  // namespace

const InlineContent& cached_inline_content(const boxes::Box& container, LayoutContext& context) {
    auto& kept = context.cache->inline_contents[&container];
    if (!kept) {
        kept = std::make_unique<InlineContent>(inline_content(container, context));
    }
    return *kept;
}

InlineLayout lay_out_inline(const boxes::Box& container, const ContainingBlock& content_box,
                            const FlowArea& area, LayoutContext& context) {
    const InlineContent& content = cached_inline_content(container, context);
    return InlineFlow(container, content, content_box, area, context).lay_out();
}

FloatingBox lay_out_float(const boxes::Box& box, const ContainingBlock& content_box,
                          LayoutContext& context) {
    return {&box, lay_out_independent(box, content_box, {}, context).fragment,
            used_margins(box, content_box.width)};
}

Fragment place_float(FloatingBox&& floating, Px top, const ContainingBlock& content_box,
                     const FlowArea& area) {
    const style::BoxStyle& style = floating.box->style->box();
    if (const auto clearance = area.floats.clearance(style.clear)) {
        top = std::max(top, *clearance - area.origin.y);
    }
    const Rect placed =
        area.floats.place(style.float_side, floating.margin_box(), area.origin.y + top,
                          {area.origin.x, area.origin.x + content_box.width});
    const Point relative = relative_offset(*floating.box, content_box);
    Fragment fragment = std::move(floating.fragment);
    move_to(fragment, {placed.x - area.origin.x + floating.margins.left + relative.x,
                       placed.y - area.origin.y + floating.margins.top + relative.y});
    fragment.is_float = true;
    return fragment;
}

}  // namespace ghreveal::layout
