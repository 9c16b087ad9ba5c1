#include "export/pdf/pdf.h"

#include <map>
#include <unordered_set>

#include "export/notes/notes_text.h"
#include "export/pdf/document_facts.h"

namespace ghreveal::exporter {

struct PdfWriter::Impl {
    const deck::Deck& deck;
    std::unordered_set<std::size_t> slides;
    PdfDocument document;
    bool annotates_notes;
    std::unordered_set<std::size_t> begun;  // slides that have a page
    std::map<int, int> outline_of_stack;    // by h: the outline item of its first slide

    Impl(const deck::Deck& a_deck, Size page_size, const std::vector<std::size_t>& selected,
         std::function<void(std::string_view)> sink, PdfDocument::Notes notes)
        : deck(a_deck),
          slides(selected.begin(), selected.end()),
          document(a_deck.file, a_deck.metadata, page_size, std::move(sink), notes),
          annotates_notes(notes == PdfDocument::Notes::kAnnotations) {
        document.set_destination_names([this](int slide) {
            const auto index = static_cast<std::size_t>(slide);
            return slides.contains(index) ? destination_name(deck.slides[index]) : std::string();
        });
    }

    void begin_slide(std::size_t index);
    void add_note(std::size_t index);
    void add_outline_item(const deck::Slide&);
};

// The first slide of a stack stands for the stack; the others are below it.
void PdfWriter::Impl::add_outline_item(const deck::Slide& slide) {
    const auto stack = outline_of_stack.find(slide.index.h);
    const bool is_below = slide.index.in_stack && stack != outline_of_stack.end();
    const int item = document.add_outline_item(is_below ? stack->second : PdfDocument::kOutlineRoot,
                                               outline_title(deck, slide), destination_name(slide));
    outline_of_stack.try_emplace(slide.index.h, item);
}

void PdfWriter::Impl::begin_slide(std::size_t index) {
    if (!begun.insert(index).second) {
        return;
    }
    const deck::Slide& slide = deck.slides[index];
    document.add_destination(destination_name(slide), {0, 0});
    add_outline_item(slide);
}

// On each page of the slide: programs that read them show those of the page they are at.
void PdfWriter::Impl::add_note(std::size_t index) {
    const deck::Slide& slide = deck.slides[index];
    const std::string notes = annotates_notes ? notes_text(slide.notes_html) : "";
    if (!notes.empty()) {
        document.add_note(outline_title(deck, slide), notes);
    }
}

PdfWriter::PdfWriter(const deck::Deck& deck, Size page_size, const std::vector<std::size_t>& slides,
                     std::function<void(std::string_view)> sink, PdfDocument::Notes notes)
    : impl_(std::make_unique<Impl>(deck, page_size, slides, std::move(sink), notes)) {}

PdfWriter::~PdfWriter() = default;

void PdfWriter::add_page(const pages::Page& page) {
    Impl& impl = *impl_;
    impl.document.begin_page(page_label(impl.deck, impl.deck.slides[page.slide]));
    impl.begin_slide(page.slide);
    impl.add_note(page.slide);
    impl.document.draw(*page.content);
    impl.document.end_page();
}

void PdfWriter::finish() {
    impl_->document.finish();
}

}  // namespace ghreveal::exporter
