#include "export/pdf/pdf.h"

#include <map>
#include <unordered_set>

#include "export/notes/notes_text.h"
#include "export/pdf/content/repeated_content.h"
#include "export/pdf/document/document_facts.h"
#include "export/pdf/document/transition.h"
#include "export/pdf/file/pdf_syntax.h"

namespace ghreveal::exporter {

namespace {

// Where a slide has no more, its pages are as small when each is drawn by itself.
constexpr int kStepsDrawnWhole = 40;

}  // namespace

struct PdfWriter::Impl {
    const deck::Deck& deck;
    std::unordered_set<std::size_t> slides;
    PdfOptions options;
    PdfDocument document;
    std::unordered_set<std::size_t> begun;  // slides that have a page
    std::map<int, int> outline_of_stack;    // by h: the outline item of its first slide
    std::map<int, StructureTree::Element> part_of_stack;  // by h

    // Pages of one slide that are still to be written, and what they have in common.
    std::size_t slide_of_waiting = 0;
    std::vector<PageParts> waiting;
    RepeatedContent repeated;
    ContentUses uses;

    Impl(const deck::Deck& a_deck, Size page_size, const std::vector<std::size_t>& selected,
         std::function<void(std::string_view)> sink, const PdfOptions& chosen)
        : deck(a_deck),
          slides(selected.begin(), selected.end()),
          options(chosen),
          document(a_deck.file, a_deck.metadata,
                   {page_size, chosen.tagged_step, chosen.fullscreen, chosen.format},
                   std::move(sink)) {
        document.set_destination_names([this](int slide) {
            const auto index = static_cast<std::size_t>(slide);
            return slides.contains(index) ? destination_name(deck.slides[index]) : std::string();
        });
    }

    void begin_slide(std::size_t index);
    void add_outline_item(const deck::Slide&);
    StructureTree::Element add_section(const deck::Slide&);
    PageParts parts_of(const pages::Page&);
    void write_slide();
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
    if (options.transitions) {
        document.add_page_entry(transition_entry(deck, slide));
    }
    add_outline_item(slide);
}

StructureTree::Element PdfWriter::Impl::add_section(const deck::Slide& slide) {
    StructureTree& tree = document.reading().tree();
    StructureTree::Element parent = StructureTree::kDocument;
    if (slide.index.in_stack) {
        const auto [part, is_new] = part_of_stack.try_emplace(slide.index.h, parent);
        if (is_new) {
            part->second = tree.add(StructureTree::kDocument, "Part");
        }
        parent = part->second;
    }
    const StructureTree::Element section = tree.add(parent, "Sect");
    tree.add_entry(section, "/T" + text_string(outline_title(deck, slide)));
    tree.keep(section);
    return section;
}

// What is repeated is decoration: with the tags on the last page that shows a thing, all before it
// would have to be.
PageParts PdfWriter::Impl::parts_of(const pages::Page& page) {
    const bool has_many_pages = deck.slides[page.slide].steps > kStepsDrawnWhole;
    if (!has_many_pages || options.tagged_step != TaggedStep::kFirst) {
        return {{}, page.content};
    }
    return repeated.parts_of(page.content);
}

// What a slide's pages have in common is known when all of them are there.
void PdfWriter::Impl::write_slide() {
    if (waiting.empty()) {
        return;
    }
    const std::size_t index = slide_of_waiting;
    const deck::Slide& slide = deck.slides[index];
    const StructureTree::Element section = add_section(slide);
    if (slide.section != nullptr) {
        document.reading().add(*slide.section, section, uses);
    }
    document.reading().add_other_links(section, uses);
    const std::string notes = options.annotate_notes ? notes_text(slide.notes_html) : "";
    for (const PageParts& page : waiting) {
        document.begin_page(page_label(deck, slide));
        begin_slide(index);
        // On each page of the slide: programs that read notes show those of the page they are at.
        if (!notes.empty()) {
            document.add_note(outline_title(deck, slide), notes, section);
        }
        document.draw(page);
        document.end_page();
    }
    waiting.clear();
    document.drop_repeated();
    repeated = {};
    uses = {};
}

PdfWriter::PdfWriter(const deck::Deck& deck, Size page_size, const std::vector<std::size_t>& slides,
                     std::function<void(std::string_view)> sink, const PdfOptions& options)
    : impl_(std::make_unique<Impl>(deck, page_size, slides, std::move(sink), options)) {}

PdfWriter::~PdfWriter() = default;

void PdfWriter::add_page(const pages::Page& page) {
    if (impl_->slide_of_waiting != page.slide) {
        impl_->write_slide();
        impl_->slide_of_waiting = page.slide;
    }
    add_uses(*page.content, impl_->document.next_page() + impl_->waiting.size(), impl_->uses);
    impl_->waiting.push_back(impl_->parts_of(page));
}

void PdfWriter::associate_mathml(std::unique_ptr<math::MathmlWriter> writer) {
    impl_->document.associate_mathml(std::move(writer));
}

void PdfWriter::attach(Attachment attachment) {
    impl_->document.attach(std::move(attachment));
}

void PdfWriter::finish() {
    impl_->write_slide();
    impl_->document.finish();
}

}  // namespace ghreveal::exporter
