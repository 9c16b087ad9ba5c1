// The fonts an export may use: bundled ones and those named by @font-face, opened lazily; the
// system's only when a glyph is missing.
#pragma once

#include <memory>
#include <vector>

#include "text/font.h"

namespace ghreveal::text {

class FontBook {
public:
    FontBook();
    ~FontBook();
    FontBook(FontBook&&) noexcept;
    FontBook& operator=(FontBook&&) noexcept;

    // Registers a face; the file is not opened yet. A later face of the same family, weight and
    // slant replaces the earlier one (CSS Fonts 4 §4.1).
    void add_face(FaceDescriptor);
    bool has_family(std::string_view family) const;
    // Opens the face's file. Whoever did not write it should ask before adding it: adding a file
    // that cannot be opened makes its use an Error.
    bool can_open(const FaceDescriptor&);

    // The first font of the list that exists, matched by CSS Fonts 4 §5.2 (weight, slant).
    // A family list without any known family gives the last resort, DejaVu Sans.
    Font primary_font(const FontSpec&);
    // The fonts to try for a character, in order: the families' and then the last resorts.
    // nullptr face when none of ours has the glyph (then system_font_for is asked).
    Font font_for(const FontSpec&, char32_t);
    // A font of the system's that has the character, by Fontconfig; without a face when there is
    // none. What it gives depends on the machine: only for what the bundled fonts lack.
    Font system_font_for(const FontSpec&, char32_t);
    // A font with the character as a picture in colour: one of the families, or the system's.
    Font emoji_font_for(const FontSpec&, char32_t);
    // Of the primary font; cached.
    const FontMetrics& metrics(const FontSpec&);
    // Of this very font; cached.
    const FontMetrics& metrics(const Font&);
    // The face of a file found by fallback (Fontconfig), opened once.
    const Face& face_of_file(const std::filesystem::path&, int index);

    struct Impl;
    Impl& impl() { return *impl_; }

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::text
