#include "cli/version.h"

#include <cairo.h>
#include <fmt/format.h>
#include <ghreveal_commit.h>  // made by the build
#include <hb.h>
#include <png.h>

namespace ghreveal::cli {

std::string version_text() {
    const std::string_view commit = GHREVEAL_COMMIT;
    return fmt::format("ghreveal {}{}\ncairo {}, HarfBuzz {}, libpng {}", GHREVEAL_VERSION,
                       commit.empty() ? "" : fmt::format(" ({})", commit), cairo_version_string(),
                       hb_version_string(), png_get_libpng_ver(nullptr));
}

}  // namespace ghreveal::cli
