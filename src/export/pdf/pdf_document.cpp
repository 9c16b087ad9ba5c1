#include "export/pdf/pdf_document.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/format.h>

#include <exception>
#include <vector>

#include "draw/canvas.h"
#include "export/pdf/document_facts.h"
#include "export/pdf/page_labels.h"
#include "export/pdf/pdf_additions.h"
#include "support/error.h"
#include "support/handle.h"

namespace ghreveal::exporter {

namespace {

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using ContextHandle = Handle<cairo_t, cairo_destroy>;

// Whether a document ends with its catalog and its reference table, in plain text; newer versions
// of Cairo pack both.
bool has_plain_end() {
    return cairo_version() < CAIRO_VERSION_ENCODE(1, 17, 0);
}

static_assert(PdfDocument::kOutlineRoot == CAIRO_PDF_OUTLINE_ROOT);

}  // namespace

struct PdfDocument::Impl {
    std::string name;
    std::function<void(std::string_view)> sink;
    std::exception_ptr sink_failure;

    // With additions the document is collected, and goes to the sink when it is complete; without,
    // its end is.
    bool is_collected;
    bool is_ending = false;
    std::string collected;
    std::size_t passed_on = 0;  // bytes that went to the sink
    PdfAdditions additions;
    std::vector<std::string> labels;  // of the pages

    draw::Canvas canvas{draw::Output::kPdf};
    SurfaceHandle surface;
    ContextHandle context;

    Impl(std::string document, const deck::Metadata&, Size page_size,
         std::function<void(std::string_view)> a_sink, Notes notes);

