// Speaker notes as files of their own, and for presenters' programs.
#pragma once

#include <string>
#include <vector>

#include "deck/deck.h"

namespace ghreveal::exporter {

enum class NotesFormat : std::uint8_t { kMarkdown, kText, kHtml, kJson };

// The notes of the given slides (indices into Deck::slides) that have any, each under its slide's
// number and title. Without what other programs would run (safe_html.h), which is a warning.
std::string notes_file(const deck::Deck&, const std::vector<std::size_t>& slides, NotesFormat,
                       Diagnostics&);

// A page of the PDF beside which a .pdfpc file lies.
struct PdfpcPage {
    std::size_t slide = 0;
    int step = 0;  // counted from the slide's first page
};

// pdfpc's file format, version 2 (JSON): each page with its slide's label, its step as the
// overlay, and the slide's notes, as safe as in notes_file().
std::string pdfpc_file(const deck::Deck&, const std::vector<PdfpcPage>& pages, Diagnostics&);

// Where pdfpc finds the notes.
enum class PdfpcNotes : std::uint8_t {
    kInFile,
    kOnPages,  // right beside the slides, as beamer has them
};

// The same beside a PDF whose pages have the notes on their right halves.
std::string presenter_pdfpc_file(const deck::Deck&, const std::vector<PdfpcPage>& pages);

}  // namespace ghreveal::exporter
