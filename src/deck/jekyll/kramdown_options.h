// `kramdown:` in a site's `_config.yml`.
#pragma once

#include "deck/jekyll/site_configuration.h"
#include "markdown/kramdown/kramdown.h"

namespace ghreveal::deck::jekyll {

markdown::kramdown::Options kramdown_options(const SiteConfiguration&);

}  // namespace ghreveal::deck::jekyll