    static cairo_status_t write(void* self, const unsigned char* bytes, unsigned int count);
    void write_metadata(const deck::Metadata&);
    void check() const;
    void pass_on(std::string_view bytes);
};

// The sink's exception cannot pass through Cairo, and Cairo 1.16 does not survive every write error
// it is told of: what comes after a failure is dropped, and check() throws the exception again.
cairo_status_t PdfDocument::Impl::write(void* self, const unsigned char* bytes,
                                        unsigned int count) {
    auto& impl = *static_cast<Impl*>(self);
    const std::string_view view(reinterpret_cast<const char*>(bytes), count);
    if (impl.is_collected || impl.is_ending) {
        impl.collected += view;
    } else {
        impl.pass_on(view);
    }
    return CAIRO_STATUS_SUCCESS;
}

void PdfDocument::Impl::pass_on(std::string_view bytes) {
    passed_on += bytes.size();
    if (!sink_failure) {
        try {
            sink(bytes);
        } catch (...) {
            sink_failure = std::current_exception();
        }
    }
}

PdfDocument::Impl::Impl(std::string document, const deck::Metadata& metadata, Size page_size,
                        std::function<void(std::string_view)> a_sink, Notes notes)
    : name(std::move(document)),
      sink(std::move(a_sink)),
      is_collected(notes == Notes::kAnnotations || !metadata.language.empty() || !has_plain_end()),
      surface(cairo_pdf_surface_create_for_stream(write, this, to_pt(page_size.width).value,
                                                  to_pt(page_size.height).value)),
      context(cairo_create(surface.get())) {
    // What is drawn is in px.
    cairo_scale(context.get(), to_pt(1).value, to_pt(1).value);
    write_metadata(metadata);
    additions.language = metadata.language;
}

void PdfDocument::Impl::write_metadata(const deck::Metadata& metadata) {
    // Left out when empty: without this Cairo would write the time of the run as the date.
    const auto set = [this](cairo_pdf_metadata_t key, const std::string& value) {
        cairo_pdf_surface_set_metadata(surface.get(), key, value.empty() ? nullptr : value.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, plain_text(metadata.title));
    set(CAIRO_PDF_METADATA_AUTHOR, plain_text(metadata.author));
    set(CAIRO_PDF_METADATA_SUBJECT, plain_text(metadata.subject));
    set(CAIRO_PDF_METADATA_KEYWORDS, fmt::format("{}", fmt::join(metadata.keywords, ", ")));
    set(CAIRO_PDF_METADATA_CREATOR, "ghreveal " GHREVEAL_VERSION);
    set(CAIRO_PDF_METADATA_CREATE_DATE, document_date(metadata));
}

void PdfDocument::Impl::check() const {
    if (sink_failure) {
        std::rethrow_exception(sink_failure);
    }
    cairo_status_t status = cairo_status(context.get());
    if (status == CAIRO_STATUS_SUCCESS) {
        status = cairo_surface_status(surface.get());
    }
    if (status != CAIRO_STATUS_SUCCESS) {
        throw Error({name, 0}, std::string("cannot write PDF: ") + cairo_status_to_string(status));
    }
}

PdfDocument::PdfDocument(std::string name, const deck::Metadata& metadata, Size page_size,
                         std::function<void(std::string_view)> sink, Notes notes)
    : impl_(std::make_unique<Impl>(std::move(name), metadata, page_size, std::move(sink), notes)) {}

// Cairo ends an unfinished document by writing its rest; who asked for it may be gone by then.
PdfDocument::~PdfDocument() {
    impl_->sink = [](std::string_view) {};
}

void PdfDocument::set_destination_names(std::function<std::string(int slide)> of_slide) {
    impl_->canvas.set_destination_names(std::move(of_slide));
}

// The paper comes before any tag: Cairo 1.16 forgets the tags begun on a page when the first thing
// drawn after them is a picture.
void PdfDocument::begin_page(const std::string& label) {
    cairo_set_source_rgb(impl_->context.get(), 1, 1, 1);
    cairo_paint(impl_->context.get());
    impl_->labels.push_back(label);
}

void PdfDocument::add_destination(const std::string& name, Point at) {
    const std::string attributes =
        fmt::format("name='{}' x={} y={}", name, to_pt(at.x).value, to_pt(at.y).value);
    cairo_tag_begin(impl_->context.get(), CAIRO_TAG_DEST, attributes.c_str());
    cairo_tag_end(impl_->context.get(), CAIRO_TAG_DEST);
}

// A document with links needs a structure: Cairo 1.16 refers to one that it does not write when
// links are its only tags. One section a page also says that all of it is content.
void PdfDocument::draw(const paint::DisplayList& content, Links links) {
    cairo_tag_begin(impl_->context.get(), "Sect", "");
    impl_->canvas.draw(content, impl_->context.get());
    cairo_tag_end(impl_->context.get(), "Sect");
    if (links == Links::kKeep) {
        impl_->canvas.write_links(impl_->context.get());
    }
}

void PdfDocument::add_note(const std::string& title, const std::string& text) {
    impl_->additions.notes.push_back({impl_->labels.size() - 1, title, text});
}

void PdfDocument::end_page() {
    cairo_show_page(impl_->context.get());
    impl_->check();
}

int PdfDocument::add_outline_item(int parent, const std::string& title,
                                  const std::string& destination) {
    const std::string target = fmt::format("dest='{}'", destination);
    return cairo_pdf_surface_add_outline(impl_->surface.get(), parent, title.c_str(),
                                         target.c_str(), static_cast<cairo_pdf_outline_flags_t>(0));
}

void PdfDocument::finish() {
    Impl& impl = *impl_;
    impl.is_ending = true;
    cairo_surface_finish(impl.surface.get());
    impl.check();
    const std::string tree = page_label_tree(impl.labels);
    if (has_plain_end()) {
        impl.collected = with_catalog_entry(impl.collected, impl.passed_on, "/PageLabels " + tree);
    } else {
        impl.additions.page_labels = tree;
    }
    if (impl.is_collected) {
        impl.collected = with_additions(impl.collected, impl.additions);
    }
    impl.pass_on(impl.collected);
    impl.check();
}

}  // namespace ghreveal::exporter
