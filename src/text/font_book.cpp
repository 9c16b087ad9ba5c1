#include "text/font_book.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "support/ascii.h"
#include "support/error.h"
#include "support/file.h"
#include "support/module.h"
#include "text/font_book_impl.h"
#include "text/system_font.h"

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

// What a function of the module finds. Nothing as well when the program is installed without the
// module.
template <typename... Arguments>
std::optional<FaceDescriptor> ask_system(const char* function, Arguments... arguments) {
    using Find = bool(Arguments..., SystemFont*);
    SystemFont found;
    try {
        auto* find = module_function<Find>("fallback", function);
        if (!find(arguments..., &found)) {
            return std::nullopt;
        }
    } catch (const Error&) {
        return std::nullopt;
    }
    return FaceDescriptor{"", found.weight, found.is_italic ? Slant::kItalic : Slant::kUpright,
                          found.path.data(), found.index};
}

std::optional<FaceDescriptor> find_system_face(const FontSpec& spec, char32_t code_point) {
    return ask_system<std::uint32_t, int, bool>("ghreveal_find_font", code_point, spec.weight,
                                                spec.slant == Slant::kItalic);
}

// UAX #44 Default_Ignorable_Code_Point: characters that shaping makes invisible, whatever the font;
// no other font is taken for their sake.
bool is_default_ignorable(char32_t c) {
    const auto in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return c == 0xAD || c == 0x34F || c == 0x61C || in(0x115F, 0x1160) || in(0x17B4, 0x17B5) ||
           in(0x180B, 0x180F) || in(0x200B, 0x200F) || in(0x202A, 0x202E) || in(0x2060, 0x206F) ||
           c == 0x3164 || in(0xFE00, 0xFE0F) || c == 0xFEFF || c == 0xFFA0 || in(0xFFF0, 0xFFF8) ||
           in(0x1BCA0, 0x1BCA3) || in(0x1D173, 0x1D17A) || in(0xE0000, 0xE0FFF);
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
    if (const FaceDescriptor* face = match(kLastResortFamily, spec)) {
        resolved->candidates.push_back(face);
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

Font FontBook::font_for(const FontSpec& spec, char32_t code_point) {
    if (is_default_ignorable(code_point)) {
        return primary_font(spec);
    }
    const Resolved& resolved = impl_->resolve(spec);
    for (const FaceDescriptor* candidate : resolved.candidates) {
        if (impl_->open(*candidate).has_glyph(code_point)) {
            return impl_->font_of(*candidate, spec);
        }
    }
    return {};
}

Font FontBook::system_font_for(const FontSpec& spec, char32_t code_point) {
    // Mostly the next character of the same text.
    for (const SystemFace& taken : impl_->system_faces) {
        if (taken.for_weight == spec.weight && taken.for_slant == spec.slant &&
            impl_->open(taken.face).has_glyph(code_point)) {
            return impl_->font_of(taken.face, spec);
        }
    }
    const std::optional<FaceDescriptor> found = find_system_face(spec, code_point);
    if (!found) {
        return {};
    }
    try {
        if (!impl_->open(*found).has_glyph(code_point)) {
            return {};
        }
    } catch (const Error&) {
        return {};  // a font file of the system's that cannot be read is none
    }
    impl_->system_faces.push_back({spec.weight, spec.slant, *found});
    return impl_->font_of(*found, spec);
}

const OpenedFace* FontBook::Impl::find_emoji_face() {
    if (!emoji_face) {
        emoji_face = nullptr;
        try {
            if (const auto found = ask_system("ghreveal_find_emoji_font")) {
                const OpenedFace& face = open(*found);
                emoji_face = face.has_color_bitmaps() ? &face : nullptr;
            }
        } catch (const Error&) {
            // A font file of the system's that cannot be read is none.
        }
    }
    return *emoji_face;
}

Font FontBook::emoji_font_for(const FontSpec& spec, char32_t code_point) {
    for (const FaceDescriptor* candidate : impl_->resolve(spec).candidates) {
        const OpenedFace& own = impl_->open(*candidate);
        if (own.has_color_bitmaps() && own.has_glyph(code_point)) {
            return {&own, spec.size, false, false};
        }
    }
    const OpenedFace* face = impl_->find_emoji_face();
    return face != nullptr && face->has_glyph(code_point) ? Font{face, spec.size, false, false}
                                                          : Font{};
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

const Face& FontBook::face_of_file(const std::filesystem::path& path, int index) {
    return impl_->open({"", 400, Slant::kUpright, path, index});
}

}  // namespace ghreveal::text
