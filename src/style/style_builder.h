// A computed style while declarations are applied to it.
#pragma once

#include <memory>
#include <optional>

#include "style/computed_style.h"
#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"
#include "style/properties/values/value_reader.h"

namespace ghreveal::style {

// A group that starts shared and is copied when first changed, so that elements whose values agree
// share them.
template <typename Group>
class CopyOnWrite {
public:
    explicit CopyOnWrite(std::shared_ptr<const Group> shared) : shared_(std::move(shared)) {}
    const Group& get() const { return own_ ? *own_ : *shared_; }
    Group& edit() {
        if (!own_) {
            own_ = std::make_shared<Group>(*shared_);
        }
        return *own_;
    }
    // The changed copy, unless it came to equal what it began as.
    std::shared_ptr<const Group> take() && {
        return own_ && !(*own_ == *shared_) ? std::shared_ptr<const Group>(std::move(own_))
                                            : std::move(shared_);
    }

private:
    std::shared_ptr<const Group> shared_;
    std::shared_ptr<Group> own_;
};

// Colours that follow `color` until all declarations are applied (CSS Color 4 §9.1).
struct DeferredColors {
    css::Sides<std::optional<Color>> border;
    std::optional<Color> outline;
    std::optional<Color> decoration;
};

struct StyleBuilder {
    const ComputedStyle& parent;
    CopyOnWrite<BoxStyle> box;
    CopyOnWrite<TextStyle> text;
    CopyOnWrite<PaintStyle> paint;
    CopyOnWrite<InkStyle> ink;
    // Border widths as asked for; used ones are 0 where the style is none.
    Edges border_width{kMediumBorder, kMediumBorder, kMediumBorder, kMediumBorder};
    Px outline_width = kMediumBorder;
    DeferredColors colors;
    bool is_sticky = false;      // its offsets are of no effect
    bool is_legacy_box = false;  // display: -webkit-box
    UnitContext units;

    static constexpr Px kMediumBorder = 3;

    // Inherited groups are the parent's, the others initial.
    explicit StyleBuilder(const ComputedStyle& parent_style);
    StylePtr finish() &&;
};

// The style of nothing: all initial values (CSS 2.1 §6.1).
const StylePtr& initial_style();

}  // namespace ghreveal::style
