// Links and notes on a page (PDF 32000-1 §12.5), in the order that the structure has them in.
#pragma once

#include <string>
#include <vector>

#include "export/pdf/file/pt_geometry.h"

namespace ghreveal::exporter {

struct LinkAnnotation {
    std::vector<PtRect> areas;
    std::string address;      // outside the document
    std::string destination;  // inside it
    std::string description;
};

struct NoteAnnotation {
    std::string title;
    std::string text;
    std::string name;  // unlike all others on the page
};

struct AnnotationPlace {
    PtSize page;
    int structure_parent = 0;
};

std::string link_annotation(const LinkAnnotation&, const AnnotationPlace&);

// Closed, in the page's upper right corner; `appearance`: the form that it is drawn by.
std::string note_annotation(const NoteAnnotation&, const AnnotationPlace&, int appearance);

// The entries and the content of the form that notes are drawn by.
std::string note_form_entries();
std::string note_form_content();

}  // namespace ghreveal::exporter
