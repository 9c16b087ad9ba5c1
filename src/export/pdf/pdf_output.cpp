#include "export/pdf/pdf_output.h"

#include <fmt/format.h>

#include "export/output_file.h"
#include "export/pdf/pdf.h"
#include "export/pdf/source_files.h"

namespace ghreveal::exporter {

namespace {

class PdfOutput final : public Output {
public:
    PdfOutput(const std::string& path, const PdfOptions& options, const OutputContext& context)
        : session_(context.session),
          timings_(context.timings),
          archival_(options.format.archival),
          page_size_(context.session.page_geometry().page),
          file_(path),
          pdf_(
              context.session.deck(), page_size_, context.session.selected_slides(),
              [this](std::string_view bytes) { file_.write(bytes); }, options) {
        if (archival_ != Archival::kNone) {
            pdf_.associate_mathml(std::make_unique<math::MathmlWriter>(session_.deck().math.macros,
                                                                       session_.parts().limits));
        }
    }

    void add(const pages::Page& page) override {
        const auto scope = timings_.measure("pdf pages");
        pdf_.add_page(page);
        ++pages_;
    }

    FinishedOutput finish() override {
        const auto scope = timings_.measure("pdf end");
        if (archival_ == Archival::kPdfA3) {
            for (Attachment& file : source_files(session_)) {
                pdf_.attach(std::move(file));
            }
        }
        pdf_.finish();
        file_.commit();
        return {
            {{"pdf", file_.path(), std::nullopt, std::nullopt, page_size_, pages_, file_.size()}},
            fmt::format("{}: {}", file_.name(), counted(static_cast<std::size_t>(pages_), "page"))};
    }

private:
    pages::Session& session_;
    Timings& timings_;
    Archival archival_;
    Size page_size_;
    OutputFile file_;
    PdfWriter pdf_;
    int pages_ = 0;
};

}  // namespace

std::unique_ptr<Output> pdf_output(const std::string& path, const OutputOptions& options,
                                   const OutputContext& context) {
    return std::make_unique<PdfOutput>(path, options.pdf_options, context);
}

}  // namespace ghreveal::exporter
