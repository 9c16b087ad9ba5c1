// `site.data`: the files of a site's `_data` folder.
#pragma once

#include "deck/jekyll/site_configuration.h"
#include "deck/liquid/value.h"

namespace ghreveal::deck::jekyll {

// Of YAML, JSON, CSV and TSV files, by their names without suffixes; folders are objects of them.
// Throws Error for a file that cannot be read, as Jekyll does.
liquid::Value read_site_data(const SiteConfiguration&);

// Rows as objects by the names that the first line has (RFC 4180).
liquid::Array read_table(std::string_view text, char separator);

}  // namespace ghreveal::deck::jekyll
