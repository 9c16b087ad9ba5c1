#include "export/presenter/presenter_output.h"

#include <fmt/format.h>

#include "export/output_file.h"
#include "export/presenter/presenter_layout.h"

namespace ghreveal::exporter {

namespace {

class PresenterOutput final : public Output {
public:
    PresenterOutput(std::string path, const OutputOptions& options, const OutputContext& context)
        : path_(std::move(path)),
          format_(options.pdf_options.format),
          session_(context.session),
          timings_(context.timings) {}

    void add(const pages::Page& page) override { pages_.push_back(page); }

    FinishedOutput finish() override {
        const auto scope = timings_.measure("presenter");
        const Handout presenter = presenter_layout(session_, pages_);
        OutputFile file(path_);
        write_handout(session_, presenter, format_,
                      [&](std::string_view bytes) { file.write(bytes); });
        file.commit();
        return {{{"presenter", path_, std::nullopt, std::nullopt, presenter.paper,
                  static_cast<int>(pages_.size()), file.size()}},
                fmt::format("{}: {}", file.name(), counted(pages_.size(), "page"))};
    }

private:
    std::string path_;
    PdfFormat format_;
    pages::Session& session_;
    Timings& timings_;
    std::vector<pages::Page> pages_;
};

}  // namespace

std::unique_ptr<Output> presenter_output(const std::string& path, const OutputOptions& options,
                                         const OutputContext& context) {
    return std::make_unique<PresenterOutput>(path, options, context);
}

}  // namespace ghreveal::exporter
