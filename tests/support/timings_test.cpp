#include "support/timings.h"

#include <catch2/catch.hpp>

using namespace ghreveal;
using namespace std::chrono_literals;

TEST_CASE("Times of the same stage add up, stages keep the order they were first seen in") {
    Timings timings;
    timings.add("layout", 2ms);
    timings.add("export", 5ms);
    timings.add("layout", 3ms);
    REQUIRE(timings.stages().size() == 2);
    CHECK(timings.stages()[0].first == "layout");
    CHECK(timings.stages()[0].second == 5ms);
    CHECK(timings.stages()[1].first == "export");
}

TEST_CASE("A measured scope counts when it ends") {
    Timings timings;
    {
        const auto scope = timings.measure("style");
        CHECK(timings.stages().empty());
    }
    REQUIRE(timings.stages().size() == 1);
    CHECK(timings.stages()[0].second >= 0ns);
}
