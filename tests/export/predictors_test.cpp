#include "export/pdf/file/predictors.h"

#include <catch2/catch.hpp>
#include <cstdlib>

using namespace ghreveal::exporter;

namespace {

std::string bytes(std::initializer_list<int> values) {
    std::string result;
    for (const int value : values) {
        result += static_cast<char>(value);
    }
    return result;
}

// PNG §9.2, from its text: what each filter adds back.
std::string undone(const std::string& filtered, std::size_t row_size, std::size_t pixel) {
    std::string result;
    const auto at = [&](std::size_t index) {
        return static_cast<int>(static_cast<unsigned char>(result[index]));
    };
    for (std::size_t row = 0; row * (row_size + 1) < filtered.size(); ++row) {
        const int filter = filtered[row * (row_size + 1)];
        for (std::size_t i = 0; i < row_size; ++i) {
            const std::size_t place = row * row_size + i;
            const int a = i < pixel ? 0 : at(place - pixel);
            const int b = row == 0 ? 0 : at(place - row_size);
            const int c = i < pixel || row == 0 ? 0 : at(place - row_size - pixel);
            const int p = a + b - c;
            const int pa = std::abs(p - a);
            const int pb = std::abs(p - b);
            const int pc = std::abs(p - c);
            const int best = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
            const int added = filter == 1 ? a : filter == 2 ? b : filter == 4 ? best : 0;
            result += static_cast<char>(filtered[row * (row_size + 1) + 1 + i] + added);
        }
    }
    return result;
}

}  // namespace

TEST_CASE("A slope in both directions is all ones behind the fourth of PNG's filters") {
    CHECK(with_predictors(bytes({1, 2, 3, 2, 3, 4}), {3, 1}) == bytes({4, 1, 1, 1, 4, 1, 1, 1}));
}

TEST_CASE("Rows that are alike are zeros but for the first") {
    std::string rows;
    for (int i = 0; i < 3; ++i) {
        rows.append(bytes({9, 200, 3, 77, 150, 6}));
    }
    CHECK(with_predictors(rows, {2, 3}) == bytes({4, 9, 200, 3, 68, 206, 3,  //
                                                  4, 0, 0,   0, 0,  0,   0,  //
                                                  4, 0, 0,   0, 0,  0,   0}));
}

TEST_CASE("What PNG's filters add back is the picture") {
    std::string picture;
    for (int i = 0; i < 40 * 30 * 3; ++i) {
        picture += static_cast<char>(i * i / 7 + (i % 120) * 3);
    }
    CHECK(undone(with_predictors(picture, {40, 3}), 120, 3) == picture);
    CHECK(undone(with_predictors(picture, {120, 1}), 120, 1) == picture);
    CHECK(with_predictors("", {40, 3}).empty());
    CHECK(with_predictors("", {0, 1}).empty());
}
