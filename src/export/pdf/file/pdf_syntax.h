// PDF's objects as text (PDF 32000-1 §7.3).
#pragma once

#include <string>
#include <string_view>

#include "export/pdf/file/pt_geometry.h"

namespace ghreveal::exporter {

// "12 0 R"
std::string reference(int object);

// A text string (§7.9.2.2): as it is where it is ASCII, else UTF-16 with its mark, in hexadecimal.
std::string text_string(std::string_view utf8);

// A byte string in brackets.
std::string byte_string(std::string_view bytes);

// "/Name", with what has a meaning of its own in hexadecimal.
std::string name_object(std::string_view name);

// At most `decimals` of them, and none that say nothing.
std::string number(double value, int decimals = 2);
std::string number(Pt);

// The rectangle, whose y is from the page's top, as PDF wants it.
std::string rectangle(const PtRect&, Pt page_height);

}  // namespace ghreveal::exporter
