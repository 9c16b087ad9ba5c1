#include "media/formats/modules/svg/svg_fonts.h"

#include <fontconfig/fontconfig.h>
// Needs what the one above declares.
#include <fontconfig/fcfreetype.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <set>

#include "support/ascii.h"
#include "support/handle.h"

namespace ghreveal::media {

namespace {

using Configuration = Handle<FcConfig, FcConfigDestroy>;
using Pattern = Handle<FcPattern, FcPatternDestroy>;
using FontMap = Handle<PangoFontMap, g_object_unref>;

// What text is in that names no family, or none of ours, and where its letters may be found else.
constexpr const char* kLastResorts[] = {"serif", "sans-serif"};

struct Face {
    std::string family;
    std::string file;
    int weight = 400;
    bool is_italic = false;
};

std::string between(const std::string& line, std::string_view start, char end) {
    const std::size_t at = line.find(start);
    const std::size_t from = at + start.size();
    return at == std::string::npos ? "" : line.substr(from, line.find(end, from) - from);
}

// Our own sheets have a rule a line.
std::vector<Face> faces_in(const std::vector<std::string>& sheets) {
    std::vector<Face> faces;
    for (const std::string& sheet : sheets) {
        std::ifstream file(sheet);
        const std::filesystem::path folder = std::filesystem::path(sheet).parent_path();
        for (std::string line; std::getline(file, line);) {
            if (line.starts_with("@font-face")) {
                faces.push_back(
                    {between(line, "font-family: \"", '"'),
                     (folder / between(line, "url(\"", '"')).lexically_normal().string(),
                     std::atoi(between(line, "font-weight: ", ';').c_str()),
                     line.find("italic") != std::string::npos});
            }
        }
    }
    return faces;
}

// Configurations are made once and shared by all threads' font maps.
class FontStore {
public:
    SvgFonts choose(const SvgText& text, const std::vector<std::string>& sheets);
    FcConfig* configuration(const std::string& key) {
        const std::lock_guard lock(mutex_);
        const auto known = fonts_.find(key);
        return known == fonts_.end() ? nullptr : known->second.get();
    }

private:
    void add_faces(FcConfig*, const std::set<std::string>& families) const;

    std::mutex mutex_;
    std::vector<Face> faces_;
    std::map<std::string, Configuration> fonts_;
};

Pattern pattern_of(const Face& face) {
    int count = 0;
    Pattern pattern{
        FcFreeTypeQuery(reinterpret_cast<const FcChar8*>(face.file.c_str()), 0, nullptr, &count)};
    if (pattern) {
        FcPatternDel(pattern.get(), FC_FAMILY);
        FcPatternAddString(pattern.get(), FC_FAMILY,
                           reinterpret_cast<const FcChar8*>(face.family.c_str()));
        FcPatternDel(pattern.get(), FC_WEIGHT);
        FcPatternAddInteger(pattern.get(), FC_WEIGHT, FcWeightFromOpenType(face.weight));
        FcPatternDel(pattern.get(), FC_SLANT);
        FcPatternAddInteger(pattern.get(), FC_SLANT,
                            face.is_italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    }
    return pattern;
}

bool is_wanted(const Face& face, const std::set<std::string>& families) {
    return families.contains(ascii::lower_case(face.family));
}

void FontStore::add_faces(FcConfig* configuration, const std::set<std::string>& families) const {
    for (const Face& face : faces_) {
        if (!is_wanted(face, families)) {
            continue;
        }
        FcFontSet* set = FcConfigGetFonts(configuration, FcSetApplication);
        if (set == nullptr) {  // made by the first file that is added
            FcConfigAppFontAddFile(configuration,
                                   reinterpret_cast<const FcChar8*>(face.file.c_str()));
            set = FcConfigGetFonts(configuration, FcSetApplication);
        }
        Pattern pattern = set != nullptr ? pattern_of(face) : nullptr;
        if (pattern && FcFontSetAdd(set, pattern.get()) == FcTrue) {
            static_cast<void>(pattern.release());
        }
    }
}

// Names that no face has end in a family that is there.
void add_last_resort(FcConfig* configuration) {
    constexpr const char* kRule =
        "<?xml version=\"1.0\"?><fontconfig><match target=\"pattern\">"
        "<edit name=\"family\" mode=\"append_last\"><string>serif</string></edit>"
        "</match></fontconfig>";
    FcConfigParseAndLoadFromMemory(configuration, reinterpret_cast<const FcChar8*>(kRule), FcFalse);
}

bool cover(FcConfig* configuration, const std::u32string& characters) {
    const FcFontSet* set = FcConfigGetFonts(configuration, FcSetApplication);
    const auto has = [set](char32_t character) {
        for (int i = 0; set != nullptr && i < set->nfont; ++i) {
            FcCharSet* covered = nullptr;
            if (FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &covered) == FcResultMatch &&
                FcCharSetHasChar(covered, character) == FcTrue) {
                return true;
            }
        }
        return false;
    };
    return std::all_of(characters.begin(), characters.end(), [&](char32_t character) {
        return character <= 0x20 || character == 0xA0 || has(character);
    });
}

std::string joined(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names) {
        text += name + "\n";
    }
    return text;
}

SvgFonts FontStore::choose(const SvgText& text, const std::vector<std::string>& sheets) {
    const std::lock_guard lock(mutex_);
    if (faces_.empty()) {
        faces_ = faces_in(sheets);
    }
    std::set<std::string> families(std::begin(kLastResorts), std::end(kLastResorts));
    for (const Face& face : faces_) {
        const std::string name = ascii::lower_case(face.family);
        if (std::find(text.families.begin(), text.families.end(), name) != text.families.end()) {
            families.insert(name);
        }
    }
    const std::string key = joined(families);
    Configuration& ours = fonts_[key];
    if (!ours) {
        ours.reset(FcConfigCreate());
        add_faces(ours.get(), families);
        add_last_resort(ours.get());
    }
    if (cover(ours.get(), text.characters)) {
        return {key, false};
    }
    Configuration& all = fonts_[key + "system"];
    if (!all) {
        all.reset(FcInitLoadConfigAndFonts());
        add_faces(all.get(), families);
    }
    return {key + "system", true};
}

FontStore& store() {
    static FontStore fonts;
    return fonts;
}

}  // namespace

SvgFonts choose_fonts(const SvgText& text, const std::vector<std::string>& sheets) {
    return text.characters.empty() ? SvgFonts{} : store().choose(text, sheets);
}

void use_fonts(const SvgFonts& fonts) {
    thread_local std::string used;
    if (fonts.key.empty() || fonts.key == used) {
        return;
    }
    FcConfig* configuration = store().configuration(fonts.key);
    const FontMap map{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), configuration);
    pango_cairo_font_map_set_default(PANGO_CAIRO_FONT_MAP(map.get()));
    used = fonts.key;
}

}  // namespace ghreveal::media
