#include "layout/transform.h"

#include "style/properties/paint_style.h"
#include "style/transform_matrix.h"

namespace ghreveal::layout {

namespace {

// CSS Transforms 1 §5.
Rect reference_box(const Fragment& fragment, css::BoxArea area) {
    return area == css::BoxArea::kContentBox ? fragment.content_box() : fragment.border_box;
}

}  // namespace

Transform transform_of(const Fragment& fragment, const style::PaintStyle& paint) {
    const Rect box = reference_box(fragment, paint.transform_box);
    const Point origin{box.x + paint.transform_origin_x.resolve(box.width),
                       box.y + paint.transform_origin_y.resolve(box.height)};
    Transform transform = Transform::translation(origin);
    for (const auto& function : {paint.translate, paint.rotate, paint.scale}) {
        transform = function ? transform * style::matrix_of(*function, box.size()) : transform;
    }
    for (const css::TransformFunction& function : paint.transform) {
        transform = transform * style::matrix_of(function, box.size());
    }
    return transform * Transform::translation({-origin.x, -origin.y});
}

bool is_transformed(const Fragment& fragment, const style::SlideStyles& styles) {
    const bool has_own_style = fragment.kind != FragmentKind::kLine &&
                               fragment.kind != FragmentKind::kText &&
                               fragment.kind != FragmentKind::kInline &&
                               !fragment.source.is_anonymous && fragment.source.node != nullptr;
    return has_own_style && styles.of(fragment.source).paint().has_transform();
}

}  // namespace ghreveal::layout
