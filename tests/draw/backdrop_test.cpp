// `backdrop-filter` (Filter Effects 2). Expected colours: Chromium's.
#include <cairo-pdf.h>

#include <catch2/catch.hpp>

#include "pictures.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using css::FilterFunction;
using Kind = css::FilterFunction::Kind;

namespace {

constexpr int kWidth = 100;
constexpr int kHeight = 40;

// Left red, right the paper; on it a box with a backdrop.
DisplayList page_with(const RoundedRect& box, const FilterFunction& filter) {
    return {FillRect{plain({0, 0, 50, 40}), kRed}, TakeBackdrop{box, {filter}}, ShowBackdrop{box}};
}

// The green of what is red or white; Chromium's blur is a Gaussian to that accuracy.
void check_greens(const Picture& picture, const std::vector<std::pair<int, int>>& greens) {
    for (const auto& [x, green] : greens) {
        INFO("x " << x);
        CHECK(picture.at(x, 20).red == 255);
        CHECK(int{picture.at(x, 20).green} == Approx(green).margin(6));
    }
}

}  // namespace

TEST_CASE("A backdrop is blurred inside the box alone") {
    const Picture picture(page_with(plain({30, 10, 40, 20}), {Kind::kBlur, 4, {}}), kWidth,
                          kHeight);
    check_greens(picture, {{28, 0}, {34, 0}, {42, 9}, {46, 53}, {49, 116}, {54, 218}, {58, 251}});
    CHECK(picture.at(49, 5) == kRed);
    CHECK(picture.at(51, 5) == kWhite);
}

TEST_CASE("What a backdrop blurs is mirrored at the box's edges") {
    const Picture picture(page_with(plain({40, 10, 20, 20}), {Kind::kBlur, 8, {}}), kWidth,
                          kHeight);
    check_greens(
        picture,
        {{38, 0}, {40, 49}, {42, 55}, {46, 87}, {50, 134}, {54, 178}, {59, 206}, {61, 255}});
}

TEST_CASE("A backdrop goes through filters of colours, in the box's rounded corners") {
    RoundedRect box = plain({30, 10, 40, 20});
    box.top_left = box.top_right = box.bottom_right = box.bottom_left = {10, 10};
    const Picture picture(page_with(box, {Kind::kInvert, 1, {}}), kWidth, kHeight);
    CHECK(picture.at(35, 20) == Color{0, 255, 255, 1});
    CHECK(picture.at(60, 20) == kBlack);
    CHECK(picture.at(30, 10) == kRed);
}

TEST_CASE("A backdrop fades with its box, and the box's background lies on it") {
    const RoundedRect box = plain({30, 10, 40, 20});
    const TakeBackdrop take{box, {{Kind::kInvert, 1, {}}}};
    const FillRect red{plain({0, 0, 50, 40}), kRed};
    const Picture faded({red, take, PushOpacity{0.5}, ShowBackdrop{box}, Pop{}}, kWidth, kHeight);
    CHECK(faded.gray(35, 20) == Approx(127).margin(1));
    CHECK(faded.at(35, 20).green == Approx(128).margin(1));
    CHECK(faded.gray(60, 20) == Approx(127).margin(1));
    const Picture tinted({red, take, ShowBackdrop{box}, FillRect{box, {0, 0, 255, 0.5}}}, kWidth,
                         kHeight);
    CHECK(tinted.at(35, 20).green == Approx(127).margin(1));
    CHECK(tinted.at(60, 20).blue == Approx(128).margin(1));
}

TEST_CASE("A group that fades is all the backdrop that there is in it") {
    const RoundedRect box = plain({30, 10, 40, 20});
    const Picture picture({FillRect{plain({0, 0, 50, 40}), kRed}, PushOpacity{0.5},
                           TakeBackdrop{box, {{Kind::kInvert, 1, {}}}}, ShowBackdrop{box}, Pop{}},
                          kWidth, kHeight);
    CHECK(picture.at(35, 20) == kRed);
    CHECK(picture.at(60, 20) == kWhite);
}

namespace {

cairo_status_t count_bytes(void* count, const unsigned char*, unsigned length) {
    *static_cast<std::size_t*>(count) += length;
    return CAIRO_STATUS_SUCCESS;
}

std::size_t bytes_of_pdf(const DisplayList& list) {
    std::size_t bytes = 0;
    cairo_surface_t* surface =
        cairo_pdf_surface_create_for_stream(count_bytes, &bytes, kWidth, kHeight);
    cairo_t* context = cairo_create(surface);
    draw::Canvas(draw::Output::kPdf).draw(list, context);
    CHECK(cairo_status(context) == CAIRO_STATUS_SUCCESS);
    cairo_destroy(context);
    cairo_surface_destroy(surface);
    return bytes;
}

}  // namespace

TEST_CASE("In a PDF, a picture is what a backdrop shows, one for each box") {
    const RoundedRect left = plain({0, 10, 40, 20});
    const RoundedRect right = plain({50, 10, 40, 20});
    const FillRect red{plain({0, 0, 45, 40}), kRed};
    const TakeBackdrop take_left{left, {{Kind::kInvert, 1, {}}}};
    const TakeBackdrop take_right{right, {{Kind::kInvert, 1, {}}}};
    const std::size_t none = bytes_of_pdf({red});
    const std::size_t one = bytes_of_pdf({red, take_left, ShowBackdrop{left}});
    const std::size_t two =
        bytes_of_pdf({red, take_left, ShowBackdrop{left}, take_right, ShowBackdrop{right}});
    CHECK(one > none + 100);
    CHECK(two > one + 100);
}
