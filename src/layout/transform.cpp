#include "layout/transform.h"

#include <cmath>

#include "style/properties/paint_style.h"

namespace ghreveal::layout {

namespace {

Transform matrix_of(const css::TransformFunction& function, const Rect& box) {
    using Kind = css::TransformFunction::Kind;
    switch (function.kind) {
        case Kind::kMatrix:
            return function.matrix;
        case Kind::kTranslate:
            return Transform::translation(
                {function.x.resolve(box.width), function.y.resolve(box.height)});
        case Kind::kScale:
            return Transform::scaling(function.first, function.second);
        case Kind::kRotate:
            return Transform::rotation(function.first);
        case Kind::kSkew:
            return {1, std::tan(function.second), std::tan(function.first), 1, 0, 0};
    }
    return {};
}

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
        transform = function ? transform * matrix_of(*function, box) : transform;
    }
    for (const css::TransformFunction& function : paint.transform) {
        transform = transform * matrix_of(function, box);
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
