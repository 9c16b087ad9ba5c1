#include "export/handout/handout_output.h"

#include <fmt/format.h>

#include "export/handout/handout.h"
#include "export/handout/handout_settings.h"
#include "export/output_file.h"

namespace ghreveal::exporter {

namespace {

class HandoutOutput final : public Output {
public:
    HandoutOutput(std::string path, const OutputOptions& options, const OutputContext& context)
        : path_(std::move(path)),
          options_(options),
          session_(context.session),
          timings_(context.timings) {}

    void add(const pages::Page& page) override {
        if (slides_.empty() || slides_.back().slide != page.slide) {
            slides_.push_back({page.slide, page.content, {}});
        }
        HandoutSlide& shown = slides_.back();
        if (is_last_state(session_, page)) {
            shown.page = page.content;
        } else if (shows_steps(page.slide)) {
            shown.steps.push_back(page.content);
        }
    }

    FinishedOutput finish() override {
        const auto scope = timings_.measure("handout");
        HandoutOptions wanted = options_.handout_options;
        wanted.paper = options_.paper.value_or(wanted.paper);
        apply_handout_settings(session_, options_.handout_given, wanted);
        const Handout handout = make_handout(session_, slides_, wanted);
        OutputFile file(path_);
        write_handout(session_, handout, options_.pdf_options.format,
                      [&](std::string_view bytes) { file.write(bytes); });
        file.commit();
        return {{{"handout", path_, std::nullopt, std::nullopt, handout.paper,
                  static_cast<int>(handout.pages.size()), file.size()}},
                fmt::format("{}: {}", file.name(), counted(handout.pages.size(), "page"))};
    }

private:
    // Small pictures of the steps are for who asks for all fragments.
    bool shows_steps(std::size_t slide) const {
        return options_.fragments_given && session_.first_step(slide) == 0;
    }

    std::string path_;
    const OutputOptions& options_;
    pages::Session& session_;
    Timings& timings_;
    std::vector<HandoutSlide> slides_;
};

}  // namespace

std::unique_ptr<Output> handout_output(const std::string& path, const OutputOptions& options,
                                       const OutputContext& context) {
    return std::make_unique<HandoutOutput>(path, options, context);
}

}  // namespace ghreveal::exporter
