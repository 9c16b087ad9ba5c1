#include "export/pdf/content/repeated_content.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <set>

using namespace ghreveal;
using namespace ghreveal::exporter;

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

using Lists = std::vector<std::shared_ptr<const paint::DisplayList>>;

void add_lists_of(const RepeatedPart& part, Lists& lists) {
    if (part.items) {
        lists.push_back(part.items);
    } else {
        add_lists_of(*part.first, lists);
        add_lists_of(*part.second, lists);
    }
}

// Those of the parts that are repeated, bottom to top.
Lists repeated_lists(const PageParts& parts) {
    Lists lists;
    for (const RepeatedPartPtr& part : parts.repeated) {
        add_lists_of(*part, lists);
    }
    return lists;
}

// What is drawn, part after part, without the groups.
std::vector<Px> squares_of(const PageParts& parts) {
    std::vector<Px> numbers;
    Lists lists = repeated_lists(parts);
    lists.push_back(parts.own);
    for (const auto& list : lists) {
        int depth = 0;
        for (const paint::DisplayItem& item : *list) {
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
    std::set<std::shared_ptr<const paint::DisplayList>> lists;
    std::size_t most_parts = 0;
    constexpr std::size_t kPages = 2000;
    for (std::size_t squares = 0; squares < kPages; ++squares) {
        const PageParts parts = content.parts_of(page(squares));
        items += parts.own->size();
        for (const auto& list : repeated_lists(parts)) {
            lists.insert(list);
        }
        most_parts = std::max(most_parts, parts.repeated.size());
    }
    CHECK(items < kPages * 40);
    CHECK(lists.size() <= kPages / 32);
    CHECK(most_parts <= 6);  // 2000 / 32 lists, two of a size made one: a bit each of 62
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
    const PageParts parts = content.parts_of(list);
    const std::vector<Px> drawn = squares_of(parts);
    REQUIRE(drawn.size() == 500);
    CHECK(drawn[199] == 199);
    CHECK(drawn[200] == 7000);
    CHECK(drawn[201] == 201);
    CHECK(parts.own->size() > 300);
    CHECK(parts.own->size() < 340);
}

TEST_CASE("parts that are repeated are the same on each page") {
    RepeatedContent content;
    content.parts_of(page(300));
    const PageParts second = content.parts_of(page(301));
    const PageParts third = content.parts_of(page(302));
    REQUIRE(!second.repeated.empty());
    CHECK(second.repeated == third.repeated);
    CHECK(second.repeated.front() == third.repeated.front());
}

TEST_CASE("paper lies below the first part of a page only") {
    RepeatedContent content;
    content.parts_of(page(300));
    const PageParts parts = content.parts_of(page(301));
    std::size_t count = 0;
    std::function<void(const RepeatedPart&)> look = [&](const RepeatedPart& part) {
        CHECK(part.begins_page == (part.items != nullptr && count == 0));
        count += part.items ? 1 : 0;
        if (!part.items) {
            look(*part.first);
            look(*part.second);
        }
    };
    for (const RepeatedPartPtr& part : parts.repeated) {
        look(*part);
    }
    CHECK(count > 4);
}

TEST_CASE("a faded group is whole in one part") {
    paint::DisplayList list;
    for (std::size_t i = 0; i < 20; ++i) {
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
    const PageParts parts = content.parts_of(faded);
    REQUIRE(repeated_lists(parts).size() == 1);
    CHECK(repeated_lists(parts)[0]->size() == 222);
    CHECK(parts.own->size() == 1);
}

TEST_CASE("a page that looks at its backdrop is drawn whole") {
    paint::DisplayList list = *page(100);
    const auto plain = std::make_shared<const paint::DisplayList>(list);
    list.back() = paint::PushOpacity{0.5F};
    list.push_back(paint::TakeBackdrop{});
    list.push_back(paint::Pop{});
    list.push_back(paint::Pop{});
    const auto looking = std::make_shared<const paint::DisplayList>(list);
    RepeatedContent content;
    content.parts_of(plain);
    CHECK(!content.parts_of(plain).repeated.empty());
    content.parts_of(looking);
    const PageParts parts = content.parts_of(looking);
    CHECK(parts.repeated.empty());
    CHECK(parts.own == looking);
}
