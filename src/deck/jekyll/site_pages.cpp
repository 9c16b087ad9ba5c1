#include "deck/jekyll/site_pages.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "deck/jekyll/page_address.h"
#include "support/error.h"
#include "support/file.h"
#include "support/files/folder_entries.h"
#include "support/limit_names.h"

namespace ghreveal::deck::jekyll {

namespace fs = std::filesystem;

namespace {

using liquid::Array;
using liquid::Object;
using liquid::Value;

constexpr std::array<std::string_view, 8> kNames{"categories",    "collections", "documents",
                                                 "html_pages",    "pages",       "posts",
                                                 "related_posts", "tags"};

Value member(const Value& page, const char* key) {
    return page.object() != nullptr ? page.object()->get(key) : Value();
}

std::string text_of(const Value& page, const char* key) {
    return to_text(member(page, key));
}

bool is_dated(const Value& document) {
    return member(document, "date").moment() != nullptr;
}

// Without reading pictures whole: only what begins so has front matter.
bool begins_with_front_matter(const fs::path& file) {
    std::array<char, 3> begin{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(begin.data(), begin.size());
    return stream && std::string_view(begin.data(), begin.size()) == "---";
}

struct FoundFiles {
    std::vector<fs::path> folders;  // all that were looked through
    std::vector<fs::path> pages;    // files with front matter
};

// Jekyll's EntryFilter: names that begin so are no pages.
bool is_left_out(const fs::path& entry, const SiteConfiguration& site) {
    const std::string name = entry.filename().string();
    std::error_code failure;
    return name.find_first_of("._#~") == 0 || name.ends_with('~') ||
           fs::is_symlink(entry, failure) || site.excludes(entry);
}

void find_files(const fs::path& folder, const SiteConfiguration& site, int depth,
                FoundFiles& found) {
    found.folders.push_back(folder);
    for (const fs::path& path : entries_of(folder)) {
        if (is_left_out(path, site)) {
            continue;
        }
        if (is_folder(path) && depth < site.limits().include_depth) {
            find_files(path, site, depth + 1, found);
        } else if (is_file(path) && begins_with_front_matter(path)) {
            found.pages.push_back(path);
        }
    }
}

FoundFiles files_below(const fs::path& folder, const SiteConfiguration& site) {
    FoundFiles found;
    find_files(folder, site, 0, found);
    return found;
}

fs::path folder_of(const std::string& label, const SiteConfiguration& site) {
    return site.collections_folder() / ("_" + label);
}

bool is_published(const Value& page) {
    const bool is_undated_post = text_of(page, "collection") == "posts" && !is_dated(page);
    return !is_undated_post && member(page, "published") != Value(false);
}

Array pages_below(const fs::path& folder, const SiteConfiguration& site) {
    Array pages;
    std::size_t bytes = 0;
    for (const fs::path& file : files_below(folder, site).pages) {
        std::error_code failure;
        bytes += fs::file_size(file, failure);
        if (bytes > site.limits().expanded_bytes) {
            throw Error({file.string(), 0}, "the site's pages are too large together",
                        limit_hint(site.limits(), "expanded-bytes"));
        }
        const auto page = read_page(file, site);
        if (Value value = page ? page_value(*page, site) : Value(); is_published(value)) {
            pages.push_back(std::move(value));
        }
    }
    std::erase_if(pages, [](const Value& page) { return page.is_nil(); });
    return pages;
}

// By date where all have one, as Ruby's sort() leaves them, and by path.
void sort_documents(Array& documents) {
    const bool goes_by_date = std::all_of(documents.begin(), documents.end(), is_dated);
    std::sort(documents.begin(), documents.end(), [&](const Value& a, const Value& b) {
        const int order =
            goes_by_date ? liquid::compared(member(a, "date"), member(b, "date")).value_or(0) : 0;
        return order != 0 ? order < 0 : text_of(a, "path") < text_of(b, "path");
    });
}

bool is_page_of_html(const Value& page) {
    const std::string address = text_of(page, "url");
    return address.ends_with(".html") || address.ends_with('/') ||
           fs::path(address).extension().empty();
}

}  // namespace

bool SitePages::has(const std::string& name) const {
    const std::vector<std::string> labels = site_.collections();
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end() ||
           std::find(labels.begin(), labels.end(), name) != labels.end();
}

Value SitePages::value(const std::string& name) {
    const auto [known, is_new] = values_.try_emplace(name);
    if (is_new && has(name)) {
        known->second = made(name);
    }
    return known->second;
}

Value SitePages::made(const std::string& name) {
    if (name == "posts") {
        return posts();
    }
    if (name == "pages") {
        return pages();
    }
    if (name == "html_pages") {
        Array all = pages();
        std::erase_if(all, [](const Value& page) { return !is_page_of_html(page); });
        return all;
    }
    if (name == "documents") {
        return all_documents();
    }
    if (name == "collections") {
        return collections();
    }
    if (name == "tags" || name == "categories") {
        return posts_by(name);
    }
    if (name == "related_posts") {
        constexpr std::size_t kMost = 10;
        Array newest = posts();
        newest.resize(std::min(newest.size(), kMost));
        return newest;
    }
    return documents(name);
}

const Array& SitePages::documents(const std::string& label) {
    const auto [known, is_new] = documents_.try_emplace(label);
    if (is_new) {
        known->second = pages_below(folder_of(label, site_), site_);
        sort_documents(known->second);
    }
    return known->second;
}

Array SitePages::posts() {
    Array newest = documents("posts");
    std::reverse(newest.begin(), newest.end());
    return newest;
}

Array SitePages::all_documents() {
    Array all;
    for (const std::string& label : site_.collections()) {
        const Array& some = documents(label);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

Array SitePages::pages() const {
    Array all = pages_below(site_.root_folder(), site_);
    std::sort(all.begin(), all.end(), [](const Value& a, const Value& b) {
        return std::pair(text_of(a, "name"), text_of(a, "path")) <
               std::pair(text_of(b, "name"), text_of(b, "path"));
    });
    return all;
}

Array SitePages::collections() {
    std::vector<std::string> labels = site_.collections();
    std::sort(labels.begin(), labels.end());
    Array all;
    for (const std::string& label : labels) {
        Object collection;
        collection.set("label", label);
        collection.set("docs", documents(label));
        collection.set("relative_directory", "_" + label);
        all.emplace_back(std::move(collection));
    }
    return all;
}

Value SitePages::posts_by(const std::string& list) {
    std::vector<std::pair<std::string, Array>> groups;
    for (const Value& post : posts()) {
        const Value names = member(post, list.c_str());
        for (const Value& name : names.array() != nullptr ? *names.array() : Array()) {
            const std::string key = to_text(name);
            const auto group = std::find_if(groups.begin(), groups.end(),
                                            [&](const auto& one) { return one.first == key; });
            if (group == groups.end()) {
                groups.emplace_back(key, Array{post});
            } else {
                group->second.push_back(post);
            }
        }
    }
    Object object;
    for (auto& [name, some] : groups) {
        object.set(name, std::move(some));
    }
    return object;
}

std::vector<fs::path> files_of_pages(std::string_view text, const SiteConfiguration& site) {
    const auto asks_for = [&](std::string_view name) {
        return text.find("site." + std::string(name)) != text.npos;
    };
    std::vector<fs::path> roots;
    if (asks_for("pages") || asks_for("html_pages")) {
        roots.push_back(site.root_folder());
    }
    const bool asks_for_posts = std::any_of(kNames.begin(), kNames.end(), asks_for);
    for (const std::string& label : site.collections()) {
        if (asks_for_posts || asks_for(label)) {
            roots.push_back(folder_of(label, site));
        }
    }
    std::vector<fs::path> files;
    for (const fs::path& root : roots) {
        const FoundFiles found = files_below(root, site);
        files.insert(files.end(), found.folders.begin(), found.folders.end());
        files.insert(files.end(), found.pages.begin(), found.pages.end());
    }
    return files;
}

}  // namespace ghreveal::deck::jekyll
