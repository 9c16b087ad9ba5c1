// A PDF document page by page, whatever its pages show: slides, sheets of slides, handouts. Cairo
// draws the pages; what they say and how they belong together is written around them.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "deck/deck.h"
#include "draw/canvas.h"
#include "export/pdf/content/repeated_content.h"
#include "export/pdf/document/attachments.h"
#include "export/pdf/pdf_options.h"
#include "export/pdf/structure/reading.h"
#include "math/mathml_writer.h"
#include "paint/display_list.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

struct PdfDocumentOptions {
    Size page_size;
    TaggedStep tagged_step = TaggedStep::kFirst;
    bool fullscreen = false;  // viewers show it so when they open it
    PdfFormat format{};
};

class PdfDocument {
public:
    // Bytes go to `sink` in order; `name` is the deck's, for errors, and the title of one without.
    PdfDocument(std::string name, const deck::Metadata&, const PdfDocumentOptions&,
                std::function<void(std::string_view)> sink);
    ~PdfDocument();

    // What links to a slide lead to; an empty name: nowhere, and the link is left out.
    void set_destination_names(std::function<std::string(int slide)> of_slide);

    Reading& reading();
    // The number of the page that is begun next, from 0.
    std::size_t next_page() const;

    void begin_page(const std::string& label);
    // A place on this page that links and the outline can lead to.
    void add_destination(const std::string& name, Point at);
    enum class Links { kKeep, kLeaveOut };
    void draw(const paint::DisplayList&, Links links = Links::kKeep);
    // What pages repeat is drawn once, and is no content of them: not marked. It is kept until no
    // page to come has it.
    void draw(const PageParts&);
    void drop_repeated();
    // Of the page's dictionary, "/Key value".
    void add_page_entry(std::string_view entry);
    // A text annotation on this page, which belongs to the element.
    void add_note(const std::string& title, const std::string& text, StructureTree::Element);
    // Throws Error when Cairo or the sink reports a failure.
    void end_page();

    // Only documents of PDF/A-3 may have any.
    void attach(Attachment);
    // Each formula is associated with what the writer makes of it, which makes an archival document
    // one of PDF/A-3: earlier ones have no files in them.
    void associate_mathml(std::unique_ptr<math::MathmlWriter>);

    static constexpr int kOutlineRoot = 0;
    // Gives the item's number, for items below it.
    int add_outline_item(int parent, const std::string& title, const std::string& destination);
    // Throws Error when Cairo or the sink reports a failure.
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::exporter
