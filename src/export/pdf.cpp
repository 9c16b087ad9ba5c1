#include "export/pdf.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/format.h>

#include <exception>
#include <map>
#include <unordered_set>

#include "export/document_facts.h"
#include "paint/canvas.h"
#include "support/error.h"
#include "support/handle.h"

namespace ghreveal::exporter {

namespace {

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using ContextHandle = Handle<cairo_t, cairo_destroy>;

constexpr double kPointsPerPx = 0.75;

// The name of a slide's destination; a PDF viewer opens deck.pdf#slide-2/1 there.
std::string destination_name(const deck::Slide& slide) {
    return "slide-" + deck::to_string(slide.index);
}

}  // namespace

struct PdfWriter::Impl {
    const deck::Deck& deck;
    Size page_size;
    std::unordered_set<std::size_t> slides;
    std::function<void(std::string_view)> sink;
    std::exception_ptr sink_failure;

    paint::Canvas canvas{paint::Output::kPdf};
    SurfaceHandle surface;
    ContextHandle context;
    std::unordered_set<std::size_t> begun;  // slides that have a page
    std::map<int, int> outline_of_stack;    // by h: the outline item of its first slide

    Impl(const deck::Deck& a_deck, Size size, std::vector<std::size_t> selected,
         std::function<void(std::string_view)> a_sink);

    static cairo_status_t write(void* self, const unsigned char* bytes, unsigned int count);
    void write_metadata();
    void draw_paper();
    void begin_slide(std::size_t index);
    void add_outline(const deck::Slide&);
    void check() const;
};

// The sink's exception cannot pass through Cairo, and Cairo 1.16 does not survive every write error
// it is told of: what comes after a failure is dropped, and check() throws the exception again.
cairo_status_t PdfWriter::Impl::write(void* self, const unsigned char* bytes, unsigned int count) {
    auto& impl = *static_cast<Impl*>(self);
    if (!impl.sink_failure) {
        try {
            impl.sink(std::string_view(reinterpret_cast<const char*>(bytes), count));
        } catch (...) {
            impl.sink_failure = std::current_exception();
        }
    }
    return CAIRO_STATUS_SUCCESS;
}

PdfWriter::Impl::Impl(const deck::Deck& a_deck, Size size, std::vector<std::size_t> selected,
                      std::function<void(std::string_view)> a_sink)
    : deck(a_deck),
      page_size(size),
      slides(selected.begin(), selected.end()),
      sink(std::move(a_sink)),
      surface(cairo_pdf_surface_create_for_stream(write, this, size.width * kPointsPerPx,
                                                  size.height * kPointsPerPx)),
      context(cairo_create(surface.get())) {
    cairo_scale(context.get(), kPointsPerPx, kPointsPerPx);
    write_metadata();
    canvas.set_destination_names([this](int slide) {
        const auto index = static_cast<std::size_t>(slide);
        return slides.contains(index) ? destination_name(deck.slides[index]) : std::string();
    });
}

void PdfWriter::Impl::write_metadata() {
    // Left out when empty: without this Cairo would write the time of the run as the date.
    const auto set = [this](cairo_pdf_metadata_t key, const std::string& value) {
        cairo_pdf_surface_set_metadata(surface.get(), key, value.empty() ? nullptr : value.c_str());
    };
    const deck::Metadata& metadata = deck.metadata;
    set(CAIRO_PDF_METADATA_TITLE, plain_text(metadata.title));
    set(CAIRO_PDF_METADATA_AUTHOR, plain_text(metadata.author));
    set(CAIRO_PDF_METADATA_SUBJECT, plain_text(metadata.subject));
    set(CAIRO_PDF_METADATA_KEYWORDS, fmt::format("{}", fmt::join(metadata.keywords, ", ")));
    set(CAIRO_PDF_METADATA_CREATOR, "ghreveal " GHREVEAL_VERSION);
    set(CAIRO_PDF_METADATA_CREATE_DATE, document_date(metadata));
}

// The first slide of a stack stands for the stack; the others are below it.
void PdfWriter::Impl::add_outline(const deck::Slide& slide) {
    const auto stack = outline_of_stack.find(slide.index.h);
    const bool is_below = slide.index.in_stack && stack != outline_of_stack.end();
    const int parent = is_below ? stack->second : CAIRO_PDF_OUTLINE_ROOT;
    const std::string target = fmt::format("dest='{}'", destination_name(slide));
    const int item =
        cairo_pdf_surface_add_outline(surface.get(), parent, outline_title(deck, slide).c_str(),
                                      target.c_str(), static_cast<cairo_pdf_outline_flags_t>(0));
    outline_of_stack.try_emplace(slide.index.h, item);
}

// Before any tag: Cairo 1.16 forgets the tags begun on a page when the first thing drawn after
// them is a picture.
void PdfWriter::Impl::draw_paper() {
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
}

void PdfWriter::Impl::begin_slide(std::size_t index) {
    if (!begun.insert(index).second) {
        return;
    }
    const deck::Slide& slide = deck.slides[index];
    const std::string name = fmt::format("name='{}' x=0 y=0", destination_name(slide));
    cairo_tag_begin(context.get(), CAIRO_TAG_DEST, name.c_str());
    cairo_tag_end(context.get(), CAIRO_TAG_DEST);
    add_outline(slide);
}

void PdfWriter::Impl::check() const {
    if (sink_failure) {
        std::rethrow_exception(sink_failure);
    }
    cairo_status_t status = cairo_status(context.get());
    if (status == CAIRO_STATUS_SUCCESS) {
        status = cairo_surface_status(surface.get());
    }
    if (status != CAIRO_STATUS_SUCCESS) {
        throw Error({deck.file, 0},
                    std::string("cannot write PDF: ") + cairo_status_to_string(status));
    }
}

PdfWriter::PdfWriter(const deck::Deck& deck, Size page_size, std::vector<std::size_t> slides,
                     std::function<void(std::string_view)> sink)
    : impl_(std::make_unique<Impl>(deck, page_size, std::move(slides), std::move(sink))) {}

// Cairo ends an unfinished document by writing its rest; who asked for it may be gone by then.
PdfWriter::~PdfWriter() {
    impl_->sink = [](std::string_view) {};
}

void PdfWriter::add_page(const Page& page) {
    Impl& impl = *impl_;
    impl.draw_paper();
    impl.begin_slide(page.slide);
    cairo_pdf_surface_set_page_label(impl.surface.get(),
                                     page_label(impl.deck, impl.deck.slides[page.slide]).c_str());
    // A document with links needs a structure: Cairo 1.16 refers to one that it does not write when
    // links are its only tags. One section a page also says that all of it is content.
    cairo_tag_begin(impl.context.get(), "Sect", "");
    impl.canvas.draw(page.content, impl.context.get());
    cairo_tag_end(impl.context.get(), "Sect");
    impl.canvas.write_links(impl.context.get());
    cairo_show_page(impl.context.get());
    impl.check();
}

void PdfWriter::finish() {
    cairo_surface_finish(impl_->surface.get());
    impl_->check();
}

}  // namespace ghreveal::exporter
