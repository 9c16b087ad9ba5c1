#include "text/variable_font.h"

#include <ft2build.h>

#include <algorithm>
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H

#include <cmath>
#include <new>
#include <optional>
#include <vector>

#include "support/handle.h"
#include "text/opened_face.h"

namespace ghreveal::text {

namespace {

// Browsers' italics of a font that slants by degrees.
constexpr double kItalicAngle = -14;

double from_fixed(FT_Fixed value) {
    return static_cast<double>(value) / 65536;
}

struct Axes {
    FT_Library library = nullptr;
    FT_MM_Var* axes = nullptr;

    explicit Axes(FT_Face face) : library(face->glyph->library) {
        if (FT_HAS_MULTIPLE_MASTERS(face) && FT_Get_MM_Var(face, &axes) != 0) {
            axes = nullptr;
        }
    }
    Axes(const Axes&) = delete;
    Axes& operator=(const Axes&) = delete;
    ~Axes() {
        if (axes != nullptr) {
            FT_Done_MM_Var(library, axes);
        }
    }
    std::size_t size() const { return axes == nullptr ? 0 : axes->num_axis; }
    const FT_Var_Axis& at(std::size_t i) const { return axes->axis[i]; }
};

double within(double value, double first, double last) {
    return std::clamp(value, first, std::max(first, last));
}

// What the properties ask of an axis; nothing of one that they do not know.
std::optional<double> asked_of(std::uint32_t tag, const FaceDescriptor& face,
                               const FontSpec& spec) {
    const bool is_italic = spec.slant == Slant::kItalic && face.slant == Slant::kItalic;
    switch (tag) {
        case font_tag('w', 'g', 'h', 't'):
            return within(spec.weight, face.weight, face.last_weight);
        case font_tag('w', 'd', 't', 'h'):
            return within(spec.stretch, face.stretch, face.last_stretch);
        case font_tag('o', 'p', 's', 'z'):  // `font-optical-sizing: auto`
            return spec.size;
        case font_tag('i', 't', 'a', 'l'):
            return is_italic ? 1 : 0;
        case font_tag('s', 'l', 'n', 't'):
            return is_italic ? std::optional(kItalicAngle) : std::nullopt;
        default:
            return std::nullopt;
    }
}

}  // namespace

FontSettings variations_for(const FT_FaceRec_& file, const FaceDescriptor& face,
                            const FontSpec& spec) {
    const Axes axes(const_cast<FT_FaceRec_*>(&file));
    FontSettings places;
    bool is_moved = false;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const FT_Var_Axis& axis = axes.at(i);
        const auto tag = static_cast<std::uint32_t>(axis.tag);
        const double usual = from_fixed(axis.def);
        double place = asked_of(tag, face, spec).value_or(usual);
        if (spec.variations) {
            for (const FontSetting& setting : *spec.variations) {
                place = setting.tag == tag ? setting.value : place;
            }
        }
        place = std::clamp(place, from_fixed(axis.minimum), from_fixed(axis.maximum));
        is_moved = is_moved || place != usual;
        places.push_back({tag, place});
    }
    return is_moved ? places : FontSettings();
}

std::optional<std::pair<double, double>> axis_range(const FaceDescriptor& face, std::uint32_t tag) {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) {
        throw std::bad_alloc();
    }
    const Handle<FT_LibraryRec_, FT_Done_FreeType> freetype{library};
    const OpenedFace opened(library, face);
    const Axes axes(opened.freetype());
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const FT_Var_Axis& axis = axes.at(i);
        if (static_cast<std::uint32_t>(axis.tag) == tag) {
            return std::pair(from_fixed(axis.minimum), from_fixed(axis.maximum));
        }
    }
    return std::nullopt;
}

void set_variations(FT_FaceRec_* face, const FontSettings& places) {
    const Axes axes(face);
    std::vector<FT_Fixed> coordinates;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const FT_Var_Axis& axis = axes.at(i);
        const auto place = std::find_if(places.begin(), places.end(), [&](const FontSetting& one) {
            return one.tag == static_cast<std::uint32_t>(axis.tag);
        });
        coordinates.push_back(place == places.end()
                                  ? axis.def
                                  : static_cast<FT_Fixed>(std::lround(place->value * 65536)));
    }
    FT_Set_Var_Design_Coordinates(face, static_cast<FT_UInt>(coordinates.size()),
                                  coordinates.data());
}

}  // namespace ghreveal::text
