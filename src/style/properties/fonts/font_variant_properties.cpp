// What is asked of a font's features and axes (CSS Fonts 4 §6 to §8).
#include <algorithm>
#include <array>

#include "style/properties/properties.h"
#include "style/properties/text_style.h"

namespace ghreveal::style {

namespace {

using text::Capitals;
using text::font_tag;
using text::FontFeatures;
using text::FontSettings;

// A keyword stands for one or two features; those of one group exclude each other.
struct FeatureKeyword {
    std::string_view name;
    int group;
    std::uint32_t tag;
    double value = 1;
    std::uint32_t second_tag = 0;
};

constexpr std::array<FeatureKeyword, 8> kLigatures{{
    {"common-ligatures", 0, font_tag('l', 'i', 'g', 'a'), 1, font_tag('c', 'l', 'i', 'g')},
    {"no-common-ligatures", 0, font_tag('l', 'i', 'g', 'a'), 0, font_tag('c', 'l', 'i', 'g')},
    {"discretionary-ligatures", 1, font_tag('d', 'l', 'i', 'g')},
    {"no-discretionary-ligatures", 1, font_tag('d', 'l', 'i', 'g'), 0},
    {"historical-ligatures", 2, font_tag('h', 'l', 'i', 'g')},
    {"no-historical-ligatures", 2, font_tag('h', 'l', 'i', 'g'), 0},
    {"contextual", 3, font_tag('c', 'a', 'l', 't')},
    {"no-contextual", 3, font_tag('c', 'a', 'l', 't'), 0},
}};

constexpr std::array<FeatureKeyword, 8> kNumerals{{
    {"lining-nums", 0, font_tag('l', 'n', 'u', 'm')},
    {"oldstyle-nums", 0, font_tag('o', 'n', 'u', 'm')},
    {"proportional-nums", 1, font_tag('p', 'n', 'u', 'm')},
    {"tabular-nums", 1, font_tag('t', 'n', 'u', 'm')},
    {"diagonal-fractions", 2, font_tag('f', 'r', 'a', 'c')},
    {"stacked-fractions", 2, font_tag('a', 'f', 'r', 'c')},
    {"ordinal", 3, font_tag('o', 'r', 'd', 'n')},
    {"slashed-zero", 4, font_tag('z', 'e', 'r', 'o')},
}};

constexpr std::array<FeatureKeyword, 9> kEastAsian{{
    {"jis78", 0, font_tag('j', 'p', '7', '8')},
    {"jis83", 0, font_tag('j', 'p', '8', '3')},
    {"jis90", 0, font_tag('j', 'p', '9', '0')},
    {"jis04", 0, font_tag('j', 'p', '0', '4')},
    {"simplified", 0, font_tag('s', 'm', 'p', 'l')},
    {"traditional", 0, font_tag('t', 'r', 'a', 'd')},
    {"full-width", 1, font_tag('f', 'w', 'i', 'd')},
    {"proportional-width", 1, font_tag('p', 'w', 'i', 'd')},
    {"ruby", 2, font_tag('r', 'u', 'b', 'y')},
}};

constexpr std::array<FeatureKeyword, 2> kPositions{{
    {"sub", 0, font_tag('s', 'u', 'b', 's')},
    {"super", 0, font_tag('s', 'u', 'p', 's')},
}};

constexpr Keyword<Capitals> kCapitals[]{
    {"small-caps", Capitals::kSmall},   {"all-small-caps", Capitals::kAllSmall},
    {"petite-caps", Capitals::kPetite}, {"all-petite-caps", Capitals::kAllPetite},
    {"unicase", Capitals::kUnicase},    {"titling-caps", Capitals::kTitling}};

FontFeatures features_of(const TextStyle& text) {
    return text.font_features.value ? *text.font_features.value : FontFeatures();
}

void set_features(StyleBuilder& style, FontFeatures features) {
    if (features == features_of(style.text.get())) {
        return;
    }
    style.text.edit().font_features.value =
        features == FontFeatures() ? nullptr
                                   : std::make_shared<const FontFeatures>(std::move(features));
}

// Several of the keywords, none that another excludes.
class KeywordSet {
public:
    explicit KeywordSet(std::span<const FeatureKeyword> keywords) : keywords_(keywords) {}

