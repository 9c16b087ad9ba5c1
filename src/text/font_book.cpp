#include "text/font_book.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "support/ascii.h"
#include "support/error.h"
#include "support/file.h"
#include "support/module.h"
#include "support/unicode/utf8.h"
#include "text/faces/font_matching.h"
#include "text/font_book_impl.h"
#include "text/modules/fallback_module.h"

namespace ghreveal::text {

namespace {

// Bold is faked from this asked weight on, when the face itself is lighter than it.
constexpr int kBoldThreshold = 600;

FT_Library initialise_freetype() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) {
        throw Error({}, "FreeType cannot be initialised");
    }
    return library;
}

}  // namespace

bool FontSpec::operator==(const FontSpec& other) const {
    const bool same_families =
        families == other.families || (families && other.families && *families == *other.families);
    const bool same_variations =
        variations == other.variations ||
        (variations && other.variations && *variations == *other.variations);
    return same_families && size == other.size && weight == other.weight && slant == other.slant &&
           stretch == other.stretch && same_variations && size_adjust == other.size_adjust &&
           synthesizes_weight == other.synthesizes_weight &&
           synthesizes_style == other.synthesizes_style;
}

bool FaceDescriptor::covers(char32_t c) const {
    return unicode_range.empty() || std::any_of(unicode_range.begin(), unicode_range.end(),
                                                [&](const CodePointRange& range) {
                                                    return c >= range.first && c <= range.last;
                                                });
}

FontBook::Impl::Impl() : freetype(initialise_freetype()) {}

const OpenedFace& FontBook::Impl::open(const FaceDescriptor& descriptor,
                                       const FontSettings& variations) {
    std::vector<OpenedFile>& opened = files[descriptor.path.string()];
    const auto known = std::find_if(opened.begin(), opened.end(), [&](const OpenedFile& file) {
        return file.index == descriptor.index && file.variations == variations &&
               file.adjustments == descriptor.adjustments;
    });
    if (known != opened.end()) {
        return *known->face;
    }
    FaceDescriptor with_file = descriptor;
    if (descriptor.fetch) {
        with_file.bytes = descriptor.fetch();
        with_file.fetch = nullptr;
    }
    opened.push_back({descriptor.index, variations, descriptor.adjustments,
                      std::make_unique<OpenedFace>(freetype.get(), with_file, variations)});
    return *opened.back().face;
}

const OpenedFace& FontBook::Impl::open_for(const FaceDescriptor& descriptor, const FontSpec& spec) {
    const OpenedFace& face = open(descriptor);
    const FontSettings variations = face.variations_for(descriptor, spec);
    return variations.empty() ? face : open(descriptor, variations);
}

bool FontBook::Impl::is_available(const FaceDescriptor& descriptor) {
    return !descriptor.fetch || descriptor.fetch() != nullptr;
}

Px FontBook::Impl::used_size(const FaceDescriptor& descriptor, const FontSpec& spec) {
    if (spec.size_adjust) {
        if (const auto aspect = aspect_of(open_for(descriptor, spec), spec.size_adjust->metric)) {
            return spec.size * spec.size_adjust->value / *aspect;
        }
    }
    return spec.size * descriptor.adjustments.size;
}

Font FontBook::Impl::font_of(const FaceDescriptor& descriptor, const FontSpec& spec) {
    Font font;
    font.face = &open_for(descriptor, spec);
    font.size = used_size(descriptor, spec);
    font.synthetic_oblique = spec.synthesizes_style && spec.slant == Slant::kItalic &&
                             descriptor.slant == Slant::kUpright;
    font.synthetic_bold = spec.synthesizes_weight && spec.weight >= kBoldThreshold &&
                          std::max(descriptor.weight, descriptor.last_weight) < kBoldThreshold;
    return font;
}

