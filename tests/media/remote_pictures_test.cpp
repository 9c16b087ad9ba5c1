#include <arpa/inet.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstring>

#include "../support/temporary_folder.h"
#include "media/remote/fetch.h"
#include "media/remote/network_address.h"
#include "media/remote/remote_files.h"
#include "web_server.h"

using namespace ghreveal;
using media::FetchStatus;
using testing::WebServer;

namespace {

// Far more than an answer takes, far less than the server would.
constexpr long kPatience = 20'000;

media::FetchBounds bounds() {
    media::FetchBounds bounds;
    bounds.bytes_each = 1u << 20;
    bounds.bytes_together = 4u << 20;
    bounds.header_bytes = 64u << 10;
    bounds.milliseconds_together = 4 * kPatience;
    bounds.redirects = 3;
    bounds.at_a_time = 4;
    bounds.may_connect = media::is_internet_address;
    return bounds;
}

media::FetchResponse fetch_one(const std::string& address,
                               const media::FetchBounds& limits = bounds(),
                               long milliseconds = kPatience) {
    return media::fetch({{address, "", "", milliseconds}}, limits).front();
}

bool is_first_address(const sockaddr& address) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    return address.sa_family == AF_INET && v4.sin_addr.s_addr == htonl(INADDR_LOOPBACK);
}

bool is_public(const std::string& text) {
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    if (inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1) {
        return media::is_public_address(reinterpret_cast<const sockaddr&>(v4));
    }
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    REQUIRE(inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr) == 1);
    return media::is_public_address(reinterpret_cast<const sockaddr&>(v6));
}

media::LoaderOptions private_options(const std::filesystem::path& cache) {
    media::LoaderOptions options;
    options.allow_private_network = true;
    options.cache_folder = cache;
    options.limits.fetch_milliseconds = kPatience;
    return options;
}

std::string count_of(const WebServer& server, const std::string& path) {
    return fetch_one(server.address("/count?" + path)).body;
}

}  // namespace

TEST_CASE(
    "addresses of private, loopback, link-local, shared and reserved networks are not public") {
    for (const char* address :
         {"0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254",
          "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1",
          "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1",
          "255.255.255.255"}) {
        INFO(address);
        CHECK_FALSE(is_public(address));
    }
    for (const char* address :
         {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.0.1",
          "172.32.0.1", "192.167.1.1", "223.255.255.255"}) {
        INFO(address);
        CHECK(is_public(address));
    }
}

