// A deck's pages as one PDF document.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "deck/deck.h"
#include "export/pdf/pdf_document.h"
#include "pages/session.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// Writes pages as they come; memory does not grow with them beyond what Cairo keeps.
class PdfWriter {
public:
    // `page_size` in px; bytes go to `sink` in order. With Notes::kAnnotations each page has
    // its slide's notes.
    PdfWriter(const deck::Deck&, Size page_size, const std::vector<std::size_t>& slides,
              std::function<void(std::string_view)> sink,
              PdfDocument::Notes notes = PdfDocument::Notes::kNone);
    ~PdfWriter();
    void add_page(const pages::Page&);
    // Outline, page labels, metadata. Throws Error when Cairo reports a failure.
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::exporter