const Resolved& FontBook::Impl::resolve(const FontSpec& spec) {
    const auto key =
        std::tuple(spec.families.get(), spec.size, spec.weight, spec.slant, spec.stretch,
                   static_cast<const void*>(spec.variations.get()),
                   spec.size_adjust ? spec.size_adjust->metric : FontSizeAdjust::Metric::kExHeight,
                   spec.size_adjust ? spec.size_adjust->value : -1.0, spec.synthesizes_weight,
                   spec.synthesizes_style);
    const auto known = by_spec.find(key);
    if (known != by_spec.end()) {
        return *known->second;
    }
    auto resolved = std::make_unique<Resolved>();
    resolved->serial = ++last_serial;
    resolved->spec = spec;
    bool has_primary = false;
    const auto add = [&](const std::string& family) {
        const auto found = families.find(family);
        if (found == families.end()) {
            return;
        }
        for (const FaceDescriptor* face : nearest_faces(found->second, spec)) {
            if (!has_primary && face->covers(U' ')) {
                if (!is_available(*face)) {
                    continue;
                }
                has_primary = true;
                resolved->primary = resolved->candidates.size();
            }
            resolved->candidates.push_back(face);
            resolved->has_ranges |= !face->unicode_range.empty();
        }
    };
    if (spec.families) {
        for (const std::string& family : *spec.families) {
            add(ascii::lower_case(family));
        }
    }
    if (!has_primary) {
        add(standard_family);
    }
    add(kLastResortFamily);
    if (!has_primary) {
        throw Error({}, "no font is registered", "check that fonts/ is whole");
    }
    return *by_spec.emplace(key, std::move(resolved)).first->second;
}

FontBook::FontBook() : impl_(std::make_unique<Impl>()) {
    const std::filesystem::path folder = data_directory() / "fonts" / "dejavu-sans";
    const std::string family(kLastResortFamily);
    add_face({family, 400, Slant::kUpright, folder / "DejaVuSans.ttf", 0});
    add_face({family, 700, Slant::kUpright, folder / "DejaVuSans-Bold.ttf", 0});
}

FontBook::~FontBook() = default;
FontBook::FontBook(FontBook&&) noexcept = default;
FontBook& FontBook::operator=(FontBook&&) noexcept = default;

void FontBook::add_face(FaceDescriptor descriptor) {
    auto& faces = impl_->families[ascii::lower_case(descriptor.family)];
    const auto same = std::find_if(faces.begin(), faces.end(), [&](const FaceDescriptor& face) {
        return face.weight == descriptor.weight && face.last_weight == descriptor.last_weight &&
               face.slant == descriptor.slant && face.stretch == descriptor.stretch &&
               face.unicode_range == descriptor.unicode_range;
    });
    if (same != faces.end() && same->path == descriptor.path && same->index == descriptor.index &&
        same->adjustments == descriptor.adjustments) {
        return;
    }
    // One that may turn out not to be there leaves the earlier one in its place.
    if (same != faces.end() && !descriptor.fetch) {
        *same = std::move(descriptor);
    } else {
        faces.push_back(std::move(descriptor));
    }
    // Pointers into the lists may have moved, and other faces may be nearer now.
    impl_->by_spec.clear();
}

void FontBook::set_standard_family(std::string_view family) {
    impl_->standard_family = ascii::lower_case(family);
    impl_->by_spec.clear();
}

int FontBook::member_of_collection(const std::filesystem::path& file, std::string_view name) {
    FaceDescriptor member{"", 400, Slant::kUpright, file, 0};
    try {
        const long count = impl_->open(member).freetype()->num_faces;
        for (; member.index < count; ++member.index) {
            const char* own_name = FT_Get_Postscript_Name(impl_->open(member).freetype());
            if (own_name != nullptr && name == own_name) {
                return member.index;
            }
        }
    } catch (const Error&) {
        return 0;  // whoever asks finds out that it cannot be opened
    }
    return 0;
}

bool FontBook::has_family(std::string_view family) const {
    return impl_->families.contains(ascii::lower_case(family));
}

std::optional<FaceDescriptor> FontBook::local_face(std::string_view name) const {
    struct Style {
        std::string_view name;
        int weight;
        Slant slant;
    };
    constexpr std::array<Style, 10> kStyles{{{" bold italic", 700, Slant::kItalic},
                                             {"-bolditalic", 700, Slant::kItalic},
                                             {" italic", 400, Slant::kItalic},
                                             {"-italic", 400, Slant::kItalic},
                                             {" bold", 700, Slant::kUpright},
                                             {"-bold", 700, Slant::kUpright},
                                             {" regular", 400, Slant::kUpright},
                                             {"-regular", 400, Slant::kUpright},
                                             {"mt", 400, Slant::kUpright},
                                             {"", 400, Slant::kUpright}}};
    const std::string lower = ascii::lower_case(name);
    const std::string bundled = (data_directory() / "").string();
    for (const Style& style : kStyles) {
        if (!lower.ends_with(style.name)) {
            continue;
        }
        const auto faces = impl_->families.find(lower.substr(0, lower.size() - style.name.size()));
        if (faces == impl_->families.end()) {
            continue;
        }
        for (const FaceDescriptor& face : faces->second) {
            const bool is_bundled = face.path.string().starts_with(bundled);
            if (is_bundled && face.weight == style.weight && face.slant == style.slant) {
                return face;
            }
        }
    }
    return std::nullopt;
}

