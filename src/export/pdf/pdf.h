// A deck's pages as one PDF document.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "deck/deck.h"
#include "export/pdf/pdf_document.h"
#include "export/pdf/pdf_options.h"
#include "pages/session.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// Writes pages slide by slide; memory does not grow with them beyond what Cairo keeps.
class PdfWriter {
public:
    // `page_size` in px; bytes go to `sink` in order.
    PdfWriter(const deck::Deck&, Size page_size, const std::vector<std::size_t>& slides,
              std::function<void(std::string_view)> sink, const PdfOptions& options = {});
    ~PdfWriter();
    // A slide's pages come one after the other.
    void add_page(const pages::Page&);
    // Only to documents of PDF/A-3.
    void attach(Attachment);
    void associate_mathml(std::unique_ptr<math::MathmlWriter>);
    // Outline, page labels, metadata. Throws Error when Cairo reports a failure.
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::exporter
