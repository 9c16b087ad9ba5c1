// <switch> and <foreignObject>, which librsvg leaves out: diagrams have their labels in them.
#pragma once

#include <libxml/tree.h>

namespace ghreveal::media {

// SVG 2 §5.9: of a switch's children the first whose conditions hold stays; the switch becomes a
// group.
void keep_first_fitting(xmlNode* switch_element);

// Turns a foreignObject into a group with its HTML's text as SVG text, broken into lines that fit
// about, in the size, colour and alignment that its elements' styles ask for. Gives the group.
xmlNode* as_text(xmlNode* foreign_object);

}  // namespace ghreveal::media
