#include "export/pdf/document/annotations.h"

#include <fmt/format.h>

#include "export/pdf/file/pdf_syntax.h"

namespace ghreveal::exporter {

namespace {

// Of a note's icon, and from the page's edges.
constexpr Pt kIconSize{20};
constexpr Pt kIconMargin{6};

// §12.5.3: links and notes are printed, notes neither grow nor turn with the page.
constexpr int kPrint = 1 << 2;
constexpr int kNoZoomNoRotate = 1 << 3 | 1 << 4;

std::string quad_points(const std::vector<PtRect>& areas, Pt height) {
    std::string points = "/QuadPoints[";
    for (const PtRect& area : areas) {
        const std::string left = number(area.x);
        const std::string right = number(area.right());
        const std::string top = number(height - area.y);
        const std::string bottom = number(height - area.bottom());
        points += fmt::format("{0} {2} {1} {2} {0} {3} {1} {3} ", left, right, top, bottom);
    }
    points.back() = ']';
    return points;
}

// RFC 3986: what may not stand in an address is written as its UTF-8 bytes in hexadecimal.
std::string ascii_address(std::string_view address) {
    std::string result;
    for (const char c : address) {
        const bool is_plain =
            c > 0x20 && c < 0x7F && std::string_view("\"<>()\\").find(c) == std::string_view::npos;
        result +=
            is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

}  // namespace

std::string link_annotation(const LinkAnnotation& link, const AnnotationPlace& place) {
    PtRect bounds = link.areas.front();
    for (const PtRect& area : link.areas) {
        bounds = bounds.united(area);
    }
    std::string object = fmt::format(
        "<</Type/Annot/Subtype/Link/Rect{}/Border[0 0 0]/F {}/StructParent {}/Contents{}",
        rectangle(bounds, place.page.height), kPrint, place.structure_parent,
        text_string(link.description));
    if (link.areas.size() > 1) {
        object += quad_points(link.areas, place.page.height);
    }
    object += link.destination.empty()
                  ? fmt::format("/A<</S/URI/URI{}>>", byte_string(ascii_address(link.address)))
                  : "/Dest" + byte_string(link.destination);
    return object + ">>";
}

std::string note_annotation(const NoteAnnotation& note, const AnnotationPlace& place,
                            int appearance) {
    const PtRect icon{place.page.width - kIconMargin - kIconSize, kIconMargin, kIconSize,
                      kIconSize};
    return fmt::format(
        "<</Type/Annot/Subtype/Text/Rect{}/Contents{}/T{}/NM{}/Name/Note/Open false/F {}"
        "/C[1 .85 .35]/StructParent {}/AP<</N {} 0 R>>>>",
        rectangle(icon, place.page.height), text_string(note.text), text_string(note.title),
        byte_string(note.name), kPrint | kNoZoomNoRotate, place.structure_parent, appearance);
}

std::string note_form_entries() {
    return fmt::format("/Type/XObject/Subtype/Form/BBox[0 0 {0} {0}]/Resources<<>>",
                       number(kIconSize));
}

// A sheet of yellow paper with three lines.
std::string note_form_content() {
    return "1 .85 .35 rg .35 G 1 w 2.5 2.5 15 15 re B\n"
           "5 13.5 m 15 13.5 l 5 10 m 15 10 l 5 6.5 m 12 6.5 l S\n";
}

}  // namespace ghreveal::exporter
