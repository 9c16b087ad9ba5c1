// The addresses that Jekyll gives the pages of a site.
#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <optional>
#include <string>

#include "deck/jekyll/site_configuration.h"
#include "deck/liquid/liquid.h"
#include "deck/settings/front_matter.h"

namespace ghreveal::deck::jekyll {

// A file with front matter, `defaults:` joined into it.
struct SitePage {
    SitePath place;
    YAML::Node front_matter;
};

// Of a file that is taken apart already. Throws Error with the line when its front matter is not
// YAML.
SitePage page_of(const SplitDeck&, const std::string& file, const SiteConfiguration&);

// Of a file of the site; nothing when it has no front matter.
std::optional<SitePage> read_page(const std::filesystem::path&, const SiteConfiguration&);

// From the site's root on, `baseurl` not included: "/presentations/intro/".
std::string page_address(const SitePage&, const SiteConfiguration&);

// What `{% link %}` and `{% post_url %}` stand for; nothing when there is no such file.
std::optional<std::string> linked_address(const liquid::PageName&, const SiteConfiguration&);

// `page` as Liquid sees it: the front matter, and what Jekyll adds to it.
liquid::Value page_value(const SitePage&, const SiteConfiguration&);

}  // namespace ghreveal::deck::jekyll
