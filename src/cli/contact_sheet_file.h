// A contact sheet as a file.
#pragma once

#include "cli/output_file.h"
#include "deck/deck.h"
#include "export/sheets/contact_sheet.h"

namespace ghreveal::cli {

// A PNG with `scale` pixels a px. Throws Error when the sheet has several pages.
void write_as_picture(const exporter::ContactSheet&, double scale, Target&);
void write_as_pdf(const exporter::ContactSheet&, const deck::Metadata&, Target&);

}  // namespace ghreveal::cli
