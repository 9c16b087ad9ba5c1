#include "deck/page/scripts/site_file.h"

#include "support/error.h"
#include "support/file.h"

namespace ghreveal::deck {

std::string text_of_site_file(std::string_view address, const media::Site& site,
                              const Limits& limits) {
    const auto file = media::resolve_file(site, address);
    if (!file || !is_file(*file)) {
        return "";
    }
    try {
        return read_file(*file, limits.source_bytes);
    } catch (const Error&) {
        return "";
    }
}

}  // namespace ghreveal::deck