bool FontBook::can_open(const FaceDescriptor& descriptor) {
    try {
        impl_->open(descriptor);
        return true;
    } catch (const Error&) {
        return false;
    }
}

Font FontBook::primary_font(const FontSpec& spec) {
    const Resolved& resolved = impl_->resolve(spec);
    return impl_->font_of(*resolved.candidates[resolved.primary], spec);
}

std::size_t FontBook::font_count(const FontSpec& spec) {
    return impl_->resolve(spec).candidates.size();
}

Font FontBook::font(const FontSpec& spec, std::size_t index) {
    const FaceDescriptor& face = *impl_->resolve(spec).candidates[index];
    return impl_->is_available(face) ? impl_->font_of(face, spec) : Font{};
}

bool FontBook::has_ranges(const FontSpec& spec) {
    return impl_->resolve(spec).has_ranges;
}

bool FontBook::covers(const FontSpec& spec, std::size_t index, std::string_view text) {
    const FaceDescriptor& face = *impl_->resolve(spec).candidates[index];
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        if (!face.covers(c)) {
            return false;
        }
        at += length;
    }
    return true;
}

SystemFonts* FontBook::Impl::system() {
    if (!system_fonts) {
        try {
            auto* make = module_function<decltype(ghreveal_new_system_fonts)>(
                "fallback", "ghreveal_new_system_fonts");
            system_fonts.emplace(make());
        } catch (const Error&) {
            system_fonts.emplace();  // installed without the module
        }
    }
    return system_fonts->get();
}

Font FontBook::Impl::font_of_system(const FaceDescriptor& descriptor, const FontSpec& spec) {
    try {
        const OpenedFace& face = open(descriptor);
        return face.has_color_bitmaps() ? Font{&face, spec.size, false, false}
                                        : font_of(descriptor, spec);
    } catch (const Error&) {
        return {};  // a font file of the system's that cannot be read is none
    }
}

std::vector<FontBook::SystemChoice> FontBook::system_fonts(const FontSpec& spec,
                                                           std::string_view text,
                                                           std::vector<std::size_t> clusters) {
    std::vector<SystemChoice> choices(clusters.size());
    if (SystemFonts* system = impl_->system()) {
        const std::vector<SystemFont> found =
            system->find({text, std::move(clusters), spec.weight, spec.slant});
        std::transform(found.begin(), found.end(), choices.begin(), [&](const SystemFont& one) {
            const Font font =
                one.face.path.empty() ? Font{} : impl_->font_of_system(one.face, spec);
            const bool in_color = font.face != nullptr && font.face->has_color_bitmaps();
            return SystemChoice{font, one.is_emoji && in_color};
        });
    }
    return choices;
}

std::string FontBook::script_name(char32_t code_point) {
    const SystemFonts* system = impl_->system();
    return system != nullptr ? system->script_name(code_point) : "";
}

const FontMetrics& FontBook::metrics(const FontSpec& spec) {
    const Resolved& resolved = impl_->resolve(spec);
    if (!resolved.metrics) {
        const FaceDescriptor& face = *resolved.candidates[resolved.primary];
        resolved.metrics = measure(impl_->open_for(face, spec), impl_->used_size(face, spec));
    }
    return *resolved.metrics;
}

const FontMetrics& FontBook::metrics(const Font& font) {
    const auto key = std::pair(font.face, font.size);
    const auto found = impl_->by_font.find(key);
    if (found != impl_->by_font.end()) {
        return found->second;
    }
    const auto& face = static_cast<const OpenedFace&>(*font.face);
    return impl_->by_font.emplace(key, measure(face, font.size)).first->second;
}

}  // namespace ghreveal::text
