#include "export/pdf/pdf_document.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <map>
#include <variant>
#include <vector>

#include "draw/canvas.h"
#include "export/pdf/document/annotations.h"
#include "export/pdf/document/colour_profile.h"
#include "export/pdf/document/document_facts.h"
#include "export/pdf/document/metadata.h"
#include "export/pdf/document/outline.h"
#include "export/pdf/document/page_labels.h"
#include "export/pdf/file/cairo_document.h"
#include "export/pdf/file/pdf_syntax.h"
#include "export/pdf/file/stored_streams.h"
#include "export/pdf/structure/html_elements.h"
#include "support/error.h"
#include "support/handle.h"

namespace ghreveal::exporter {

namespace {

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using ContextHandle = Handle<cairo_t, cairo_destroy>;

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

struct Destination {
    std::size_t page;
    PtPoint at;
};

}  // namespace

struct PdfDocument::Impl {
    std::string name;
    DocumentInfo info;
    PdfDocumentOptions options;
    PtSize page_size;
    std::function<std::string(int slide)> destination_of_slide;

    PdfFile file;
    CairoDocument pages;
    Reading reading;
    draw::Canvas canvas;
    SurfaceHandle surface;
    ContextHandle context;

    struct Annotation {
        std::size_t page;
        StructureTree::Element element;
        std::variant<LinkAnnotation, NoteAnnotation> what;
    };
    std::vector<draw::DrawnContent> drawn;  // of the page that is being drawn
    std::vector<int> forms;                 // that it shows below that
    // What a part that pages repeat has become.
    struct Repeated {
        int form = 0;
        std::vector<draw::DrawnLink> links;
    };
    std::map<RepeatedPartPtr, Repeated> repeated;
    std::vector<std::string> page_entries;  // of each page
    std::vector<Annotation> annotations;
    std::vector<std::string> labels;
    std::map<std::string, Destination> destinations;
    std::vector<OutlineItem> outline;
    std::vector<Attachment> attachments;
    std::unique_ptr<math::MathmlWriter> mathml;
    // What went wrong while Cairo wrote: nothing may be thrown through it.
    std::exception_ptr write_problem;

    Impl(std::string deck, const deck::Metadata&, const PdfDocumentOptions&,
         std::function<void(std::string_view)> sink);

