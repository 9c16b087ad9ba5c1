// `page` and `site` as the Liquid of a page sees them, made when it asks for them.
#pragma once

#include <optional>

#include "deck/jekyll/page_address.h"
#include "deck/jekyll/site_configuration.h"
#include "deck/jekyll/site_pages.h"
#include "deck/liquid/value.h"

namespace ghreveal::deck::jekyll {

class LiquidValues {
public:
    // Both live as long as what is made of them.
    LiquidValues(const SitePage& page, const SiteConfiguration& site)
        : page_(page), site_(site), pages_(site) {}

    const liquid::Value& page();
    // What `_config.yml` says, `data`, and the site's pages.
    const liquid::Value& site();

private:
    const SitePage& page_;
    const SiteConfiguration& site_;
    SitePages pages_;
    std::optional<liquid::Value> page_value_;
    std::optional<liquid::Value> site_value_;
    std::optional<liquid::Value> data_;
};

}  // namespace ghreveal::deck::jekyll
