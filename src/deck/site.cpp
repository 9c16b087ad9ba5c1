#include "deck/site.h"

namespace ghreveal::deck {

namespace fs = std::filesystem;

media::Site find_site(const std::string& deck_file) {
    std::error_code failure;
    fs::path folder = deck_file == "-" ? fs::path(".") : fs::path(deck_file).parent_path();
    folder = fs::absolute(folder.empty() ? fs::path(".") : folder, failure).lexically_normal();
    media::Site site;
    site.base = folder;
    site.root = folder;
    for (fs::path above = folder;; above = above.parent_path()) {
        if (fs::exists(above / "_config.yml", failure)) {
            site.root = above;
            break;
        }
        if (above == above.parent_path()) {
            break;
        }
    }
    return site;
}

}  // namespace ghreveal::deck
