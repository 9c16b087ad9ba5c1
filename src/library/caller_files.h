// The files of a deck that is in nobody's folder: its caller gives each when it is first asked for.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "media/site.h"
#include "support/files/scratch_folder.h"

namespace ghreveal {

class CallerFiles {
public:
    // By its name in the deck's site, "pictures/map.png".
    using Give = std::function<std::optional<std::string>(const std::string& name)>;

    // `give` is asked at once for what is looked for before the deck is read: `_config.yml`,
    // `ghreveal.yml` and `reveal-md.json`.
    explicit CallerFiles(Give give);

    // The site's root, where what was given is kept.
    const std::filesystem::path& root() const { return folder_.path(); }
    std::shared_ptr<const media::FileSource> source();
    // A message without the root in front of the names in it.
    std::string as_the_caller_names(std::string message) const;

private:
    void provide(const std::filesystem::path& file);

    ScratchFolder folder_;
    Give give_;
    std::mutex mutex_;
    std::set<std::filesystem::path> asked_;
};

}  // namespace ghreveal
