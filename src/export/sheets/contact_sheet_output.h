// A deck's slides on contact sheets, as a file.
#pragma once

#include <memory>
#include <string>

#include "export/output.h"
#include "export/output_file.h"
#include "export/output_options.h"
#include "export/sheets/contact_sheet.h"

namespace ghreveal::exporter {

// A PNG when the path ends so, else a PDF.
std::unique_ptr<Output> contact_sheet_output(const std::string& path, const OutputOptions&,
                                             const OutputContext&);

// A PNG with `scale` pixels a px. Throws Error when the sheet has several pages.
void write_as_picture(const ContactSheet&, double scale, OutputFile&);
struct SheetDocument {
    const deck::Metadata& metadata;
    PdfFormat format{};
};
void write_as_pdf(const ContactSheet&, const SheetDocument&, OutputFile&);

}  // namespace ghreveal::exporter
