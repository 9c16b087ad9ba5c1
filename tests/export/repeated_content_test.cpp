#include "export/pdf/content/repeated_content.h"

#include <catch2/catch.hpp>

using namespace ghreveal;
using namespace ghreveal::exporter;
using draw::PagePart;

namespace {

paint::FillRect square(std::size_t number) {
    return {{{static_cast<Px>(number), 0, 1, 1}, {}, {}, {}, {}}, {}};
}

// The first squares of a slide that shows one more at each step, in a moved group.
std::shared_ptr<const paint::DisplayList> page(std::size_t squares) {
    paint::DisplayList list{paint::PushTransform{{1, 0, 0, 1, 10, 10}}};
    for (std::size_t i = 0; i < squares; ++i) {
        list.push_back(square(i));
    }
    list.push_back(paint::Pop{});
    return std::make_shared<paint::DisplayList>(std::move(list));
}

std::size_t drawn_here(const draw::PageParts& parts) {
    std::size_t items = 0;
    for (const PagePart& part : parts) {
        items += part.use == PagePart::Use::kHere ? part.items->size() : 0;
    }
    return items;
}

// What is drawn, part after part, without the groups.
std::vector<Px> squares_of(const draw::PageParts& parts) {
    std::vector<Px> numbers;
    for (const PagePart& part : parts) {
        int depth = 0;
        for (const paint::DisplayItem& item : *part.items) {
            depth += std::holds_alternative<paint::PushTransform>(item) ? 1 : 0;
            depth -= std::holds_alternative<paint::Pop>(item) ? 1 : 0;
            if (const auto* fill = std::get_if<paint::FillRect>(&item)) {
                CHECK(depth == 1);
                numbers.push_back(fill->shape.rect.x);
            }
        }
        CHECK(depth == 0);
    }
    return numbers;
}

}  // namespace

TEST_CASE("what pages draw anew grows with their number, not with its square") {
    RepeatedContent content;
    std::size_t items = 0;
    constexpr std::size_t kPages = 2000;
    for (std::size_t squares = 0; squares < kPages; ++squares) {
        items += drawn_here(content.parts_of(page(squares)));
    }
    CHECK(items < kPages * 140);
}

TEST_CASE("the parts of a page draw all of it, in order, in the groups that it is in") {
    RepeatedContent content;
    for (std::size_t squares = 0; squares < 400; squares += 7) {
        const std::vector<Px> drawn = squares_of(content.parts_of(page(squares)));
        REQUIRE(drawn.size() == squares);
        for (std::size_t i = 0; i < squares; ++i) {
            CHECK(drawn[i] == static_cast<Px>(i));
        }
    }
}

TEST_CASE("a page that changes something early repeats only what comes before it") {
    RepeatedContent content;
    content.parts_of(page(500));
    content.parts_of(page(500));
    paint::DisplayList changed = *page(500);
    changed[201] = square(7000);
    const auto list = std::make_shared<paint::DisplayList>(changed);
    const draw::PageParts parts = content.parts_of(list);
    CHECK(parts.size() == 2);
    CHECK(squares_of(parts)[200] == 7000);
    CHECK(drawn_here(parts) > 350);
}

TEST_CASE("parts that are repeated are the same on each page, for all that others lie between") {
    RepeatedContent content;
    content.parts_of(page(300));
    const draw::PageParts second = content.parts_of(page(301));
    const draw::PageParts third = content.parts_of(page(302));
    REQUIRE(second.size() == 3);
    CHECK(second[0].use == PagePart::Use::kRepeated);
    CHECK(second[0].items == third[0].items);
    CHECK(second[1].items == third[1].items);
}

TEST_CASE("a faded group is drawn anew on each page, and whole") {
    paint::DisplayList list;
    for (std::size_t i = 0; i < 100; ++i) {
        list.push_back(square(i));
    }
    list.push_back(paint::PushOpacity{0.5F});
    for (std::size_t i = 0; i < 200; ++i) {
        list.push_back(square(i));
    }
    list.push_back(paint::Pop{});
    list.push_back(square(0));
    const auto faded = std::make_shared<const paint::DisplayList>(list);
    RepeatedContent content;
    content.parts_of(faded);
    const draw::PageParts parts = content.parts_of(faded);
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].use == PagePart::Use::kHere);
    CHECK(parts[0].items->size() == 302);
}
