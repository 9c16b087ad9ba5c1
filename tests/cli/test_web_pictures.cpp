#include <catch2/catch.hpp>

#include "../media/web_server.h"
#include "program.h"

using ghreveal::testing::RunResult;
using ghreveal::testing::WebServer;
using ghreveal::testing::Workspace;

namespace {

std::string deck_with(const std::string& body) {
    return "---\ntitle: Pictures\ntheme: night\n---\n\n## Pictures\n\n" + body + "\n";
}

std::string picture(const std::string& address) {
    return "![a picture](" + address + ")\n\n";
}

// The program in the folder, with its cache there too.
RunResult run(const Workspace& folder, const std::string& arguments) {
    setenv("XDG_CACHE_HOME", folder.path("cache").c_str(), 1);
    return folder.run("export talk.md " + arguments);
}

bool says(const RunResult& result, const std::string& text) {
    return result.err.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "pictures of the web, of backgrounds and of sheets are shown, and the next time as well") {
    const WebServer server;
    const Workspace folder;
    folder.write(
        "talk.md",
        deck_with(picture(server.address("/picture.png")) + "<style>.reveal h2 { background: url(" +
                  server.address("/picture.png?2") + ") }</style>\n\n§new " + "data-background=\"" +
                  server.address("/picture.png?3") + "\"§;\n\n## Two\n"));
    for (const char* arguments : {"--allow-private-network", "--offline"}) {
        const RunResult result = run(folder, arguments);
        CHECK(result.status == 0);
        CHECK(result.err == "");
    }
}

TEST_CASE("a picture of a private network is refused with its line, and what would allow it") {
    const WebServer server;
    const Workspace folder;
    folder.write("talk.md", deck_with(picture(server.address("/p.png"))));
    const RunResult result = run(folder, "");
    CHECK(result.status == 0);
    CHECK(result.err == "talk.md:8: warning: cannot show the picture '" + server.address("/p.png") +
                            "': its address is in a private network; --allow-private-network "
                            "allows it\n");
    CHECK(folder.has("talk.pdf"));
}

TEST_CASE("pictures of servers that never finish are one warning with their number") {
    const WebServer server;
    const Workspace folder;
    folder.write("talk.md", deck_with(picture(server.address("/slow.png")) +
                                      picture(server.address("/silent.png"))));
    const RunResult result = run(folder, "--allow-private-network --fetch-timeout 0.2");
    INFO(result.err);
    CHECK(result.status == 0);
    CHECK(folder.has("talk.pdf"));
    CHECK(says(result, "/slow.png': the server takes too long (and 1 more like it); put a copy"));
}

TEST_CASE("bad answers cost a warning for each picture") {
    const WebServer server;
    const Workspace folder;
    std::string body;
    for (const char* path :
         {"/circle.png", "/page", "/cut.png", "/short.png", "/huge.png", "/nowhere.png"}) {
        body += picture(server.address(path));
    }
    folder.write("talk.md", deck_with(body));
    const RunResult result = run(folder, "--allow-private-network");
    INFO(result.err);
    CHECK(result.status == 0);
    CHECK(folder.has("talk.pdf"));
    CHECK(says(result, "/circle.png': the server redirects too often"));
    CHECK(says(result, "/page': what the server sends is not a picture but text/html"));
    CHECK(says(result, "/cut.png': the connection ended too early"));
    CHECK(says(result, "/short.png': the file is cut short"));
    CHECK(says(result, "/huge.png': it is too large"));
    CHECK(says(result, "/nowhere.png': the server answers 404"));
}

TEST_CASE("offline, what is not in the cache is reported with its line and nothing is asked") {
    const Workspace folder;
    folder.write("talk.md", deck_with(picture("https://example.org/p.png")));
    const RunResult result = run(folder, "--offline");
    CHECK(result.status == 0);
    CHECK(result.err ==
          "talk.md:8: warning: cannot show the picture 'https://example.org/p.png': it is on the "
          "web and not in the cache; export once without --offline\n");
}

TEST_CASE("--allow-dir lets decks show the pictures of a folder outside their site") {
    const Workspace folder;
    const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='2'/>";
    folder.write("site/_config.yml", "title: x\n");
    folder.write("shared/p.svg", svg);
    folder.write("site/talk.md", deck_with(picture("../shared/p.svg")));
    const RunResult refused = folder.run("export site/talk.md");
    CHECK(says(refused,
               "site/talk.md:8: warning: cannot show the picture '../shared/p.svg': it is "
               "outside the site's folder; move it below"));
    CHECK(says(refused, "--allow-dir"));
    CHECK(folder.run("export --allow-dir shared site/talk.md").err == "");
    CHECK(folder.run("export --allow-dir nowhere site/talk.md").status == 2);
}
