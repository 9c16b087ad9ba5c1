// The module with libqpdf (support/module.h).
#pragma once

#include <string>

#include "export/pdf/pdf_additions.h"

// `result` becomes the document with the additions. Throws Error.
extern "C" void ghreveal_add_to_pdf(const std::string& pdf,
                                    const ghreveal::exporter::PdfAdditions& additions,
                                    std::string& result);
