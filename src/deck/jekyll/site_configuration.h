// A Jekyll site's `_config.yml`.
#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "deck/liquid/value.h"
#include "media/site.h"
#include "support/limits.h"

namespace ghreveal::deck::jekyll {

// Where a file stands in its site, as `defaults:` and permalinks see it.
struct SitePath {
    std::string path;  // from the site's root, `collections_dir` left out
    std::string type;  // "pages", "posts", "drafts" or a collection's name
};

class SiteConfiguration {
public:
    // Without a `_config.yml` everything is as Jekyll has it by default. It becomes YAML when a
    // value of it is first asked for.
    SiteConfiguration(const media::Site&, const Limits&);

    const std::filesystem::path& root_folder() const { return root_folder_; }
    const std::string& file() const { return file_; }
    const Limits& limits() const { return limits_; }

    // The value of a key at the top; undefined when it is not there.
    YAML::Node node(std::string_view key) const;
    // Of a plain value; "" when it is not there.
    std::string text(std::string_view key) const;
    std::vector<std::string> list(std::string_view key) const;
    // Throws Error when the file is not YAML.
    const liquid::Value& values() const;

    // Labels of the collections: `posts`, and those that `collections` names.
    std::vector<std::string> collections() const;
    std::filesystem::path collections_folder() const;
    SitePath path_of(const std::filesystem::path& file) const;
    // Front matter that `defaults:` gives such a file; null when none does.
    YAML::Node defaults_for(const SitePath&) const;
    // Whether `exclude` leaves the file or folder out.
    bool excludes(const std::filesystem::path&) const;

private:
    bool mentions(std::string_view key) const;
    const YAML::Node& root() const;

    std::filesystem::path root_folder_;
    std::string file_;
    std::string text_;
    const Limits& limits_;
    mutable std::optional<YAML::Node> root_;
    mutable std::optional<liquid::Value> values_;
};

// Tells the site where it is published.
void set_addresses(media::Site&, const SiteConfiguration&);

}  // namespace ghreveal::deck::jekyll
