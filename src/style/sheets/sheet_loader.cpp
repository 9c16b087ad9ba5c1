#include "style/sheets/sheet_loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "style/sheets/sheet_addresses.h"
#include "style/sheets/web_font_request.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/limit_names.h"
#include "support/rules.h"

namespace ghreveal::style {

namespace fs = std::filesystem;

struct SheetLoader::Place {
    fs::path folder;
    Origin origin = Origin::kAuthor;
    Trust trust = Trust::kDeck;
    std::vector<fs::path> importers;  // outermost first, the sheet itself last
    bool is_library = false;
    std::string address{};       // of a sheet on the web
    SourcePosition face_line{};  // what names that sheet
};

void SheetLoader::load_bundled(const fs::path& file, Origin origin) {
    add({read_file(file, limits_.source_bytes), file.string(), 1},
        {file.parent_path(), origin, Trust::kBundled, {file}});
}

void SheetLoader::load_file(const fs::path& file, Trust trust, const SourcePosition& where) {
    add({read_file(file, limits_.source_bytes, where), file.string(), 1},
        {file.parent_path(), Origin::kAuthor, trust, {file}});
}

void SheetLoader::load_text(std::string text, const SourcePosition& start) {
    add({std::move(text), start.file, start.line}, {site_.base, Origin::kAuthor, Trust::kDeck, {}});
}

void SheetLoader::load_link(const std::string& address, const SourcePosition& where) {
    import(address, {site_.base, Origin::kAuthor, Trust::kDeck, {}}, where);
}

void SheetLoader::add(css::SheetSource source, const Place& place) {
    auto sheet = css::parse_style_sheet(std::move(source), options_);
    for (const css::Import& wanted : sheet->imports) {
        import(wanted.address, place, {sheet->file, wanted.line});
    }
    for (const int line : sheet->late_imports) {
        diagnostics_.warn(Rule::kCssImport, {sheet->file, line},
                          "an @import after other rules has no effect",
                          "move it to the sheet's beginning");
    }
    if (place.trust != Trust::kBundled && !place.is_library) {
        for (const css::LeftOutRule& rule : sheet->left_out) {
            diagnostics_.report(
                {Rule::kCssUnsupported,
                 {sheet->file, rule.line},
                 rule.what,
                 rule.hint,
                 rule.group.empty() ? "" : fmt::format("{}\n{}", sheet->file, rule.group)});
        }
    }
    for (const int line : sheet->too_deep) {
        diagnostics_.warn(Rule::kLimit, {sheet->file, line}, "rules nested too deep are left out",
                          "@media and @supports: " + limit_hint(limits_, "style-nesting"));
    }
    register_faces(*sheet, place);
    if (place.trust != Trust::kBundled) {
        rebase_pictures(*sheet, place);
    }
    if (static_cast<int>(sheets_.size()) >= limits_.style_sheets) {
        throw Error({sheet->file, 0}, fmt::format("more than {} style sheets", sheets_.size()),
                    "do sheets import each other? " + limit_hint(limits_, "style-sheets"));
    }
    sheets_.push_back({std::move(sheet), place.origin, place.trust, place.is_library});
}

void SheetLoader::import(const std::string& address, const Place& place,
                         const SourcePosition& where) {
    const std::optional<fs::path> file = media::resolve_file(site_of(place), address);
    const auto ours = stand_in_ ? stand_in_(address) : std::nullopt;
    if (file && is_file(*file)) {
        Place known = place;
        known.is_library = place.is_library || ours;
        add_file(*file, known, where);
        return;
    }
    if (ours) {
        load_bundled(*ours, place.origin);
        return;
    }
    if (is_remote_address(address)) {
        import_fonts(address, place, where);
        return;
    }
    // A theme may build on a bundled one: @import "night.css".
    const fs::path themes = data_directory() / "themes";
    const std::optional<fs::path> bundled = media::resolve_file({themes, themes, {}}, address);
    if (is_relative_address(address) && bundled && is_file(*bundled)) {
        load_bundled(*bundled, place.origin);
        return;
    }
    diagnostics_.warn(Rule::kCssImport, where, fmt::format("there is no '{}' to import", address),
                      file ? fmt::format("looked for {}", file->string())
                           : fmt::format("only files below {} can be", site_.root.string()));
}

void SheetLoader::add_file(const fs::path& file, const Place& importer,
                           const SourcePosition& where) {
    Place place = importer;
    place.folder = file.parent_path();
    const bool is_circle =
        std::any_of(importer.importers.begin(), importer.importers.end(), [&](const fs::path& one) {
            std::error_code ignored;
            return fs::equivalent(one, file, ignored);
        });
    if (is_circle) {
        diagnostics_.warn(
            Rule::kCssImport, where,
            fmt::format("'{}' is not imported: it imports this sheet", file.filename().string()));
        return;
    }
    place.importers.push_back(file);
    add({read_file(file, limits_.source_bytes, where), file.string(), 1}, place);
}

media::Site SheetLoader::site_of(const Place& place) const {
    media::Site site{site_.root, place.folder, site_.allowed};
    site.source = site_.source;
    if (place.trust != Trust::kDeck) {
        site.allowed.emplace_back("/");
    }
    return site;
}

void SheetLoader::import_fonts(const std::string& address, const Place& place,
                               const SourcePosition& where) {
    if (!is_font_service(address)) {
        diagnostics_.warn(Rule::kCssImport, where,
                          fmt::format("'{}' is not imported: it is on the web", address),
                          "put a copy beside the sheet");
        return;
    }
    const FontStandIns bundled = stand_ins_for(address);
    const auto text = bundled.are_complete ? std::nullopt : faces_.fetch_sheet(address, where);
    if (text) {
        Place known = place;
        known.address = address;
        known.face_line = where;
        register_faces(*css::parse_style_sheet({*text, address, 1}, options_), known);
        return;
    }
    for (const css::FontFace& face : bundled.faces) {
        faces_.add_bundled(face, font_stand_ins_.parent_path());
    }
}

SheetLoader::FontStandIns SheetLoader::stand_ins_for(const std::string& address) const {
    FontStandIns result;
    if (font_stand_ins_.empty()) {
        return result;
    }
    const auto sheet = css::parse_style_sheet(
        {read_file(font_stand_ins_, limits_.source_bytes), font_stand_ins_.string(), 1}, options_);
    const std::vector<css::FontFace>& bundled = sheet->font_faces;
    const std::vector<WebFontRequest> requests = web_font_requests(address);
    result.are_complete = !requests.empty();
    for (const WebFontRequest& request : requests) {
        result.are_complete = result.are_complete && is_served_by(request, bundled);
        std::copy_if(bundled.begin(), bundled.end(), std::back_inserter(result.faces),
                     [&](const css::FontFace& face) { return asks_for(request, face); });
    }
    return result;
}

void SheetLoader::register_faces(const css::StyleSheet& sheet, const Place& place) {
    for (const css::FontFace& face : sheet.font_faces) {
        if (place.trust == Trust::kBundled) {
            faces_.add_bundled(face, place.folder);
            continue;
        }
        if (++face_count_ > limits_.font_faces) {
            diagnostics_.warn(Rule::kLimit, {sheet.file, face.line},
                              "more fonts are named than may be opened",
                              limit_hint(limits_, "font-faces"));
            return;
        }
        const SourcePosition where =
            place.address.empty() ? SourcePosition{sheet.file, face.line} : place.face_line;
        faces_.add(face, {site_of(place), place.address, where});
    }
}

void SheetLoader::rebase_pictures(css::StyleSheet& sheet, const Place& place) {
    const std::vector<std::string> addresses = rebase_addresses(sheet, place.folder, site_.base);
    if (place.trust != Trust::kNamed) {
        return;
    }
    Place page = place;
    page.folder = site_.base;
    for (const std::string& address : addresses) {
        if (const auto file = media::resolve_file(site_of(page), address)) {
            pictures_.push_back(*file);
        }
    }
}

}  // namespace ghreveal::style
