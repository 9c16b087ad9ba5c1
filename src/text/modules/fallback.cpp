// The module in which Pango takes text apart into scripts and emoji, and finds fonts for them among
// the machine's. Shaping is not its job (text/run_shaper.h).
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include "support/handle.h"
#include "text/modules/fallback_module.h"

namespace ghreveal::text {

namespace {

// No font's name. Pango asks for the family "emoji" instead where there are emoji, and so the two
// can be told apart.
constexpr const char* kTextFamily = "ghreveal-text";
constexpr int kAnySize = 16;  // files are asked for, but Pango wants to know
// Our own property of patterns, which fonts that are found for them get too.
constexpr const char* kIsEmoji = "ghrevealemoji";

bool is_for_text(const FcPattern* wanted) {
    FcChar8* family = nullptr;
    for (int i = 0; FcPatternGetString(wanted, FC_FAMILY, i, &family) == FcResultMatch; ++i) {
        if (g_str_equal(family, kTextFamily)) {
            return true;
        }
    }
    return false;
}

// Text in outlines, emoji in colours, where there is a choice.
void complete_pattern(FcPattern* wanted, void*) {
    const FcBool is_text = is_for_text(wanted) ? FcTrue : FcFalse;
    FcPatternDel(wanted, FC_COLOR);
    FcPatternAddBool(wanted, FC_COLOR, is_text == FcTrue ? FcFalse : FcTrue);
    if (is_text == FcTrue) {
        FcPatternAddBool(wanted, FC_OUTLINE, FcTrue);
    }
    FcPatternAddBool(wanted, kIsEmoji, is_text == FcTrue ? FcFalse : FcTrue);
}

FcPattern* pattern_of(PangoFont* font) {
    return pango_fc_font_get_pattern(PANGO_FC_FONT(font));
}

int integer_of(const FcPattern* font, const char* property, int otherwise) {
    int value = otherwise;
    return FcPatternGetInteger(font, property, 0, &value) == FcResultMatch ? value : otherwise;
}

bool is_emoji(const FcPattern* font) {
    FcBool value = FcFalse;
    return FcPatternGetBool(font, kIsEmoji, 0, &value) == FcResultMatch && value == FcTrue;
}

FaceDescriptor face_of(const FcPattern* font) {
    FaceDescriptor face;
    FcChar8* file = nullptr;
    if (FcPatternGetString(font, FC_FILE, 0, &file) == FcResultMatch) {
        face.path = reinterpret_cast<const char*>(file);
    }
    face.index = integer_of(font, FC_INDEX, 0);
    face.weight = FcWeightToOpenType(integer_of(font, FC_WEIGHT, FC_WEIGHT_REGULAR));
    const bool is_upright = integer_of(font, FC_SLANT, FC_SLANT_ROMAN) == FC_SLANT_ROMAN;
    face.slant = is_upright ? Slant::kUpright : Slant::kItalic;
    return face;
}

// Joiners, tags and selectors choose among a font's glyphs, and need none of their own.
bool needs_glyph(gunichar c) {
    return g_unichar_type(c) != G_UNICODE_FORMAT && !(c >= 0xFE00 && c <= 0xFE0F);
}

bool has_all(PangoFont* font, std::string_view cluster) {
    const char* const end = cluster.data() + cluster.size();
    for (const char* at = cluster.data(); at < end; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if (needs_glyph(c) && pango_font_has_char(font, c) == FALSE) {
            return false;
        }
    }
    return true;
}

struct Search {
    std::string_view cluster;
    PangoFont* found = nullptr;
};

gboolean take_if_whole(PangoFontset*, PangoFont* font, gpointer data) {
    auto& search = *static_cast<Search*>(data);
    search.found = has_all(font, search.cluster) ? font : nullptr;
    return search.found != nullptr ? TRUE : FALSE;  // ends the search
}

void free_items(GList* items) {
    g_list_free_full(items, [](gpointer item) { pango_item_free(static_cast<PangoItem*>(item)); });
}

class PangoFonts final : public SystemFonts {
public:
    PangoFonts()
        : map_(pango_ft2_font_map_new()), context_(pango_font_map_create_context(map_.get())) {
        pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map_.get()), complete_pattern,
                                                 nullptr, nullptr);
    }

