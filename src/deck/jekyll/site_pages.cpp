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

// The files with front matter below a folder.
class PageReader {
public:
    explicit PageReader(const SiteConfiguration& site) : site_(site) {}

    Array read(const fs::path& folder) {
        read_folder(folder, 0);
        return std::move(pages_);
    }

private:
    // Jekyll's EntryFilter: names that begin so are no pages.
    bool is_left_out(const fs::path& entry) const {
        const std::string name = entry.filename().string();
        std::error_code failure;
        return name.find_first_of("._#~") == 0 || name.ends_with('~') ||
               fs::is_symlink(entry, failure) || site_.excludes(entry);
    }

    void read_folder(const fs::path& folder, int depth) {
        std::error_code failure;
        for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
             entry.increment(failure)) {
            const fs::path& path = entry->path();
            if (is_left_out(path)) {
                continue;
            }
            if (is_folder(path)) {
                if (depth < site_.limits().include_depth) {
                    read_folder(path, depth + 1);
                }
            } else if (is_file(path) && begins_with_front_matter(path)) {
                read_file_of_site(path);
            }
        }
    }

    void read_file_of_site(const fs::path& file) {
        const auto page = read_page(file, site_);
        if (!page) {
            return;
        }
        std::error_code failure;
        bytes_ += fs::file_size(file, failure);
        if (bytes_ > site_.limits().expanded_bytes) {
            throw Error({file.string(), 0}, "the site's pages are too large together",
                        limit_hint(site_.limits(), "expanded-bytes"));
        }
        Value value = page_value(*page, site_);
        const bool is_hidden = member(value, "published") == Value(false);
        const bool is_undated_post = page->place.type == "posts" && !is_dated(value);
        if (!is_hidden && !is_undated_post) {
            pages_.push_back(std::move(value));
        }
    }

    const SiteConfiguration& site_;
    Array pages_;
    std::size_t bytes_ = 0;
};

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
        known->second = PageReader(site_).read(site_.collections_folder() / ("_" + label));
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
    Array all = PageReader(site_).read(site_.root_folder());
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

}  // namespace ghreveal::deck::jekyll