    bool read(ValueReader& reader) {
        for (const FeatureKeyword& keyword : keywords_) {
            const auto bit = 1U << keyword.group;
            if ((groups_ & bit) == 0 && reader.read_ident(keyword.name)) {
                groups_ |= bit;
                settings_.push_back({keyword.tag, keyword.value});
                if (keyword.second_tag != 0) {
                    settings_.push_back({keyword.second_tag, keyword.value});
                }
                return true;
            }
        }
        return false;
    }
    const FontSettings& settings() const { return settings_; }

private:
    std::span<const FeatureKeyword> keywords_;
    unsigned groups_ = 0;
    FontSettings settings_;
};

template <auto Member>
bool read_keywords(StyleBuilder& style, ValueReader& reader,
                   std::span<const FeatureKeyword> keywords) {
    KeywordSet set(keywords);
    if (!reader.read_ident("normal")) {
        while (set.read(reader)) {
        }
        if (set.settings().empty()) {
            return false;
        }
    }
    FontFeatures features = features_of(style.text.get());
    features.*Member = set.settings();
    set_features(style, std::move(features));
    return true;
}

// `none`: no ligature of any kind.
FontSettings no_ligatures() {
    FontSettings settings;
    for (const FeatureKeyword& keyword : kLigatures) {
        if (keyword.value == 0) {
            settings.push_back({keyword.tag, 0});
            if (keyword.second_tag != 0) {
                settings.push_back({keyword.second_tag, 0});
            }
        }
    }
    return settings;
}

bool read_ligatures(StyleBuilder& style, ValueReader& reader) {
    if (reader.read_ident("none")) {
        FontFeatures features = features_of(style.text.get());
        features.ligatures = no_ligatures();
        set_features(style, std::move(features));
        return true;
    }
    return read_keywords<&FontFeatures::ligatures>(style, reader, kLigatures);
}

bool read_capitals(StyleBuilder& style, ValueReader& reader) {
    const auto capitals = reader.read_ident("normal") ? std::optional(Capitals::kNormal)
                                                      : read_keyword(reader, kCapitals);
    if (capitals) {
        FontFeatures features = features_of(style.text.get());
        features.capitals = *capitals;
        set_features(style, std::move(features));
    }
    return capitals.has_value();
}

// The longhands of `font-variant` in any order.
bool read_font_variant(StyleBuilder& style, ValueReader& reader) {
    reset_font_variants(style);
    FontFeatures features = features_of(style.text.get());
    if (reader.read_ident("normal")) {
        return true;
    }
    if (reader.read_ident("none")) {
        features.ligatures = no_ligatures();
        set_features(style, std::move(features));
        return true;
    }
    KeywordSet ligatures(kLigatures), numerals(kNumerals), east_asian(kEastAsian),
        position(kPositions);
    bool has_any = false;
    while (!reader.at_end()) {
        const auto capitals =
            features.capitals == Capitals::kNormal ? read_keyword(reader, kCapitals) : std::nullopt;
        features.capitals = capitals.value_or(features.capitals);
        if (!capitals && !ligatures.read(reader) && !numerals.read(reader) &&
            !east_asian.read(reader) && !position.read(reader)) {
            return false;
        }
        has_any = true;
    }
    features.ligatures = ligatures.settings();
    features.numerals = numerals.settings();
    features.east_asian = east_asian.settings();
    features.position = position.settings();
    set_features(style, std::move(features));
    return has_any;
}

bool read_kerning(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kKinds[]{{"auto", true}, {"normal", true}, {"none", false}};
    const auto has_kerning = read_keyword(reader, kKinds);
    if (has_kerning) {
        FontFeatures features = features_of(style.text.get());
        features.has_kerning = *has_kerning;
        set_features(style, std::move(features));
    }
    return has_kerning.has_value();
}

// Four characters of ASCII, in quotes.
std::optional<std::uint32_t> read_tag(ValueReader& reader) {
    const auto name = reader.read_string();
    const auto is_printable = [](char c) { return c >= ' ' && c <= '~'; };
    if (!name || name->size() != 4 || !std::all_of(name->begin(), name->end(), is_printable)) {
        return std::nullopt;
    }
    return font_tag((*name)[0], (*name)[1], (*name)[2], (*name)[3]);
}

bool read_feature_settings(StyleBuilder& style, ValueReader& reader) {
    FontFeatures features = features_of(style.text.get());
    features.settings.clear();
    if (!reader.read_ident("normal")) {
        do {
            const auto tag = read_tag(reader);
            if (!tag) {
                return false;
            }
            const bool is_off = reader.read_ident("off");
            const bool is_on = !is_off && reader.read_ident("on");
            const int value = is_off ? 0 : is_on ? 1 : reader.read_integer().value_or(1);
            if (value < 0) {
                return false;
            }
            features.settings.push_back({*tag, static_cast<double>(value)});
        } while (reader.read_comma());
    }
    set_features(style, std::move(features));
    return true;
}

bool read_variation_settings(StyleBuilder& style, ValueReader& reader) {
    FontSettings settings;
    if (!reader.read_ident("normal")) {
        do {
            const auto tag = read_tag(reader);
            const auto value = tag ? reader.read_number() : std::nullopt;
            if (!value) {
                return false;
            }
            settings.push_back({*tag, *value});
        } while (reader.read_comma());
    }
    const auto& current = style.text.get().font.variations;
    if (current ? *current != settings : !settings.empty()) {
        style.text.edit().font.variations =
            settings.empty() ? nullptr : std::make_shared<const FontSettings>(std::move(settings));
    }
    return true;
}

// `none | [ weight || style || small-caps || position ]`: the last two are not told apart from what
// is always done.
bool read_synthesis(StyleBuilder& style, ValueReader& reader) {
    constexpr std::string_view kParts[]{"weight", "style", "small-caps", "position"};
    unsigned seen = 0;
    const bool is_none = reader.read_ident("none");
    while (!is_none && !reader.at_end()) {
        unsigned part = 0;
        while (part < std::size(kParts) && !reader.read_ident(kParts[part])) {
            ++part;
        }
        if (part == std::size(kParts) || (seen & 1U << part) != 0) {
            return false;
        }
        seen |= 1U << part;
    }
    text::FontSpec& font = style.text.edit().font;
    font.synthesizes_weight = (seen & 1U) != 0;
    font.synthesizes_style = (seen & 2U) != 0;
    return is_none || seen != 0;
}

template <auto Member>
bool read_synthesized(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kKinds[]{{"auto", true}, {"none", false}};
    const auto is_made = read_keyword(reader, kKinds);
    style.text.edit().font.*Member = is_made.value_or(true);
    return is_made.has_value();
}

template <auto Member>
void copy_feature(StyleBuilder& style, const ComputedStyle& from) {
    FontFeatures features = features_of(style.text.get());
    features.*Member = features_of(from.text()).*Member;
    set_features(style, std::move(features));
}

constexpr Property kProperties[]{
    {"font-variant", true, Phase::kFontAndDirection, read_font_variant,
     [](StyleBuilder& style, const ComputedStyle& from) {
         FontFeatures features = features_of(from.text());
         features.settings = features_of(style.text.get()).settings;
         features.has_kerning = features_of(style.text.get()).has_kerning;
         set_features(style, std::move(features));
     }},
    {"font-variant-caps", true, Phase::kFontAndDirection, read_capitals,
     copy_feature<&FontFeatures::capitals>},
    {"font-variant-ligatures", true, Phase::kFontAndDirection, read_ligatures,
     copy_feature<&FontFeatures::ligatures>},
    {"font-variant-numeric", true, Phase::kFontAndDirection,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_keywords<&FontFeatures::numerals>(style, reader, kNumerals);
     },
     copy_feature<&FontFeatures::numerals>},
    {"font-variant-east-asian", true, Phase::kFontAndDirection,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_keywords<&FontFeatures::east_asian>(style, reader, kEastAsian);
     },
     copy_feature<&FontFeatures::east_asian>},
    {"font-variant-position", true, Phase::kFontAndDirection,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_keywords<&FontFeatures::position>(style, reader, kPositions);
     },
     copy_feature<&FontFeatures::position>},
    {"font-kerning", true, Phase::kFontAndDirection, read_kerning,
     copy_feature<&FontFeatures::has_kerning>},
    {"font-feature-settings", true, Phase::kFontAndDirection, read_feature_settings,
     copy_feature<&FontFeatures::settings>},
    {"font-synthesis", true, Phase::kFontAndDirection, read_synthesis,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font.synthesizes_weight = from.text().font.synthesizes_weight;
         style.text.edit().font.synthesizes_style = from.text().font.synthesizes_style;
     }},
    {"font-synthesis-weight", true, Phase::kFontAndDirection,
     read_synthesized<&text::FontSpec::synthesizes_weight>,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font.synthesizes_weight = from.text().font.synthesizes_weight;
     }},
    {"font-synthesis-style", true, Phase::kFontAndDirection,
     read_synthesized<&text::FontSpec::synthesizes_style>,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font.synthesizes_style = from.text().font.synthesizes_style;
     }},
    {"font-variation-settings", true, Phase::kFontAndDirection, read_variation_settings,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().font.variations = from.text().font.variations;
     }},
};

}  // namespace

void reset_font_variants(StyleBuilder& style) {
    FontFeatures features;
    features.settings = features_of(style.text.get()).settings;
    features.has_kerning = features_of(style.text.get()).has_kerning;
    set_features(style, std::move(features));
}

void set_small_caps(StyleBuilder& style) {
    FontFeatures features = features_of(style.text.get());
    features.capitals = Capitals::kSmall;
    set_features(style, std::move(features));
}

std::span<const Property> font_variant_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
