#include "export/sheets/contact_sheet_output.h"

#include <fmt/format.h>

#include <filesystem>

#include "export/pdf/file/pdf_syntax.h"
#include "export/pdf/pdf_document.h"
#include "export/pictures/png.h"

namespace ghreveal::exporter {

namespace {

constexpr Size kA4Across{1122.52, 793.7};  // px

class ContactSheetOutput final : public Output {
public:
    ContactSheetOutput(std::string path, const OutputOptions& options, const OutputContext& context)
        : path_(std::move(path)),
          options_(options),
          session_(context.session),
          timings_(context.timings) {}

    void add(const pages::Page& page) override {
        if (is_last_state(session_, page)) {
            slides_.push_back({page.slide, page.content});
        }
    }

    FinishedOutput finish() override {
        const auto scope = timings_.measure("contact sheet");
        const bool as_png = std::filesystem::path(path_).extension() == ".png";
        ContactSheetOptions wanted{options_.columns, options_.paper,
                                   static_cast<Px>(options_.thumbnail_width)};
        if (!as_png && !wanted.paper) {
            wanted.paper = kA4Across;
        }
        const ContactSheet sheet =
            contact_sheet(sheet_cells(session_.deck(), slides_, session_.page_geometry().page),
                          wanted, session_.parts().shaper);
        OutputFile file(path_);
        if (as_png) {
            write_as_picture(sheet, options_.scale, file);
        } else {
            write_as_pdf(sheet, {session_.deck().metadata, options_.pdf_options.format}, file);
        }
        file.commit();
        return {{{"contact-sheet", path_, std::nullopt, std::nullopt, sheet.page_size,
                  static_cast<int>(sheet.pages.size()), file.size()}},
                fmt::format("{}: {}", file.name(), counted(sheet.pages.size(), "page"))};
    }

private:
    std::string path_;
    const OutputOptions& options_;
    pages::Session& session_;
    Timings& timings_;
    std::vector<SheetSlide> slides_;
};

}  // namespace

std::unique_ptr<Output> contact_sheet_output(const std::string& path, const OutputOptions& options,
                                             const OutputContext& context) {
    return std::make_unique<ContactSheetOutput>(path, options, context);
}

void write_as_picture(const ContactSheet& sheet, double scale, OutputFile& file) {
    if (sheet.pages.size() > 1) {
        throw Error({file.name(), 0},
                    fmt::format("the slides take {} sheets of this paper", sheet.pages.size()),
                    "more --columns, no --paper, or a PDF");
    }
    draw::Canvas canvas(draw::Output::kRaster);
    file.write(page_as_png(sheet.pages.front(), sheet.page_size, scale, canvas));
}

namespace {

// Each slide is a picture with its title over it: what it says is in the deck's own PDF.
void add_reading(const ContactSheet& sheet, Reading& reading) {
    ContentUses uses;
    for (std::size_t i = 0; i < sheet.pages.size(); ++i) {
        add_uses(sheet.pages[i], i, uses);
    }
    StructureTree& tree = reading.tree();
    for (const ContactSheet::Slide& slide : sheet.slides) {
        const StructureTree::Element section = tree.add(StructureTree::kDocument, "Sect");
        reading.add_line({slide.section, paint::ContentPart::kCaption}, tree.add(section, "H1"),
                         uses);
        const StructureTree::Element figure = tree.add(section, "Figure");
        tree.add_entry(figure, "/Alt" + text_string(slide.caption));
        reading.add_line({slide.section, paint::ContentPart::kPicture}, figure, uses);
    }
}

}  // namespace

void write_as_pdf(const ContactSheet& sheet, const SheetDocument& document, OutputFile& file) {
    PdfDocument pdf(file.name(), document.metadata,
                    {.page_size = sheet.page_size, .format = document.format},
                    [&](std::string_view bytes) { file.write(bytes); });
    add_reading(sheet, pdf.reading());
    for (std::size_t i = 0; i < sheet.pages.size(); ++i) {
        pdf.begin_page(std::to_string(i + 1));
        pdf.draw(sheet.pages[i], PdfDocument::Links::kLeaveOut);
        pdf.end_page();
    }
    pdf.finish();
}

}  // namespace ghreveal::exporter
