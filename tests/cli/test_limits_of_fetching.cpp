// The bounds of what is fetched from the web, each exceeded through its option, before a server
// that answers as it should and one that does not.
#include <catch2/catch.hpp>

#include "../media/web_server.h"
#include "program.h"

using namespace ghreveal::testing;
using Catch::Contains;

namespace {

// A deck with the pictures of these addresses, and a cache of its own.
class Fetching {
public:
    explicit Fetching(const std::vector<std::string>& paths) {
        std::string deck = "---\ntitle: Pictures\n---\n\n";
        for (const std::string& path : paths) {
            deck += "![a](" + server_.address(path) + ")\n\n";
        }
        folder_.write("talk.md", deck);
    }

    std::string said_with(const std::string& options) const {
        setenv("XDG_CACHE_HOME", folder_.path("cache").c_str(), 1);
        const RunResult result =
            folder_.run("export talk.md --force --allow-private-network " + options);
        CHECK(result.status == 0);
        return result.err;
    }

private:
    WebServer server_;
    Workspace folder_;
};

// Long enough for a machine with much to do, where something has to come.
const std::string kPatience = "--limit fetch-milliseconds=60000 ";

}  // namespace

TEST_CASE("a picture may take so long, and all of a deck together") {
    const Fetching silent({"/silent.png"});
    CHECK_THAT(silent.said_with("--limit fetch-milliseconds=100"),
               Contains("the server takes too long"));
    CHECK_THAT(silent.said_with(kPatience + "--limit deck-fetch-milliseconds=100"),
               Contains("fetching all pictures takes too long"));
}

TEST_CASE("a server's answers may have so many bytes, their heads too") {
    const Fetching two({"/picture.png?1", "/picture.png?2"});
    CHECK_THAT(two.said_with("--limit deck-fetch-bytes=10"), Contains("it is too large"));
    CHECK_THAT(two.said_with("--limit fetch-header-bytes=10"), Contains("it is too large"));
    CHECK(two.said_with("") == "");
    const Fetching endless({"/endless-header.png"});
    CHECK_THAT(endless.said_with(kPatience), Contains("it is too large"));
}

TEST_CASE("a server may redirect so often") {
    const Fetching redirected({"/to?/to?/picture.png"});
    CHECK_THAT(redirected.said_with("--limit fetch-redirects=1"),
               Contains("the server redirects too often"));
    CHECK(redirected.said_with("--limit fetch-redirects=2") == "");
}

// The server sends none of the four before it is asked for all.
TEST_CASE("so many pictures are asked for at a time") {
    const std::vector<std::string> paths{"/together.png?1", "/together.png?2", "/together.png?3",
                                         "/together.png?4"};
    CHECK_THAT(
        Fetching(paths).said_with("--limit fetch-at-a-time=3 --limit deck-fetch-milliseconds=500"),
        Contains("fetching all pictures takes too long"));
    CHECK(Fetching(paths).said_with(kPatience + "--limit fetch-at-a-time=4") == "");
}

TEST_CASE("a deck may have so many pictures from the web") {
    const Fetching two({"/picture.png?1", "/picture.png?2"});
    CHECK_THAT(two.said_with("--limit remote-pictures=1"),
               Contains("the deck has too many pictures from the web"));
    CHECK(two.said_with("--limit remote-pictures=2") == "");
}

TEST_CASE("the cache keeps so many bytes") {
    const Fetching one({"/picture.png"});
    CHECK(one.said_with("--limit cache-bytes=10") == "");
    CHECK_THAT(one.said_with("--offline"), Contains("it is on the web and not in the cache"));
    CHECK(one.said_with("") == "");
    CHECK(one.said_with("--offline") == "");
}
