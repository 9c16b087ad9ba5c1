#include "media/remote/fetcher_process.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <thread>
#include <vector>

#include "media/remote/fetch_bounds.h"
#include "media/remote/fetch_messages.h"
#include "support/limits.h"
#include "support/walls/system_calls.h"
#include "web_server.h"

using namespace ghreveal;
using media::FetchStatus;
using testing::WebServer;

namespace {

constexpr long kPatience = 20'000;

media::FetchRequest request(const std::string& address) {
    return {address, "", "", kPatience};
}

media::FetchBounds private_bounds() {
    return media::fetch_bounds({}, true);
}

}  // namespace

TEST_CASE("a process that gave up the network has pictures fetched by another") {
    const WebServer server;
    const pid_t child = fork();
    if (child == 0) {
        media::fetch_elsewhere(private_bounds());
        static_cast<void>(give_up_network());
        const auto response =
            media::fetch({request(server.address("/picture.png"))}, private_bounds()).front();
        _exit(response.status == FetchStatus::kFetched && !response.body.empty() ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    CHECK(status == 0);
}

TEST_CASE("what the other process fetches is what this one would") {
    const WebServer server;
    const std::vector<media::FetchRequest> requests{
        request(server.address("/picture.png")), request(server.address("/nowhere.png")),
        request(server.address("/circle.png")), request(server.address("/page"))};
    const auto here = media::fetch(requests, private_bounds());
    const auto there = media::FetcherProcess(private_bounds()).fetch(requests);
    REQUIRE(there.size() == here.size());
    for (std::size_t i = 0; i < here.size(); ++i) {
        INFO(requests[i].address);
        CHECK(there[i].status == here[i].status);
        CHECK(there[i].body == here[i].body);
        CHECK(there[i].content_type == here[i].content_type);
        CHECK(there[i].failure == here[i].failure);
    }
}

TEST_CASE("the bounds are those that the process was started with") {
    const WebServer server;
    const media::FetcherProcess fetcher(media::fetch_bounds({}, false));
    const auto response = fetcher.fetch({request(server.address("/picture.png"))}).front();
    CHECK(response.status == FetchStatus::kRefused);
}

TEST_CASE("several threads are answered at the same time") {
    const WebServer server;
    const media::FetcherProcess fetcher(private_bounds());
    std::array<FetchStatus, 4> statuses{};  // the server answers when there are four
    statuses.fill(FetchStatus::kFailed);
    std::vector<std::thread> threads;
    for (FetchStatus& status : statuses) {
        threads.emplace_back([&] {
            status = fetcher.fetch({request(server.address("/together.png"))}).front().status;
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(std::all_of(statuses.begin(), statuses.end(),
                      [](FetchStatus status) { return status == FetchStatus::kFetched; }));
}

TEST_CASE("messages come out as they went in, and no part of one is a message") {
    const std::string zero("a\0b", 3);
    const std::vector<media::FetchRequest> requests{{"https://a.b/c", "\"tag\"", "yesterday", 7},
                                                    {zero, "", "", 0}};
    const std::string asked = media::message_of(requests);
    const auto read = media::requests_in(asked);
    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK(read->front().address == "https://a.b/c");
    CHECK(read->front().etag == "\"tag\"");
    CHECK(read->front().last_modified == "yesterday");
    CHECK(read->front().milliseconds == 7);
    CHECK(read->back().address == zero);

    media::FetchResponse response;
    response.status = FetchStatus::kNotModified;
    response.body = zero;
    response.failure = "no";
    const std::string answered = media::message_of(std::vector{response, {}});
    const auto got = media::responses_in(answered);
    REQUIRE(got);
    REQUIRE(got->size() == 2);
    CHECK(got->front().status == FetchStatus::kNotModified);
    CHECK(got->front().body == zero);
    CHECK(got->front().failure == "no");
    CHECK(got->back().status == FetchStatus::kFailed);

    for (std::size_t size = 0; size < asked.size(); ++size) {
        CHECK_FALSE(media::requests_in(asked.substr(0, size)));
    }
    for (std::size_t size = 0; size < answered.size(); ++size) {
        CHECK_FALSE(media::responses_in(answered.substr(0, size)));
    }
    CHECK_FALSE(media::responses_in(answered + "x"));
    CHECK_FALSE(media::responses_in(std::string(8, '\xff')));
}
