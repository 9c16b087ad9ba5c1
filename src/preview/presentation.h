// A deck as its preview shows it: each state of its slides as SVG, drawn when asked for, the notes,
// what is to be said of it, and where in the source that is.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <vector>

#include "batch/export_record.h"
#include "check/lint_settings.h"
#include "check/source_text.h"
#include "pages/session.h"
#include "preview/modules/server_module.h"

namespace ghreveal::preview {

struct PreviewOptions {
    pages::ExportOptions exporting;
    check::LintOptions lint;
};

class Presentation final : public Served {
public:
    Presentation(std::string deck_path, PreviewOptions);
    ~Presentation() override;

    // Reads the deck anew and tells of it, then lays out all of its slides and tells what there is
    // to say of them: two versions. A deck that cannot be read leaves the slides as they were, with
    // the error over them.
    void load();
    // How many slides load() kept as they were laid out before, as nothing of them has changed.
    std::size_t kept_slides() const { return kept_; }
    // What the deck read last.
    const std::set<std::filesystem::path>& inputs() const { return inputs_; }

    Answer answer(const std::string& path) override;
    int wait_for_version(int seen) override;

private:
    struct Slides;

    // Into the slides, and what the page is to know of them.
    void read(Slides&, nlohmann::ordered_json& facts);
    void wait_for_drawing();
    void keep_unchanged(const Slides* before, Slides&, batch::Clock::time_point started);
    nlohmann::ordered_json findings_of(Slides&, check::SourceTexts&);
    void publish(nlohmann::ordered_json facts, std::shared_ptr<Slides>);
    Answer drawing_of(Slides&, std::size_t state);

    std::string deck_path_;
    PreviewOptions options_;
    std::set<std::filesystem::path> inputs_;
    std::string source_;  // the deck's text
    std::size_t kept_ = 0;
    // Laying out and drawing are for one at a time: versions share what slides are laid out with.
    std::mutex working_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::condition_variable drawn_;
    int listeners_ = 0;         // to the next version
    bool is_followed_ = false;  // somebody listened to this one
    int last_drawn_ = 0;        // the version of which a picture was asked for last
    int version_ = 0;
    int first_drawing_ = 0;  // the version that had these slides first
    std::string facts_;      // JSON
    std::shared_ptr<Slides> slides_;
};

}  // namespace ghreveal::preview
