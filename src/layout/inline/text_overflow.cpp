#include "layout/inline/text_overflow.h"

#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

constexpr std::string_view kEllipsis = "\u2026";

class LineCutter {
public:
    explicit LineCutter(Px limit) : limit_(limit) {}

    // Of what is in `parent`, whose left edge is at `left` from the line's.
    void cut(Fragment& parent, Px left) {
        auto kept = parent.children.begin();
        for (Fragment& child : parent.children) {
            if (keep(child, left + child.border_box.x)) {
                if (&*kept != &child) {
                    *kept = std::move(child);
                }
                ++kept;
            }
        }
        parent.children.erase(kept, parent.children.end());
    }

    // Where what is kept ends.
    Px end() const { return end_; }

private:
    bool keep(Fragment& child, Px left) {
        if (is_cut_) {
            return false;
        }
        if (child.kind == FragmentKind::kInline) {
            cut(child, left);
            if (is_cut_) {
                child.border_box.width = std::max(0.0, end_ - left);
            }
            return !child.children.empty();
        }
        if (child.kind == FragmentKind::kText) {
            cut_text(child, left);
            return !child.runs.empty();
        }
        const Px right = left + child.border_box.width;
        is_cut_ = right > limit_ && has_content_;
        end_ = is_cut_ ? end_ : right;
        has_content_ = true;
        return !is_cut_;
    }

    void cut_text(Fragment& text, Px left) {
        std::size_t kept = 0;
        for (PlacedRun& run : text.runs) {
            const Px start = left + run.x;
            if (start + run.run->width > limit_) {
                is_cut_ = true;
                const std::size_t bytes = bytes_that_fit(*run.run, limit_ - start);
                if (bytes == 0) {
                    break;
                }
                run.run = text::sub_run(*run.run, 0, bytes);
            }
            end_ = start + run.run->width;
            has_content_ = true;
            ++kept;
            if (is_cut_) {
                break;
            }
        }
        text.runs.resize(kept);
        if (is_cut_) {
            text.border_box.width = std::max(0.0, end_ - left);
        }
    }

    // Up to the last boundary of clusters that fits; at least one when the line has nothing yet.
    std::size_t bytes_that_fit(const text::GlyphRun& run, Px room) const {
        Px width = 0;
        for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
            const bool begins_cluster = i > 0 && run.glyphs[i].cluster != run.glyphs[i - 1].cluster;
            const Px with_it = width + run.glyphs[i].advance;
            const bool may_be_left_out = has_content_ || run.glyphs[i].cluster > 0;
            if (with_it > room && may_be_left_out && (begins_cluster || i == 0)) {
                return run.glyphs[i].cluster;
            }
            width = with_it;
        }
        return run.text.size();
    }

    Px limit_;
    Px end_ = 0;
    bool is_cut_ = false;
    bool has_content_ = false;
};

}  // namespace

bool cuts_long_lines(const boxes::Box& container) {
    const style::BoxStyle& style = container.style->box();
    return style.ends_in_ellipsis && style.overflow_x != style::Overflow::kVisible &&
           container.style->text().direction == style::Direction::kLeftToRight;
}

void end_in_ellipsis(Fragment& line, const boxes::Box& container, Px width,
                     LayoutContext& context) {
    Fragment ellipsis;
    ellipsis.kind = FragmentKind::kText;
    ellipsis.source = container.source;
    Px ellipsis_width = 0;
    for (const text::GlyphRunPtr& run :
         context.shaper.shape(kEllipsis, container.style->text().font, {})) {
        ellipsis.runs.push_back({run, ellipsis_width});
        ellipsis_width += run->width;
    }
    LineCutter cutter(width - ellipsis_width);
    cutter.cut(line, 0);
    const text::FontMetrics& metrics = context.shaper.fonts().metrics(container.style->text().font);
    ellipsis.baseline = metrics.ascent;
    ellipsis.border_box = {cutter.end(), line.baseline - metrics.ascent, ellipsis_width,
                           metrics.ascent + metrics.descent};
    line.children.push_back(std::move(ellipsis));
}

}  // namespace ghreveal::layout
