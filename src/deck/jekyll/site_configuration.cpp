#include "deck/jekyll/site_configuration.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>

#include "deck/jekyll/yaml_value.h"
#include "deck/settings/yaml.h"
#include "support/file.h"

namespace ghreveal::deck::jekyll {

namespace fs = std::filesystem;

namespace {

// What Jekyll leaves out by default and could hold decks.
constexpr std::array<const char*, 5> kExcluded{"node_modules/", "vendor/bundle/", "vendor/cache/",
                                               "vendor/gems/", "vendor/ruby/"};

std::string scalar(const YAML::Node& node) {
    return node && node.IsScalar() && !node.IsNull() ? node.Scalar() : "";
}

// A scope of `defaults:`, whose values files in it have.
struct Scope {
    std::string path;
    std::optional<std::string> type;
    YAML::Node values;
};

Scope read_scope(const YAML::Node& set) {
    const YAML::Node scope = set["scope"];
    Scope read;
    read.values = set["values"];
    if (!scope || !scope.IsMap()) {
        return read;
    }
    read.path = scalar(scope["path"]);
    if (read.path.starts_with('/')) {
        read.path.erase(0, 1);
    }
    if (const YAML::Node type = scope["type"]) {
        const std::string name = scalar(type);
        // Jekyll's names of old.
        read.type = name == "page" || name == "post" || name == "draft" ? name + "s" : name;
    }
    return read;
}

bool begins_like(const std::string& path, const std::string& pattern) {
    if (pattern.find('*') == pattern.npos) {
        return path.starts_with(pattern);
    }
    // A glob names files and folders; what is below a folder is in its scope.
    for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
        if (fnmatch(pattern.c_str(), path.substr(0, end).c_str(), FNM_PATHNAME) == 0) {
            return true;
        }
        if (end == path.npos) {
            return false;
        }
    }
}

// Jekyll's has_precedence?: the longer path wins, then the one with a type, then the later one.
bool has_precedence(const Scope& over, const Scope& under) {
    if (over.path.size() != under.path.size()) {
        return over.path.size() > under.path.size();
    }
    return over.type || !under.type;
}

}  // namespace

SiteConfiguration::SiteConfiguration(const media::Site& site, const Limits& limits)
    : root_folder_(site.root), file_((site.root / "_config.yml").string()), limits_(limits) {
    if (is_file(file_)) {
        text_ = read_file(file_, limits.source_bytes);
    }
}

// Most sites have few keys: no YAML is parsed to find that one is not there.
bool SiteConfiguration::mentions(std::string_view key) const {
    for (std::size_t at = text_.find(key); at != text_.npos; at = text_.find(key, at + 1)) {
        if (at == 0 || text_[at - 1] == '\n' || text_[at - 1] == '"' || text_[at - 1] == '\'') {
            return true;
        }
    }
    return false;
}

const YAML::Node& SiteConfiguration::root() const {
    if (!root_) {
        root_ = text_.empty() ? YAML::Node() : parse_yaml(text_, {file_, 1});
    }
    return *root_;
}

YAML::Node SiteConfiguration::node(std::string_view key) const {
    const YAML::Node undefined(YAML::NodeType::Undefined);
    return mentions(key) && root().IsMap() ? root()[std::string(key)] : undefined;
}

std::string SiteConfiguration::text(std::string_view key) const {
    return scalar(node(key));
}

std::vector<std::string> SiteConfiguration::list(std::string_view key) const {
    const YAML::Node value = node(key);
    std::vector<std::string> texts;
    if (value && value.IsSequence()) {
        for (const YAML::Node& element : value) {
            texts.push_back(scalar(element));
        }
    } else if (const std::string only = scalar(value); !only.empty()) {
        texts.push_back(only);
    }
    return texts;
}

const liquid::Value& SiteConfiguration::values() const {
    if (!values_) {
        values_ = to_value(root(), {file_, 1}, limits_);
    }
    return *values_;
}

std::vector<std::string> SiteConfiguration::collections() const {
    std::vector<std::string> labels = list("collections");
    if (const YAML::Node node = this->node("collections"); node && node.IsMap()) {
        for (const auto& entry : node) {
            labels.push_back(scalar(entry.first));
        }
    }
    if (std::find(labels.begin(), labels.end(), "posts") == labels.end()) {
        labels.emplace_back("posts");
    }
    return labels;
}

fs::path SiteConfiguration::collections_folder() const {
    return (root_folder_ / text("collections_dir")).lexically_normal();
}

SitePath SiteConfiguration::path_of(const fs::path& file) const {
    std::error_code failure;
    const fs::path absolute = fs::absolute(file, failure).lexically_normal();
    const fs::path in_collections = absolute.lexically_relative(collections_folder());
    const std::string first =
        in_collections.begin() == in_collections.end() ? "" : in_collections.begin()->string();
    if (first.starts_with('_')) {
        const std::string label = first.substr(1);
        const std::vector<std::string> labels = collections();
        const bool is_collection =
            label == "drafts" || std::find(labels.begin(), labels.end(), label) != labels.end();
        // gh-reveal's own collection needs no naming.
        if (is_collection || label == "presentations") {
            return {in_collections.string(), label};
        }
    }
    return {absolute.lexically_relative(root_folder_).string(), "pages"};
}

// Jekyll's EntryFilter: a pattern is a glob, or what a path begins with.
bool SiteConfiguration::excludes(const fs::path& entry) const {
    std::error_code failure;
    const std::string path =
        fs::absolute(entry, failure).lexically_normal().lexically_relative(root_folder_).string();
    const std::vector<std::string> included = list("include");
    const auto is_match = [&](const std::string& pattern) {
        return !pattern.empty() &&
               std::find(included.begin(), included.end(), pattern) == included.end() &&
               (fnmatch(pattern.c_str(), path.c_str(), 0) == 0 || path.starts_with(pattern) ||
                pattern == path + "/");
    };
    const std::vector<std::string> excluded = list("exclude");
    return std::any_of(excluded.begin(), excluded.end(), is_match) ||
           std::any_of(kExcluded.begin(), kExcluded.end(), is_match);
}

YAML::Node SiteConfiguration::defaults_for(const SitePath& file) const {
    const YAML::Node sets = node("defaults");
    YAML::Node defaults;
    if (!sets || !sets.IsSequence()) {
        return defaults;
    }
    std::optional<Scope> strongest;
    for (const YAML::Node& set : sets) {
        if (!set.IsMap() || !set["values"] || !set["values"].IsMap()) {
            continue;
        }
        const Scope scope = read_scope(set);
        if ((scope.type && *scope.type != file.type) || !begins_like(file.path, scope.path)) {
            continue;
        }
        // A copy knows no lines: what is wrong in it is not at some line of the deck.
        const YAML::Node values = YAML::Clone(scope.values);
        if (!strongest || has_precedence(scope, *strongest)) {
            defaults = joined(defaults, values);
            strongest = scope;
        } else {
            defaults = joined(values, defaults);
        }
    }
    return defaults;
}

void set_addresses(media::Site& site, const SiteConfiguration& configuration) {
    const auto without_slash = [](std::string address) {
        while (address.ends_with('/')) {
            address.pop_back();
        }
        return address;
    };
    site.url = without_slash(configuration.text("url"));
    site.base_url = without_slash(configuration.text("baseurl"));
    if (!site.base_url.empty() && !site.base_url.starts_with('/')) {
        site.base_url.insert(0, "/");
    }
}

}  // namespace ghreveal::deck::jekyll
