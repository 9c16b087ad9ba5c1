#include "media/site.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "../support/temporary_folder.h"

using namespace ghreveal;
namespace fs = std::filesystem;

namespace {

// A site with a file, a folder with one, and links that lead out of it.
struct LinkedSite {
    LinkedSite() {
        fs::create_directories(folder / "site/pictures");
        fs::create_directory(folder / "outside");
        folder.put("outside/secret.png", "secret");
        folder.put("site/a.png", "a");
        folder.put("site/pictures/b.png", "b");
        fs::create_symlink(folder / "outside", folder / "site/out");
        fs::create_symlink(folder / "outside/secret.png", folder / "site/link.png");
        fs::create_symlink("pictures", folder / "site/inside");
        const fs::path root = folder / "site";
        site = {root, root, {}};
    }
    TemporaryFolder folder;
    media::Site site;
};

}  // namespace

TEST_CASE_METHOD(LinkedSite, "Files of the site are found, links within it followed") {
    CHECK(resolve_file(site, "a.png") == folder / "site/a.png");
    CHECK(resolve_file(site, "/pictures/b.png") == folder / "site/pictures/b.png");
    CHECK(resolve_file(site, "inside/b.png") == folder / "site/pictures/b.png");
}

TEST_CASE_METHOD(LinkedSite, "No way through links and missing folders leads out of the site") {
    CHECK_FALSE(resolve_file(site, "link.png"));
    CHECK_FALSE(resolve_file(site, "out/secret.png"));
    CHECK_FALSE(resolve_file(site, "nope/../link.png"));
    CHECK_FALSE(resolve_file(site, "nope/../out/secret.png"));
    CHECK_FALSE(resolve_file(site, "../outside/secret.png"));
    CHECK_FALSE(resolve_file(site, "pictures/%2e%2e/%2e%2e/outside/secret.png"));
    CHECK_FALSE(resolve_file(site, "out/../../outside/secret.png"));
}

TEST_CASE_METHOD(LinkedSite, "Two dots take back what was written before them, as in a browser") {
    CHECK(resolve_file(site, "nope/../a.png") == folder / "site/a.png");
    // By its text this is a.png; the system would look beside what the link leads to.
    CHECK(resolve_file(site, "out/../a.png") == folder / "site/a.png");
}

TEST_CASE_METHOD(LinkedSite, "A site may be reached through a link") {
    fs::create_symlink("site", folder / "way");
    site = {folder / "way", folder / "way", {}};
    CHECK(resolve_file(site, "a.png") == folder / "site/a.png");
    CHECK_FALSE(resolve_file(site, "link.png"));
}

// As a server of the folder gives them: new URL("../../a.png", "http://x/pictures/").
TEST_CASE_METHOD(LinkedSite, "A way up past the site's root begins at the root") {
    site.base = site.root / "pictures";
    CHECK(resolve_file(site, "../../a.png") == folder / "site/a.png");
    CHECK(resolve_file(site, "../../../pictures/./b.png") == folder / "site/pictures/b.png");
    CHECK(resolve_file(site, "/../a.png") == folder / "site/a.png");
    CHECK_FALSE(resolve_file(site, "../../outside/secret.png"));
    CHECK_FALSE(resolve_file(site, "../../link.png"));
}
