#include "style/sheet_loader.h"

#include <fmt/format.h>

#include "support/file.h"
#include "support/limits.h"

namespace ghreveal::style {

namespace fs = std::filesystem;

namespace {

constexpr int kImportDepth = 8;

bool is_remote(std::string_view address) {
    return address.starts_with("//") || address.find("://") != std::string_view::npos;
}

bool is_font_file(std::string_view address) {
    const std::string lower = css::ascii_lower(address.substr(0, address.find_first_of("?#")));
    return lower.ends_with(".ttf") || lower.ends_with(".otf") || lower.ends_with(".ttc");
}

}  // namespace

void SheetLoader::load_bundled(const fs::path& file, Origin origin) {
    const Limits limits;
    add({read_file(file, limits.source_bytes), file.string(), 1}, file.parent_path(), origin, false,
        0);
}

void SheetLoader::load_file(const fs::path& file, const SourcePosition& where) {
    const Limits limits;
    add({read_file(file, limits.source_bytes, where), file.string(), 1}, file.parent_path(),
        Origin::kAuthor, true, 0);
}

void SheetLoader::load_text(std::string text, const std::string& file, int first_line) {
    add({std::move(text), file, first_line}, site_.base, Origin::kAuthor, true, 0);
}

void SheetLoader::add(css::SheetSource source, const fs::path& folder, Origin origin, bool checked,
                      int depth) {
    auto sheet = css::parse_style_sheet(std::move(source), page_);
    for (const css::Import& wanted : sheet->imports) {
        import(wanted, *sheet, folder, checked, depth);
    }
    for (const css::FontFace& face : sheet->font_faces) {
        register_face(face, *sheet, folder, checked);
    }
    sheets_.push_back({std::move(sheet), origin, checked});
}

void SheetLoader::import(const css::Import& wanted, const css::StyleSheet& sheet,
                         const fs::path& folder, bool checked, int depth) {
    const SourcePosition where{sheet.file, wanted.line};
    if (is_remote(wanted.address)) {
        // Themes import their web fonts so; the bundled faces have the same names.
        if (wanted.address.find("fonts.googleapis.com") == std::string::npos) {
            diagnostics_.warn(where,
                              fmt::format("'{}' is not imported: it is on the web", wanted.address),
                              "put a copy beside the sheet");
        }
        return;
    }
    if (depth >= kImportDepth) {
        throw Error(where, "sheets import each other too deep", "does a sheet import itself?");
    }
    const fs::path file =
        (folder / wanted.address.substr(0, wanted.address.find_first_of("?#"))).lexically_normal();
    if (!fs::exists(file)) {
        diagnostics_.warn(where, fmt::format("there is no '{}' to import", wanted.address),
                          fmt::format("looked for {}", file.string()));
        return;
    }
    const Limits limits;
    add({read_file(file, limits.source_bytes, where), file.string(), 1}, file.parent_path(),
        Origin::kAuthor, checked, depth + 1);
}

void SheetLoader::register_face(const css::FontFace& face, const css::StyleSheet& sheet,
                                const fs::path& folder, bool checked) {
    for (const std::string& address : face.addresses) {
        if (is_remote(address) || !is_font_file(address)) {
            continue;
        }
        const fs::path file = folder / address.substr(0, address.find_first_of("?#"));
        if (checked && !fs::exists(file)) {
            continue;
        }
        fonts_.add_face({face.family, face.weight,
                         face.italic ? text::Slant::kItalic : text::Slant::kUpright, file, 0});
        return;
    }
    if (checked && !fonts_.has_family(face.family)) {
        diagnostics_.warn({sheet.file, face.line},
                          fmt::format("no font file of '{}' can be used", face.family),
                          "TrueType and OpenType files beside the sheet can");
    }
}

}  // namespace ghreveal::style