    static cairo_status_t write(void* self, const unsigned char* bytes, unsigned int count);
    void check() const;
    std::size_t page() const { return labels.size() - 1; }
    void draw_paper();
    draw::DrawnPage draw_list(const paint::DisplayList&);
    const Repeated& form_of(const RepeatedPartPtr&);
    void show_page();
    std::vector<PtRect> areas_on_page(const draw::DrawnLink&) const;
    void add_links(const std::vector<draw::DrawnLink>&);
    std::string mark_page(std::string_view content, const FormBox&);
    void write_annotations();
    std::string destination_tree() const;
    void write_mathml_of_formulas();
    std::string output_intent();
    std::string catalog();
};

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
        if (description.empty()) {
            description = is_inside ? destination : link.address;
        }
        annotations.push_back(
            {page(), reading.link_of(link.node),
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
    return std::move(marked.bytes);
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

// An annotation and its element name each other.
void PdfDocument::Impl::write_annotations() {
    int note_form = 0;
    std::vector<std::string> references(labels.size());
    for (const Annotation& annotation : annotations) {
        const int object = file.new_object();
        const AnnotationPlace place{
            page_size, reading.tree().add_annotation(annotation.element, annotation.page, object)};
        if (const auto* link = std::get_if<LinkAnnotation>(&annotation.what)) {
            file.add(object, link_annotation(*link, place));
        } else {
            if (note_form == 0) {
                note_form = file.new_object();
                file.write_compressed(note_form, note_form_entries(), note_form_content());
            }
            file.add(object,
                     note_annotation(std::get<NoteAnnotation>(annotation.what), place, note_form));
        }
        references[annotation.page] += reference(object) + " ";
    }
    for (std::size_t i = 0; i < references.size(); ++i) {
        page_entries[i] += fmt::format("/StructParents {}/Tabs/S", i);
        if (!references[i].empty()) {
            page_entries[i] += "/Annots[" + references[i] + "]";
        }
    }
}

// Names in their order (§7.9.6).
std::string PdfDocument::Impl::destination_tree() const {
    std::string tree = "<</Names[";
    for (const auto& [destination, place] : destinations) {
        tree += fmt::format("{}[{} 0 R/XYZ {} {} 0]", byte_string(destination),
                            pages.pages().at(place.page), number(place.at.x),
                            number(page_size.height - place.at.y));
    }
    return tree + "]>>";
}

void PdfDocument::Impl::write_mathml_of_formulas() {
    if (!mathml) {
        return;
    }
    std::map<std::string, int> files;  // by what is in them
    for (const FormulaElement& formula : reading.formulas()) {
        const std::string& text = mathml->mathml_of(formula.formula);
        if (text.empty()) {
            continue;
        }
        const auto [associated, is_new] = files.try_emplace(text);
        if (is_new) {
            associated->second = write_mathml(text, file);
        }
        reading.tree().add_entry(formula.element, "/AF[" + reference(associated->second) + "]");
        if (options.format.archival != Archival::kNone) {
            options.format.archival = Archival::kPdfA3;
        }
    }
}

// All colours are those of sRGB.
std::string PdfDocument::Impl::output_intent() {
    if (options.format.archival == Archival::kNone) {
        return "";
    }
    const int profile = file.new_object();
    file.write_compressed(profile, "/N 3", srgb_profile());
    return fmt::format(
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        "/Info(sRGB IEC61966-2.1)/DestOutputProfile {} 0 R>>]",
        profile);
}

std::string PdfDocument::Impl::catalog() {
    const int metadata = file.new_object();
    file.write_stream(metadata, "/Type/Metadata/Subtype/XML",
                      xmp_packet(info, options.format.archival));
    const int structure = reading.tree().write(file, pages.pages());
    const int outline_root = write_outline(outline, file);
    std::string entries = fmt::format(
        "<</Type/Catalog/Pages {} 0 R/Lang{}/MarkInfo<</Marked true>>/StructTreeRoot {} 0 R"
        "/Metadata {} 0 R/PageLabels {}",
        pages.page_tree(), text_string(info.language), structure, metadata,
        page_label_tree(labels));
    if (outline_root != 0) {
        entries += fmt::format("/Outlines {} 0 R", outline_root);
    }
    const AttachmentEntries attached = write_attachments(attachments, file);
    entries += attached.catalog + output_intent();
    std::string names = attached.names;
    if (!destinations.empty()) {
        names += fmt::format("/Dests {} 0 R", file.add(destination_tree()));
    }
    if (!names.empty()) {
        entries += "/Names<<" + names + ">>";
    }
    const std::string_view mode = options.fullscreen  ? "/FullScreen"
                                  : outline_root != 0 ? "/UseOutlines"
                                                      : "/UseNone";
    // Beside a full screen: what there is when it is left.
    const std::string_view after = options.fullscreen ? "/NonFullScreenPageMode/UseOutlines" : "";
    return entries +
           fmt::format("/PageMode{}/ViewerPreferences<</DisplayDocTitle true{}>>>>", mode, after);
}

void PdfDocument::attach(Attachment attachment) {
    impl_->attachments.push_back(std::move(attachment));
}

void PdfDocument::associate_mathml(std::unique_ptr<math::MathmlWriter> writer) {
    impl_->mathml = std::move(writer);
}

void PdfDocument::finish() {
    Impl& impl = *impl_;
    cairo_surface_finish(impl.surface.get());
    impl.check();
    // Numbers of Cairo's come first.
    impl.pages.take_rest();
    impl.write_annotations();
    impl.write_mathml_of_formulas();
    impl.pages.finish(impl.page_entries);
    const int catalog = impl.file.add(impl.catalog());
    const int info = impl.file.add(info_dictionary(impl.info));
    impl.file.finish(fmt::format("/Root {} 0 R/Info {} 0 R", catalog, info));
}

}  // namespace ghreveal::exporter
