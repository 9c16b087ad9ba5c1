#include "support/files/folder_entries.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "temporary_folder.h"

using namespace ghreveal;

TEST_CASE("the entries of a folder are listed, without and with what is below") {
    const TemporaryFolder folder;
    folder.put("a", "");
    folder.put("b/c", "");
    folder.put("b/d/e", "");
    std::filesystem::create_directory_symlink(folder.path() / "b", folder.path() / "link");
    const auto names = [&](const std::vector<std::filesystem::path>& entries) {
        std::set<std::string> found;
        for (const auto& entry : entries) {
            found.insert(entry.lexically_relative(folder.path()).generic_string());
        }
        CHECK(found.size() == entries.size());
        return found;
    };
    using Names = std::set<std::string>;
    CHECK(names(entries_of(folder.path())) == Names{"a", "b", "link"});
    CHECK(names(entries_below(folder.path())) == Names{"a", "b", "b/c", "b/d", "b/d/e", "link"});
    CHECK(entries_of(folder.path(), 2).size() == 2);
    CHECK(entries_below(folder.path(), 4).size() == 4);
    CHECK(entries_of(folder.path() / "none").empty());
    CHECK(entries_of(folder.path() / "a").empty());
}
