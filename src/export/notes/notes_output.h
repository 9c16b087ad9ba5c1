// Speaker notes, as files.
#pragma once

#include <memory>
#include <string>

#include "export/notes/notes_files.h"
#include "export/output.h"

namespace ghreveal::exporter {

std::unique_ptr<Output> notes_output(const std::string& path, NotesFormat, const OutputContext&);
// For the presenter's program pdfpc.
std::unique_ptr<Output> pdfpc_output(const std::string& path, PdfpcNotes, const OutputContext&);

}  // namespace ghreveal::exporter
