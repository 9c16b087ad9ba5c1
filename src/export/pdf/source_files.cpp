#include "export/pdf/source_files.h"

#include <fmt/format.h>

#include <set>

#include "support/file.h"

namespace ghreveal::exporter {

namespace fs = std::filesystem;

namespace {

// In the site as it lies there; outside of it no more than its own name: where things are on this
// machine is no one's business.
std::string name_in_site(const fs::path& file, const fs::path& root) {
    const fs::path inside = file.lexically_relative(root);
    return inside.empty() || *inside.begin() == ".." ? file.filename().string()
                                                     : inside.generic_string();
}

}  // namespace

std::vector<Attachment> source_files(pages::Session& session) {
    const deck::Deck& deck = session.deck();
    const fs::path root = fs::absolute(deck.site.root).lexically_normal();
    std::vector<Attachment> result;
    std::set<fs::path> taken;
    std::set<std::string> names;
    for (const fs::path& named : session.input_files()) {
        const fs::path file = fs::absolute(named).lexically_normal();
        // What the whole site is like is not a part of the deck.
        if (file.filename() == "_config.yml" || !is_file(file) || !taken.insert(file).second) {
            continue;
        }
        std::string name = name_in_site(file, root);
        while (!names.insert(name).second) {
            name = fmt::format("_{}", name);
        }
        result.push_back(
            {name, read_file(file, session.parts().limits.image_bytes),
             named == fs::path(deck.file) ? Relationship::kSource : Relationship::kSupplement});
    }
    return result;
}

}  // namespace ghreveal::exporter