    std::vector<SystemFont> find(const SystemFontQuery&) override;
    std::string script_name(char32_t) const override;

private:
    // The font that Pango chose if it has all of the cluster, else the first one that has.
    SystemFont font_of(const PangoItem&, std::string_view cluster) const;

    Handle<PangoFontMap, g_object_unref> map_;
    Handle<PangoContext, g_object_unref> context_;
};

SystemFont PangoFonts::font_of(const PangoItem& item, std::string_view cluster) const {
    PangoFont* const chosen = item.analysis.font;
    if (chosen == nullptr) {
        return {};
    }
    const bool emoji = is_emoji(pattern_of(chosen));
    if (has_all(chosen, cluster)) {
        return {face_of(pattern_of(chosen)), emoji};
    }
    const bool is_one_character =
        g_utf8_next_char(cluster.data()) == cluster.data() + cluster.size();
    if (emoji || is_one_character) {
        return {{}, emoji};
    }
    const Handle<PangoFontset, g_object_unref> fonts{pango_font_map_load_fontset(
        map_.get(), context_.get(), pango_context_get_font_description(context_.get()),
        item.analysis.language)};
    Search search{cluster};
    pango_fontset_foreach(fonts.get(), take_if_whole, &search);
    return {search.found != nullptr ? face_of(pattern_of(search.found)) : FaceDescriptor{}, false};
}

std::vector<SystemFont> PangoFonts::find(const SystemFontQuery& query) {
    const int length = static_cast<int>(query.text.size());
    std::vector<SystemFont> found(query.clusters.size());
    if (g_utf8_validate(query.text.data(), length, nullptr) == FALSE) {
        return found;
    }
    const Handle<PangoFontDescription, pango_font_description_free> wanted{
        pango_font_description_new()};
    pango_font_description_set_family_static(wanted.get(), kTextFamily);
    pango_font_description_set_absolute_size(wanted.get(), kAnySize * PANGO_SCALE);
    pango_font_description_set_weight(wanted.get(), static_cast<PangoWeight>(query.weight));
    pango_font_description_set_style(
        wanted.get(), query.slant == Slant::kItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_context_set_font_description(context_.get(), wanted.get());
    const Handle<PangoAttrList, pango_attr_list_unref> attributes{pango_attr_list_new()};
    const Handle<GList, free_items> items{
        pango_itemize_with_base_dir(context_.get(), PANGO_DIRECTION_LTR, query.text.data(), 0,
                                    length, attributes.get(), nullptr)};
    const GList* item = items.get();
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::size_t begin = query.clusters[i];
        const std::size_t end = i + 1 < found.size() ? query.clusters[i + 1] : query.text.size();
        const auto ends_before = [&](const GList* one) {
            const auto& stretch = *static_cast<const PangoItem*>(one->data);
            return static_cast<std::size_t>(stretch.offset + stretch.length) <= begin;
        };
        while (item != nullptr && ends_before(item)) {
            item = item->next;
        }
        if (item != nullptr) {
            found[i] = font_of(*static_cast<const PangoItem*>(item->data),
                               query.text.substr(begin, end - begin));
        }
    }
    return found;
}

std::string PangoFonts::script_name(char32_t c) const {
    const GUnicodeScript script = g_unichar_get_script(c);
    if (script == G_UNICODE_SCRIPT_COMMON || script == G_UNICODE_SCRIPT_INHERITED ||
        script == G_UNICODE_SCRIPT_UNKNOWN) {
        return "";
    }
    // Pango's enumeration has the scripts' English names: "canadian-aboriginal".
    const Handle<void, g_type_class_unref> scripts{g_type_class_ref(PANGO_TYPE_SCRIPT)};
    const GEnumValue* value = g_enum_get_value(static_cast<GEnumClass*>(scripts.get()), script);
    if (value == nullptr) {
        const guint32 tag = g_unicode_script_to_iso15924(script);
        return {static_cast<char>(tag >> 24), static_cast<char>(tag >> 16),
                static_cast<char>(tag >> 8), static_cast<char>(tag)};
    }
    std::string name = value->value_nick;
    bool begins_word = true;
    for (char& letter : name) {
        letter = letter == '-' ? ' ' : begins_word ? g_ascii_toupper(letter) : letter;
        begins_word = letter == ' ';
    }
    return name;
}

}  // namespace

}  // namespace ghreveal::text

ghreveal::text::SystemFonts* ghreveal_new_system_fonts() {
    return new ghreveal::text::PangoFonts();
}
