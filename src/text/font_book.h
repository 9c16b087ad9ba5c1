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
    // slant replaces the earlier one (CSS Fonts 4 §4.1), but for characters that it does not cover.
    void add_face(FaceDescriptor);
    // The bundled face of a full or PostScript name, as `local()` asks for it: "Lato Bold",
    // "Lato-Bold".
    std::optional<FaceDescriptor> local_face(std::string_view name) const;
    // Which font of a collection file has the PostScript name, as an address's fragment says it;
    // the first one when none has.
    int member_of_collection(const std::filesystem::path&, std::string_view name);
    bool has_family(std::string_view family) const;
    // Opens the face's file. Whoever did not write it should ask before adding it: adding a file
    // that cannot be opened makes its use an Error.
    bool can_open(const FaceDescriptor&);

    // The family of text whose list has no known one, as a browser's setting names it. Without one:
    // the last resort, DejaVu Sans.
    void set_standard_family(std::string_view family);

    // The first font of the list that exists, matched by CSS Fonts 4 §5.2 (weight, slant).
    Font primary_font(const FontSpec&);
    // Those that text may come from, in order: those of each family, then the last resort. One that
    // turns out not to be there has no face.
    std::size_t font_count(const FontSpec&);
    Font font(const FontSpec&, std::size_t index);
    // Whether the one at `index` is there for all of the text's characters (`unicode-range`).
    bool covers(const FontSpec&, std::size_t index, std::string_view utf8);
    // Whether some of them are there for some characters only.
    bool has_ranges(const FontSpec&);

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
