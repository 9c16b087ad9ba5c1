#include "export/pdf/pdf_document.h"

#include <fmt/format.h>

#include <filesystem>
#include <vector>

#include "export/pdf/document/document_facts.h"
#include "export/pdf/file/pdf_syntax.h"
#include "export/pdf/file/stored_streams.h"
#include "export/pdf/pdf_document_impl.h"
#include "export/pdf/structure/html_elements.h"
#include "support/error.h"

namespace ghreveal::exporter {

namespace {

// A document in an unknown language is no accessible one; most decks that do not say theirs are in
// English.
constexpr std::string_view kDefaultLanguage = "en";

DocumentInfo info_of(const std::string& name, const deck::Metadata& metadata) {
    std::string title = plain_text(metadata.title);
    if (title.empty()) {
        title = std::filesystem::path(name).stem().string();
    }
    return {std::move(title),
            plain_text(metadata.author),
            plain_text(metadata.subject),
            metadata.keywords,
            metadata.language.empty() ? std::string(kDefaultLanguage) : metadata.language,
            document_date(metadata)};
}

}  // namespace

cairo_status_t PdfDocument::Impl::write(void* self, const unsigned char* bytes,
                                        unsigned int count) {
    Impl& impl = *static_cast<Impl*>(self);
    if (impl.write_problem) {
        return CAIRO_STATUS_WRITE_ERROR;
    }
    try {
        impl.pages.add({reinterpret_cast<const char*>(bytes), count});
        return CAIRO_STATUS_SUCCESS;
    } catch (...) {
        impl.write_problem = std::current_exception();
        return CAIRO_STATUS_WRITE_ERROR;
    }
}

PdfDocument::Impl::Impl(std::string deck, const deck::Metadata& metadata,
                        const PdfDocumentOptions& chosen,
                        std::function<void(std::string_view)> sink)
    : name(std::move(deck)),
      info(info_of(name, metadata)),
      options(chosen),
      page_size(to_pt(chosen.page_size)),
      file(std::move(sink)),
      pages(file, chosen.format.archival == Archival::kNone ? Interpolation::kKeep
                                                            : Interpolation::kLeaveOut),
      reading(chosen.tagged_step),
      canvas(draw::Output::kPdf, chosen.format.image_dpi),
      surface(cairo_pdf_surface_create_for_stream(write, this, page_size.width.value,
                                                  page_size.height.value)),
      context(cairo_create(surface.get())) {
    // Newer versions of Cairo pack objects, but for readers that do not know what that is.
    if (cairo_version() >= CAIRO_VERSION_ENCODE(1, 17, 0)) {
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
    }
    // What is drawn is in px.
    cairo_scale(context.get(), to_pt(1).value, to_pt(1).value);
}

void PdfDocument::Impl::check() const {
    if (write_problem) {
        std::rethrow_exception(write_problem);
    }
    cairo_status_t status = cairo_status(context.get());
    if (status == CAIRO_STATUS_SUCCESS) {
        status = cairo_surface_status(surface.get());
    }
    if (status != CAIRO_STATUS_SUCCESS) {
        throw Error({name, 0}, std::string("cannot write PDF: ") + cairo_status_to_string(status));
    }
}

PdfDocument::PdfDocument(std::string name, const deck::Metadata& metadata,
                         const PdfDocumentOptions& options,
                         std::function<void(std::string_view)> sink)
    : impl_(std::make_unique<Impl>(std::move(name), metadata, options, std::move(sink))) {}

PdfDocument::~PdfDocument() = default;

void PdfDocument::set_destination_names(std::function<std::string(int slide)> of_slide) {
    impl_->destination_of_slide = std::move(of_slide);
}

Reading& PdfDocument::reading() {
    return impl_->reading;
}

std::size_t PdfDocument::next_page() const {
    return impl_->labels.size();
}

void PdfDocument::begin_page(const std::string& label) {
    impl_->labels.push_back(label);
    impl_->page_entries.emplace_back();
}

void PdfDocument::add_destination(const std::string& name, Point at) {
    impl_->destinations.try_emplace(name, Destination{impl_->page(), to_pt(at)});
}

void PdfDocument::add_page_entry(std::string_view entry) {
    impl_->page_entries.back().append(entry);
}

void PdfDocument::Impl::draw_paper() {
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
}

draw::DrawnPage PdfDocument::Impl::draw_list(const paint::DisplayList& list) {
    canvas.draw(list, context.get());
    return canvas.take_drawn();
}

void PdfDocument::draw(const paint::DisplayList& content, Links links) {
    impl_->draw_paper();
    draw::DrawnPage page = impl_->draw_list(content);
    impl_->drawn = std::move(page.content);
    if (links == Links::kKeep) {
        impl_->add_links(page.links);
    }
}

// Cairo draws it as a page, of which there is but the content. A recording that Cairo makes a form
// of costs on each page that shows it as much time as what is in it.
const PdfDocument::Impl::Repeated& PdfDocument::Impl::form_of(const RepeatedPartPtr& part) {
    const auto known = repeated.find(part);
    if (known != repeated.end()) {
        return known->second;
    }
    Repeated made;
    if (part->items != nullptr) {
        if (part->begins_page) {
            draw_paper();
        }
        made.links = draw_list(*part->items).links;
        show_page();
        made.form = pages.take_form();
    } else {
        const Repeated& first = form_of(part->first);
        const Repeated& second = form_of(part->second);
        made.links = first.links;
        made.links.insert(made.links.end(), second.links.begin(), second.links.end());
        made.form = pages.form_of_two(first.form, second.form);
    }
    return repeated.emplace(part, std::move(made)).first->second;
}

void PdfDocument::draw(const PageParts& parts) {
    for (const RepeatedPartPtr& part : parts.repeated) {
        const Impl::Repeated& shown = impl_->form_of(part);
        impl_->forms.push_back(shown.form);
        impl_->add_links(shown.links);
    }
    if (parts.repeated.empty()) {
        impl_->draw_paper();
    }
    draw::DrawnPage page = impl_->draw_list(*parts.own);
    impl_->drawn = std::move(page.content);
    impl_->add_links(page.links);
}

void PdfDocument::drop_repeated() {
    impl_->repeated.clear();
}

// What runs off the page leads nowhere: nobody sees it, nor is it read.
std::vector<PtRect> PdfDocument::Impl::areas_on_page(const draw::DrawnLink& link) const {
    std::vector<PtRect> areas;
    for (const Rect& area : link.areas) {
        const PtRect placed = of_surface(area);
        if (placed.x < page_size.width && placed.right() > Pt{0} && placed.y < page_size.height &&
            placed.bottom() > Pt{0}) {
            areas.push_back(placed);
        }
    }
    return areas;
}

void PdfDocument::Impl::add_links(const std::vector<draw::DrawnLink>& links) {
    for (const draw::DrawnLink& link : links) {
        const bool is_inside = link.slide >= 0;
        const std::string destination =
            is_inside && destination_of_slide ? destination_of_slide(link.slide) : "";
        if (is_inside && destination.empty()) {
            continue;
        }
        const std::vector<PtRect> areas = areas_on_page(link);
        if (areas.empty()) {
            continue;
        }
        std::string description =
            link.node != nullptr && link.node->is_element("a") ? words_of(*link.node) : "";
        if (description.empty() && link.node != nullptr) {
            description = label_of(*link.node);
        }
        if (description.empty()) {
            description = is_inside ? destination : link.address;
        }
        annotations.push_back(
            {page(), reading.link_of(link.node, description),
             LinkAnnotation{areas, link.address, destination, std::move(description)}});
    }
}

void PdfDocument::add_note(const std::string& title, const std::string& text,
                           StructureTree::Element parent) {
    impl_->annotations.push_back(
        {impl_->page(), impl_->reading.tree().add(parent, "Annot"),
         NoteAnnotation{title, text, fmt::format("notes-{}", impl_->page() + 1)}});
}

std::string PdfDocument::Impl::mark_page(std::string_view content, const FormBox& form_box) {
    MarkedContent marked = mark_content(content, reading.pieces_of(drawn, page()), form_box);
    for (std::size_t mark = 0; mark < marked.slots.size(); ++mark) {
        reading.tree().add_mark(marked.slots[mark], page(), static_cast<int>(mark));
    }
    add_link_contents(marked.bytes, marked.slots.size());
    return std::move(marked.bytes);
}

// A link has to have content (PDF/UA-1 §7.18.5), also one that shows nothing but a background, a
// blank, or the mark of a missing picture, none of which can be marked: it gets a sequence in which
// nothing is drawn. Its element says what it is called.
void PdfDocument::Impl::add_link_contents(std::string& content, std::size_t marks) {
    StructureTree& tree = reading.tree();
    for (auto at = annotations.rbegin(); at != annotations.rend() && at->page == page(); ++at) {
        if (std::holds_alternative<LinkAnnotation>(at->what) &&
            !reading.has_content(at->element, page())) {
            content += fmt::format("\n/Link<</MCID {}>>BDC EMC", marks);
            tree.add_mark(tree.add_slot(at->element), page(), static_cast<int>(marks++));
        }
    }
}

void PdfDocument::Impl::show_page() {
    const StoredStreams stored;
    cairo_show_page(context.get());
    check();
}

void PdfDocument::end_page() {
    Impl& impl = *impl_;
    impl.show_page();
    const auto marked = [&impl](std::string_view content, const FormBox& form_box) {
        return impl.mark_page(content, form_box);
    };
    impl.pages.take_page(marked, impl.forms);
    impl.drawn.clear();
    impl.forms.clear();
}

int PdfDocument::add_outline_item(int parent, const std::string& title,
                                  const std::string& destination) {
    impl_->outline.push_back({parent, title, destination});
    return static_cast<int>(impl_->outline.size());
}

void PdfDocument::attach(Attachment attachment) {
    impl_->attachments.push_back(std::move(attachment));
}

void PdfDocument::associate_mathml(std::unique_ptr<math::MathmlWriter> writer) {
    impl_->mathml = std::move(writer);
}

}  // namespace ghreveal::exporter
