#include "text/font_book.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "support/ascii.h"
#include "support/error.h"
#include "support/file.h"
#include "support/module.h"
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

// How far a face's weight is from the one asked for, first by direction (CSS Fonts 4 §5.2 step 4):
// 400 to 500 prefer up to 500, then lighter, then bolder; light ones lighter first; bold bolder.
std::pair<int, int> weight_distance(int wanted, int weight) {
    if (wanted >= 400 && wanted <= 500) {
        if (weight >= wanted && weight <= 500) {
            return {0, weight - wanted};
        }
        return weight < wanted ? std::pair{1, wanted - weight} : std::pair{2, weight - wanted};
    }
    const bool preferred = wanted < 400 ? weight <= wanted : weight >= wanted;
    return {preferred ? 0 : 1, std::abs(weight - wanted)};
}

}  // namespace

bool FontSpec::operator==(const FontSpec& other) const {
    const bool same_families =
        families == other.families || (families && other.families && *families == *other.families);
    return same_families && size == other.size && weight == other.weight && slant == other.slant;
}

FontBook::Impl::Impl() : freetype(initialise_freetype()) {}

const OpenedFace& FontBook::Impl::open(const FaceDescriptor& descriptor) {
    auto& face = files[{descriptor.path.string(), descriptor.index}];
    if (!face) {
        face = std::make_unique<OpenedFace>(freetype.get(), descriptor);
    }
    return *face;
}

const FaceDescriptor* FontBook::Impl::match(const std::string& family, const FontSpec& spec) const {
    const auto found = families.find(family);
    if (found == families.end()) {
        return nullptr;
    }
    const auto distance = [&](const FaceDescriptor& face) {
        const auto [direction, by] = weight_distance(spec.weight, face.weight);
        return std::tuple(face.slant != spec.slant, direction, by);
    };
    return &*std::min_element(
        found->second.begin(), found->second.end(),
        [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
}

Font FontBook::Impl::font_of(const FaceDescriptor& descriptor, const FontSpec& spec) {
    Font font;
    font.face = &open(descriptor);
    font.size = spec.size;
    font.synthetic_oblique = spec.slant == Slant::kItalic && descriptor.slant == Slant::kUpright;
    font.synthetic_bold = spec.weight >= kBoldThreshold && descriptor.weight < kBoldThreshold;
    return font;
}

const Resolved& FontBook::Impl::resolve(const FontSpec& spec) {
    const auto key = std::tuple(spec.families.get(), spec.size, spec.weight, spec.slant);
    const auto found = by_spec.find(key);
    if (found != by_spec.end()) {
        return *found->second;
    }
    auto resolved = std::make_unique<Resolved>();
    resolved->serial = ++last_serial;
    resolved->spec = spec;
    if (spec.families) {
        for (const std::string& family : *spec.families) {
            if (const FaceDescriptor* face = match(ascii::lower_case(family), spec)) {
                resolved->candidates.push_back(face);
            }
        }
    }
    const FaceDescriptor* standard =
        resolved->candidates.empty() ? match(standard_family, spec) : nullptr;
    for (const FaceDescriptor* face : {standard, match(kLastResortFamily, spec)}) {
        if (face != nullptr) {
            resolved->candidates.push_back(face);
        }
    }
    if (resolved->candidates.empty()) {
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
        return face.weight == descriptor.weight && face.slant == descriptor.slant;
    });
    if (same != faces.end()) {
        if (same->path == descriptor.path && same->index == descriptor.index) {
            return;
        }
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

bool FontBook::has_family(std::string_view family) const {
    return impl_->families.contains(ascii::lower_case(family));
}

bool FontBook::can_open(const FaceDescriptor& descriptor) {
    try {
        impl_->open(descriptor);
        return true;
    } catch (const Error&) {
        impl_->files.erase({descriptor.path.string(), descriptor.index});
        return false;
    }
}

Font FontBook::primary_font(const FontSpec& spec) {
    const Resolved& resolved = impl_->resolve(spec);
    return impl_->font_of(*resolved.candidates.front(), spec);
}

std::optional<Font> FontBook::font(const FontSpec& spec, std::size_t index) {
    const std::vector<const FaceDescriptor*>& candidates = impl_->resolve(spec).candidates;
    return index < candidates.size() ? std::optional(impl_->font_of(*candidates[index], spec))
                                     : std::nullopt;
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
        resolved.metrics = measure(impl_->open(*resolved.candidates.front()), spec.size);
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
