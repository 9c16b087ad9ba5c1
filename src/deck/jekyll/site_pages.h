// The pages, posts and collections of a site, as Liquid's `site` has them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "deck/jekyll/site_configuration.h"
#include "deck/liquid/value.h"

namespace ghreveal::deck::jekyll {

class SitePages {
public:
    // The configuration lives as long as what is made of it.
    explicit SitePages(const SiteConfiguration& site) : site_(site) {}

    // Whether `site.NAME` is one of these, whatever `_config.yml` says.
    bool has(const std::string& name) const;
    // Read when first asked for; nil for other names. What Jekyll makes of their text (`content`,
    // `excerpt`) is not there, and no post is left out for being of tomorrow: the clock is no
    // input.
    liquid::Value value(const std::string& name);

private:
    liquid::Value made(const std::string& name);
    // By date, then by path.
    const liquid::Array& documents(const std::string& label);
    liquid::Array posts();  // newest first
    liquid::Array all_documents();
    liquid::Array pages() const;
    liquid::Array collections();
    // Posts by what their lists of this name have in them.
    liquid::Value posts_by(const std::string& list);

    const SiteConfiguration& site_;
    std::map<std::string, liquid::Value> values_;
    std::map<std::string, liquid::Array> documents_;
};

// The pages that Liquid in the text may ask for, and the folders where others could appear.
std::vector<std::filesystem::path> files_of_pages(std::string_view text, const SiteConfiguration&);

}  // namespace ghreveal::deck::jekyll
