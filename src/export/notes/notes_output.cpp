#include "export/notes/notes_output.h"

#include <fmt/format.h>

#include "export/output_file.h"

namespace ghreveal::exporter {

namespace {

FinishedOutput write_text(const std::string& kind, const std::string& path,
                          const std::string& text) {
    OutputFile file(path);
    file.write(text);
    file.commit();
    return {{{kind, path, std::nullopt, std::nullopt, {}, 1, file.size()}},
            fmt::format("{}: {}", file.name(), counted(text.size(), "byte"))};
}

class NotesOutput final : public Output {
public:
    NotesOutput(std::string path, NotesFormat format, const OutputContext& context)
        : path_(std::move(path)), format_(format), session_(context.session) {}

    FinishedOutput finish() override {
        return write_text("notes", path_,
                          notes_file(session_.deck(), session_.selected_slides(), format_,
                                     session_.parts().diagnostics));
    }

private:
    std::string path_;
    NotesFormat format_;
    pages::Session& session_;
};

class PdfpcOutput final : public Output {
public:
    PdfpcOutput(std::string path, PdfpcNotes notes, const OutputContext& context)
        : path_(std::move(path)), notes_(notes), session_(context.session) {}

    void add(const pages::Page& page) override {
        pages_.push_back({page.slide, page.step - session_.first_step(page.slide)});
    }

    FinishedOutput finish() override {
        if (notes_ == PdfpcNotes::kOnPages) {
            return write_text("presenter-pdfpc", path_,
                              presenter_pdfpc_file(session_.deck(), pages_));
        }
        return write_text("pdfpc", path_,
                          pdfpc_file(session_.deck(), pages_, session_.parts().diagnostics));
    }

private:
    std::string path_;
    PdfpcNotes notes_;
    pages::Session& session_;
    std::vector<PdfpcPage> pages_;
};

}  // namespace

std::unique_ptr<Output> notes_output(const std::string& path, NotesFormat format,
                                     const OutputContext& context) {
    return std::make_unique<NotesOutput>(path, format, context);
}

std::unique_ptr<Output> pdfpc_output(const std::string& path, PdfpcNotes notes,
                                     const OutputContext& context) {
    return std::make_unique<PdfpcOutput>(path, notes, context);
}

}  // namespace ghreveal::exporter
