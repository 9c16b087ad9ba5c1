#include "layout/block/column_remarks.h"

#include "style/properties/box_style.h"
#include "support/rules.h"

namespace ghreveal::layout {

namespace {

// Boxes between those that something is said of and the columns.
constexpr int kDeepest = 50;

bool is_container(style::Display display) {
    using style::Display;
    return display == Display::kTable || display == Display::kFlex || display == Display::kGrid;
}

class Remarks {
public:
    Remarks(Px share, LayoutContext& context) : share_(share), context_(context) {}

    void look_at(const Fragment& parent, int depth) {
        for (const Fragment& child : parent.children) {
            const bool is_elements = child.source.node != nullptr && !child.source.is_anonymous;
            if (child.kind == FragmentKind::kLine || child.is_float || depth > kDeepest) {
                continue;
            }
            const style::BoxStyle* style =
                is_elements ? &context_.styles->of(child.source).box() : nullptr;
            if (style != nullptr && style->spans_columns && depth > 0) {
                say(child, "'column-span: all' has no effect here",
                    "the box is to be a child of the one that has the columns");
            } else if (style != nullptr && is_container(style->display)) {
                if (child.border_box.height > share_ + 1) {
                    say(child, "this <" + child.source.node->name + "> is not divided over columns",
                        "it stays whole in one of them");
                }
                continue;
            }
            look_at(child, depth + 1);
        }
    }

private:
    void say(const Fragment& fragment, std::string what, std::string hint) {
        context_.diagnostics.warn(Rule::kCssUnsupported,
                                  dom::position_of(*fragment.source.node, context_.file),
                                  std::move(what), std::move(hint));
    }

    Px share_;
    LayoutContext& context_;
};

}  // namespace

void report_what_columns_leave(const Fragment& row, Px share, LayoutContext& context) {
    Remarks(share, context).look_at(row, 0);
}

}  // namespace ghreveal::layout
