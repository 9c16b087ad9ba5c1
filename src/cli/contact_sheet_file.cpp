#include "cli/contact_sheet_file.h"

#include <fmt/format.h>

#include "export/pdf/pdf_document.h"
#include "export/pictures/png.h"

namespace ghreveal::cli {

void write_as_picture(const exporter::ContactSheet& sheet, double scale, Target& file) {
    if (sheet.pages.size() > 1) {
        throw Error({file.name(), 0},
                    fmt::format("the slides take {} sheets of this paper", sheet.pages.size()),
                    "more --columns, no --paper, or a PDF");
    }
    draw::Canvas canvas(draw::Output::kRaster);
    file.write(exporter::page_as_png(sheet.pages.front(), sheet.page_size, scale, canvas));
}

void write_as_pdf(const exporter::ContactSheet& sheet, const deck::Metadata& metadata,
                  Target& file) {
    exporter::PdfDocument pdf(file.name(), metadata, sheet.page_size,
                              [&](std::string_view bytes) { file.write(bytes); });
    for (std::size_t i = 0; i < sheet.pages.size(); ++i) {
        pdf.begin_page(std::to_string(i + 1));
        pdf.draw(sheet.pages[i], exporter::PdfDocument::Links::kLeaveOut);
        pdf.end_page();
    }
    pdf.finish();
}

}  // namespace ghreveal::cli
