// Files that a page names, as text.
#pragma once

#include <string>
#include <string_view>

#include "media/site.h"
#include "support/limits.h"

namespace ghreveal::deck {

// The text of the site's file at an address; empty where there is none or it cannot be read: who
// needs it says why.
std::string text_of_site_file(std::string_view address, const media::Site&, const Limits&);

}  // namespace ghreveal::deck
