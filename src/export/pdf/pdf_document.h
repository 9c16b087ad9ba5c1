// A PDF document page by page, whatever its pages show: slides, sheets of slides, handouts.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "deck/deck.h"
#include "paint/display_list.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

class PdfDocument {
public:
    // Whether pages may get notes; decided at once, because it needs the whole document at the end.
    enum class Notes { kNone, kAnnotations };

    // `page_size` in px (0.75 pt). Bytes go to `sink` in order; `name` is the deck's, for errors.
    PdfDocument(std::string name, const deck::Metadata&, Size page_size,
                std::function<void(std::string_view)> sink, Notes notes = Notes::kNone);
    ~PdfDocument();

    // What links to a slide lead to; an empty name: nowhere, and the link is left out.
    void set_destination_names(std::function<std::string(int slide)> of_slide);

    void begin_page(const std::string& label);
    // A place on this page that links and the outline can lead to.
    void add_destination(const std::string& name, Point at);
    enum class Links { kKeep, kLeaveOut };
    void draw(const paint::DisplayList&, Links links = Links::kKeep);
    // A text annotation on this page (Notes::kAnnotations).
    void add_note(const std::string& title, const std::string& text);
    // Throws Error when Cairo or the sink reports a failure.
    void end_page();

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
