#include "style/properties/effects/space_turn.h"

#include <cmath>

namespace ghreveal::style {

namespace {

using css::TransformFunction;

constexpr SpaceTurn kNone{1, 0, 0, 0, 1, 0, 0, 0, 1};

SpaceTurn in_plane(const TransformFunction& flat) {
    switch (flat.kind) {
        case TransformFunction::Kind::kMatrix:
            return {flat.matrix.a, flat.matrix.c, 0, flat.matrix.b, flat.matrix.d, 0, 0, 0, 1};
        case TransformFunction::Kind::kScale:
            return {flat.first, 0, 0, 0, flat.second, 0, 0, 0, 1};
        case TransformFunction::Kind::kRotate:
            return turn_around({0, 0, 1}, flat.first);
        case TransformFunction::Kind::kSkew:
            return {1, std::tan(flat.first), 0, std::tan(flat.second), 1, 0, 0, 0, 1};
        case TransformFunction::Kind::kTranslate:
            break;
    }
    return kNone;
}

// `a, b, c …`; what is missing is 0.
template <std::size_t N>
std::array<double, N> numbers(ValueReader& reader) {
    std::array<double, N> values{};
    for (double& value : values) {
        value = reader.read_number().value_or(0);
        reader.read_comma();
    }
    return values;
}

}  // namespace

SpaceTurn turn_around(std::array<double, 3> axis, double angle) {
    const double length = std::hypot(axis[0], axis[1], axis[2]);
    if (length == 0) {
        return kNone;
    }
    const double x = axis[0] / length;
    const double y = axis[1] / length;
    const double z = axis[2] / length;
    const double sine = std::sin(angle);
    const double rest = 1 - std::cos(angle);
    return {1 + rest * (x * x - 1),   -z * sine + x * y * rest, y * sine + x * z * rest,
            z * sine + x * y * rest,  1 + rest * (y * y - 1),   -x * sine + y * z * rest,
            -y * sine + x * z * rest, x * sine + y * z * rest,  1 + rest * (z * z - 1)};
}

SpaceTurn operator*(const SpaceTurn& a, const SpaceTurn& b) {
    SpaceTurn product{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            for (std::size_t i = 0; i < 3; ++i) {
                product.at(3 * row + column) += a.at(3 * row + i) * b.at(3 * i + column);
            }
        }
    }
    return product;
}

void SpaceTurns::add(std::string_view name, const TransformFunction& flat, ValueReader arguments) {
    SpaceTurn turn = in_plane(flat);
    const bool is_turned = name == "rotatex" || name == "rotatey" || name == "rotate3d";
    if (is_turned) {
        const std::array<double, 3> axis = name == "rotatex"   ? std::array{1.0, 0.0, 0.0}
                                           : name == "rotatey" ? std::array{0.0, 1.0, 0.0}
                                                               : numbers<3>(arguments);
        turn = turn_around(axis, arguments.read_angle().value_or(0));
    } else if (name == "matrix3d") {
        const auto v = numbers<16>(arguments);  // column by column
        turn = {v[0], v[4], v[8], v[1], v[5], v[9], v[2], v[6], v[10]};
    }
    leaves_plane_ = leaves_plane_ || is_turned || name == "matrix3d";
    total_ = total_ * turn;
}

std::optional<SpaceTurn> SpaceTurns::total() const {
    return leaves_plane_ ? std::optional(total_) : std::nullopt;
}

bool shows_back(const std::vector<const PaintStyle*>& from_inside) {
    SpaceTurn total = kNone;
    for (const PaintStyle* style : from_inside) {
        const SpaceTurn own = style->rotated.value_or(kNone) * style->turn.value_or(kNone);
        total = own * total;
    }
    return total[8] < 0;
}

}  // namespace ghreveal::style
