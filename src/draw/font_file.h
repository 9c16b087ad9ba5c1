// A font file opened by FreeType for drawing. Cairo keeps font faces in caches of its own that
// outlive the Canvas and the FontBook, and finds them by their FreeType face's address: so it gets
// faces of its own, which live as long.
#pragma once

#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <filesystem>
#include <memory>

#include "support/handle.h"
#include "text/font.h"

namespace ghreveal::draw {

struct FontFile {
    Handle<FT_LibraryRec_, FT_Done_FreeType> library;
    text::FontBytes bytes;  // of a file in memory, for the face to read
    FT_Face face = nullptr;

    FontFile() = default;
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;
    ~FontFile();
};

// Throws Error when the file is not a font. `index`: within a collection file.
std::unique_ptr<FontFile> open_font_file(const std::filesystem::path&, int index,
                                         const text::FontBytes& = {});
// A variable font is the instance that the face is.
std::unique_ptr<FontFile> open_font_file(const text::Face&);

// As Cairo draws it; the face owns the file.
cairo_font_face_t* create_cairo_font(std::unique_ptr<FontFile>);

}  // namespace ghreveal::draw
