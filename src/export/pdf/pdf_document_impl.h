// What a PDF that is being written consists of, for the files that make it.
#pragma once

#include <cairo-pdf.h>
#include <cairo.h>

#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "draw/canvas.h"
#include "export/pdf/document/annotations.h"
#include "export/pdf/document/metadata.h"
#include "export/pdf/document/outline.h"
#include "export/pdf/file/cairo_document.h"
#include "export/pdf/pdf_document.h"
#include "support/handle.h"

namespace ghreveal::exporter {

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using ContextHandle = Handle<cairo_t, cairo_destroy>;

// A place on a page that links lead to.
struct Destination {
    std::size_t page;
    PtPoint at;
};

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
    void add_link_contents(std::string& content, std::size_t marks);
    std::string mark_page(std::string_view content, const FormBox&);
    void write_annotations();
    std::string destination_tree() const;
    void write_mathml_of_formulas();
    std::string output_intent();
    std::string catalog();
};

}  // namespace ghreveal::exporter