TEST_CASE("IPv6 addresses are public when global and not standing for a private IPv4 one") {
    for (const char* address :
         {"::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:192.168.0.1", "::127.0.0.1",
          "64:ff9b::7f00:1", "2002:7f00:1::", "2002:0a00:0001::1", "2001::1", "2001:db8::1",
          "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "100::1", "64:ff9b:1::1"}) {
        INFO(address);
        CHECK_FALSE(is_public(address));
    }
    for (const char* address : {"2606:4700:4700::1111", "2a00:1450:4001:80b::200e",
                                "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::"}) {
        INFO(address);
        CHECK(is_public(address));
    }
}

TEST_CASE("a picture is fetched, through redirects too") {
    const WebServer server;
    const auto direct = fetch_one(server.address("/picture.png"));
    CHECK(direct.status == FetchStatus::kFetched);
    CHECK(direct.content_type == "image/png");
    CHECK(direct.body.substr(1, 3) == "PNG");
    const auto redirected = fetch_one(server.address("/to?/to?/picture.png"));
    CHECK(redirected.status == FetchStatus::kFetched);
    CHECK(redirected.body == direct.body);
}

TEST_CASE("pictures are fetched at the same time, and come in the order they were asked for") {
    const WebServer server;
    std::vector<media::FetchRequest> requests(
        3, {server.address("/together.png"), "", "", kPatience});  // answered when there are four
    requests.insert(requests.begin() + 1, {server.address("/nowhere"), "", "", kPatience});
    requests.push_back({server.address("/together.png"), "", "", kPatience});
    const auto responses = media::fetch(requests, bounds());
    for (const std::size_t i : {0, 2, 3, 4}) {
        CHECK(responses[i].status == FetchStatus::kFetched);
    }
    CHECK(responses[1].failure == "the server answers 404");
}

TEST_CASE("a server that is slow, silent or never ends is left") {
    const WebServer server;
    for (const char* path : {"/slow.png", "/silent.png"}) {
        INFO(path);
        const auto response = fetch_one(server.address(path), bounds(), 300);
        CHECK(response.status == FetchStatus::kFailed);
        CHECK(response.failure == "the server takes too long");
        CHECK(response.body.empty());
    }
    for (const char* path : {"/endless.png", "/endless-header.png", "/huge.png"}) {
        INFO(path);
        const auto response = fetch_one(server.address(path));
        CHECK(response.status == FetchStatus::kFailed);
        CHECK(response.failure == "it is too large");
        CHECK(response.body.empty());
    }
}

TEST_CASE("all pictures together may take only so long, and so many bytes") {
    const WebServer server;
    media::FetchBounds limits = bounds();
    limits.milliseconds_together = 300;
    CHECK(fetch_one(server.address("/silent.png"), limits).failure ==
          "fetching all pictures takes too long");
    limits = bounds();
    limits.bytes_together = fetch_one(server.address("/picture.png")).body.size() + 10;
    limits.at_a_time = 1;
    const auto responses = media::fetch({{server.address("/picture.png"), "", "", kPatience},
                                         {server.address("/picture.png"), "", "", kPatience}},
                                        limits);
    CHECK(responses[0].status == FetchStatus::kFetched);
    CHECK(responses[1].failure == "it is too large");
}

TEST_CASE("redirects in circles, to other protocols and half answers are failures") {
    const WebServer server;
    CHECK(fetch_one(server.address("/circle.png")).failure == "the server redirects too often");
    CHECK(fetch_one(server.address("/to?file:///etc/passwd")).failure ==
          "the server redirects to an address that is not of the web");
    CHECK(fetch_one(server.address("/cut.png")).failure == "the connection ended too early");
    CHECK(fetch_one("http://127.0.0.1:1/x.png").failure == "the server cannot be reached");
}

TEST_CASE("what is connected to is asked about after names are resolved and for each redirect") {
    const WebServer server;
    media::FetchBounds limits = bounds();
    limits.may_connect = is_first_address;
    CHECK(fetch_one(server.address("/picture.png"), limits).status == FetchStatus::kFetched);
    CHECK(fetch_one(server.address("/picture.png", "127.0.0.2"), limits).status ==
          FetchStatus::kRefused);
    CHECK(fetch_one(server.address("/to?" + server.address("/picture.png", "127.0.0.2")), limits)
              .status == FetchStatus::kRefused);
    CHECK(fetch_one(server.address("/to?" + server.address("/picture.png")), limits).status ==
          FetchStatus::kFetched);
    limits.may_connect = media::is_public_address;
    for (const char* host : {"localhost", "127.0.0.1", "2130706433", "0x7f.1", "[::1]",
                             "[::ffff:127.0.0.1]", "0.0.0.0"}) {
        INFO(host);
        CHECK(fetch_one(server.address("/picture.png", host), limits).status ==
              FetchStatus::kRefused);
    }
    CHECK(count_of(server, "/picture.png") == "2");
}

TEST_CASE("a kept picture is asked about, and sent again only when it changed") {
    const WebServer server;
    const TemporaryFolder cache;
    const std::string address = server.address("/tagged.png");
    const std::string bytes = media::RemoteFiles(private_options(cache.path())).take(address).bytes;
    CHECK_FALSE(bytes.empty());
    CHECK(cache.file_count() == 1);
    CHECK(media::RemoteFiles(private_options(cache.path())).take(address).bytes == bytes);
    CHECK(count_of(server, "/tagged.png") == "2");
    CHECK(count_of(server, "304") == "1");
}

TEST_CASE("without the server the kept picture is used, with a word about it; offline without") {
    const WebServer server;
    const TemporaryFolder cache;
    const std::string address = server.address("/once.png");
    const std::string bytes = media::RemoteFiles(private_options(cache.path())).take(address).bytes;
    const auto old = media::RemoteFiles(private_options(cache.path())).take(address);
    CHECK(old.bytes == bytes);
    CHECK(old.problem == "the server answers 503");
    CHECK(old.hint == "the copy that was fetched before is shown");
    media::LoaderOptions offline = private_options(cache.path());
    offline.offline = true;
    const auto kept = media::RemoteFiles(offline).take(address);
    CHECK(kept.bytes == bytes);
    CHECK(kept.problem == "");
    CHECK(count_of(server, "/once.png") == "2");
    CHECK(media::RemoteFiles(offline).take(server.address("/other.png")).problem ==
          "it is on the web and not in the cache");
}

TEST_CASE("what is not a picture is neither shown nor kept") {
    const WebServer server;
    const TemporaryFolder cache;
    media::RemoteFiles pictures(private_options(cache.path()));
    const auto page = pictures.take(server.address("/page"));
    CHECK(page.bytes.empty());
    CHECK(page.problem == "what the server sends is not a picture but text/html");
    CHECK(cache.file_count() == 0);
}

TEST_CASE("private networks are refused unless allowed, even with a copy in the cache") {
    const WebServer server;
    const TemporaryFolder cache;
    const std::string address = server.address("/picture.png");
    media::LoaderOptions options = private_options(cache.path());
    CHECK_FALSE(media::RemoteFiles(options).take(address).bytes.empty());
    options.allow_private_network = false;
    const auto refused = media::RemoteFiles(options).take(address);
    CHECK(refused.bytes.empty());
    CHECK(refused.problem == "its address is in a private network");
    CHECK(refused.hint == "--allow-private-network allows it");
    CHECK(count_of(server, "/picture.png") == "1");
}

TEST_CASE("spaces in an address are escaped, its fragment is not sent") {
    const WebServer server;
    media::RemoteFiles pictures(private_options(""));
    CHECK_FALSE(pictures.take(server.address("/picture name.png#part")).bytes.empty());
}

TEST_CASE("only so many pictures of a deck are fetched") {
    const WebServer server;
    media::LoaderOptions options = private_options("");
    options.limits.remote_pictures = 1;
    media::RemoteFiles pictures(options);
    pictures.fetch(
        {{server.address("/picture.png"), false}, {server.address("/tagged.png"), false}});
    CHECK_FALSE(pictures.take(server.address("/picture.png")).bytes.empty());
    CHECK(pictures.take(server.address("/tagged.png")).problem ==
          "the deck has too many pictures from the web");
}

TEST_CASE("what is only nice to have is not waited for as long") {
    const WebServer server;
    media::LoaderOptions options = private_options("");
    options.limits.still_milliseconds = 100;
    media::RemoteFiles pictures(options);
    pictures.fetch({{server.address("/silent.png"), true}});
    CHECK(pictures.take(server.address("/silent.png")).problem == "the server takes too long");
}
