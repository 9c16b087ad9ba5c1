#include "style/transform_matrix.h"

#include <cmath>

namespace ghreveal::style {

Transform matrix_of(const css::TransformFunction& function, Size box) {
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

}  // namespace ghreveal::style
