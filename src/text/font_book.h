// The fonts an export may use: bundled ones and those named by @font-face, opened lazily; the
// system's only when a glyph is missing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
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

    // The family of text whose list has no known one, as a browser's setting names it. Without one:
    // the last resort, DejaVu Sans.
    void set_standard_family(std::string_view family);

    // The first font of the list that exists, matched by CSS Fonts 4 §5.2 (weight, slant).
    Font primary_font(const FontSpec&);
    // Those that text may come from, in order: one a family, then the last resort. Nothing beyond
    // the last one.
    std::optional<Font> font(const FontSpec&, std::size_t index);

    struct SystemChoice {
        Font font;              // without a face: there is none
        bool is_emoji = false;  // shown as a picture in colour, which the font has
    };
    // Fonts of the system's for the clusters of a text, given by where they begin (Pango and
    // Fontconfig). What they are depends on the machine: only for what the bundled fonts lack.
    std::vector<SystemChoice> system_fonts(const FontSpec&, std::string_view text,
                                           std::vector<std::size_t> clusters);
    // English, for messages; empty for what belongs to no script.
    std::string script_name(char32_t);
    // Of the primary font; cached.
    const FontMetrics& metrics(const FontSpec&);
    // Of this very font; cached.
    const FontMetrics& metrics(const Font&);

    struct Impl;
    Impl& impl() { return *impl_; }

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::text
