#include "text/faces/variable_font.h"

#include <ft2build.h>

#include <algorithm>
#include FT_FREETYPE_H
#include FT_MULTIPLE_MASTERS_H

#include <cmath>
#include <fstream>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/handle.h"
#include "text/faces/opened_face.h"

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

// Of a font file its table directory is read, which tells without unpacking it whether there are
// axes (OpenType's "Organization of an OpenType Font", WOFF 1.0 §4, WOFF 2.0 §4 and §5).
class TableDirectory {
public:
    explicit TableDirectory(std::string_view file) : file_(file) {}

    // True where it cannot be told.
    bool may_have_axes() const {
        return file_.starts_with("wOFF")   ? has_tag(44, 20, 12)
               : file_.starts_with("wOF2") ? has_tag_in_woff2()
               : is_plain()                ? has_tag(12, 16, 4)
                                           : true;
    }

private:
    static constexpr std::string_view kAxes = "fvar";

    bool is_plain() const {
        using namespace std::string_view_literals;
        return file_.starts_with("\0\1\0\0"sv) || file_.starts_with("OTTO") ||
               file_.starts_with("true");
    }
    unsigned byte(std::size_t at) const {
        return at < file_.size() ? static_cast<unsigned char>(file_[at]) : 0;
    }
    unsigned count(std::size_t at) const { return byte(at) << 8U | byte(at + 1); }

    bool has_tag(std::size_t first, std::size_t entry_size, std::size_t count_at) const {
        const std::size_t end = first + count(count_at) * entry_size;
        for (std::size_t at = first; at < end && at < file_.size(); at += entry_size) {
            if (file_.substr(at, kAxes.size()) == kAxes) {
                return true;
            }
        }
        return end > file_.size();
    }

    bool has_tag_in_woff2() const {
        constexpr unsigned kAxesIndex = 47;
        constexpr unsigned kGlyphs = 10;
        constexpr unsigned kLocations = 11;
        constexpr unsigned kWritten = 63;  // the tag follows
        std::size_t at = 48;
        for (unsigned left = count(12); left > 0; --left) {
            const unsigned index = byte(at) & 63U;
            const unsigned transform = byte(at) >> 6U;
            ++at;
            if (index == kAxesIndex ||
                (index == kWritten && file_.substr(at, kAxes.size()) == kAxes)) {
                return true;
            }
            at += index == kWritten ? kAxes.size() : 0;
            at = after_number(at);
            const bool is_transformed =
                index == kGlyphs || index == kLocations ? transform == 0 : transform != 0;
            at = is_transformed ? after_number(at) : at;
        }
        return at > file_.size();
    }

    // UIntBase128: all bytes but the last have their highest bit set.
    std::size_t after_number(std::size_t at) const {
        while ((byte(at) & 0x80U) != 0) {
            ++at;
        }
        return at + 1;
    }

    std::string_view file_;
};

std::string beginning_of(const FaceDescriptor& face) {
    constexpr std::size_t kLongestDirectory = 4096;
    if (face.bytes) {
        return face.bytes->substr(0, kLongestDirectory);
    }
    std::string beginning(kLongestDirectory, '\0');
    std::ifstream file(face.path, std::ios::binary);
    file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(file.gcount()));
    return beginning;
}

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
    if (!TableDirectory(beginning_of(face)).may_have_axes()) {
        return std::nullopt;
    }
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
