#include "export/background_output.h"

#include <catch2/catch.hpp>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace ghreveal;
using namespace ghreveal::exporter;

namespace {

struct Seen {
    std::vector<std::size_t> slides;
    std::thread::id thread;
    bool is_finished = false;
};

// Notes what comes; a slide of this number is one too many.
class Recorder final : public Output {
public:
    Recorder(Seen& seen, Timings& timings, std::size_t bad_slide)
        : seen_(seen), timings_(timings), bad_slide_(bad_slide) {}

    void add(const pages::Page& page) override {
        seen_.thread = std::this_thread::get_id();
        timings_.add("pages", std::chrono::milliseconds(1));
        if (page.slide == bad_slide_) {
            throw std::runtime_error("no room");
        }
        seen_.slides.push_back(page.slide);
    }

    FinishedOutput finish() override {
        seen_.is_finished = true;
        return {{}, "done"};
    }

private:
    Seen& seen_;
    Timings& timings_;
    std::size_t bad_slide_;
};

constexpr std::size_t kNone = ~std::size_t{0};
constexpr std::size_t kMany = 200;  // more than wait at a time

std::unique_ptr<Output> recorder(Seen& seen, Timings& timings, std::size_t bad_slide = kNone) {
    return background_output(timings, [&seen, bad_slide](Timings& own) {
        return std::make_unique<Recorder>(seen, own, bad_slide);
    });
}

}  // namespace

TEST_CASE("an output in the background gets all pages in their order") {
    Seen seen;
    Timings timings;
    const std::unique_ptr<Output> output = recorder(seen, timings);
    std::vector<std::size_t> added;
    for (std::size_t slide = 0; slide < kMany; ++slide) {
        output->add({slide, 0, nullptr});
        added.push_back(slide);
    }
    CHECK(output->finish().summary == "done");
    CHECK(seen.slides == added);
    CHECK(seen.is_finished);
    CHECK(seen.thread != std::this_thread::get_id());
    REQUIRE(timings.stages().size() == 1);
    CHECK(timings.stages()[0].second == std::chrono::milliseconds(kMany));
}

TEST_CASE("what stops an output in the background stops the export") {
    Seen seen;
    Timings timings;
    const auto add_all = [](Output& output) {
        for (std::size_t slide = 0; slide < kMany; ++slide) {
            output.add({slide, 0, nullptr});
        }
        output.finish();
    };
    // The last one: nothing is added after it.
    for (const std::size_t bad_slide : {std::size_t{3}, kMany - 1}) {
        seen = {};
        CHECK_THROWS_WITH(add_all(*recorder(seen, timings, bad_slide)), "no room");
        CHECK(seen.slides.size() == bad_slide);
        CHECK_FALSE(seen.is_finished);
    }
}

TEST_CASE("an output in the background that is given up ends") {
    Seen seen;
    Timings timings;
    {
        const std::unique_ptr<Output> output = recorder(seen, timings);
        output->add({0, 0, nullptr});
    }
    CHECK_FALSE(seen.is_finished);
    const std::unique_ptr<Output> without_pages = recorder(seen, timings);
    CHECK(without_pages->finish().summary == "done");
}
