#include "style/sheets/face_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_set>

#include "media/address.h"
#include "media/content_name.h"
#include "media/data_address.h"
#include "media/remote/remote_files.h"
#include "style/sheets/web_font_request.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/rules.h"
#include "text/faces/variable_font.h"

namespace ghreveal::style {

namespace fs = std::filesystem;

// What fetches fonts, for as long as there are faces that may be needed.
struct FaceLoader::WebFonts {
    media::RemoteFiles fonts;
    media::RemoteFiles sheets;
    bool is_offline = false;
    std::set<std::string> reported;                // families
    std::map<std::string, text::FontBytes> files;  // by address: several faces may be of one file

    explicit WebFonts(const media::LoaderOptions& options)
        : fonts(options, media::kRemoteFont),
          sheets(options, media::kRemoteSheet),
          is_offline(options.offline) {}

    // Null when there is none, and why in `answer`.
    text::FontBytes file_at(const std::string& address, media::RemoteFile& answer) {
        const auto [entry, is_new] = files.try_emplace(address);
        if (is_new) {
            answer = fonts.take(address);
            if (!answer.bytes.empty()) {
                entry->second = std::make_shared<const std::string>(std::move(answer.bytes));
            }
        }
        return entry->second;
    }
};

namespace {

bool is_font_file(std::string_view address) {
    const std::string lower = ascii::lower_case(address.substr(0, address.find_first_of("?#")));
    const std::array<std::string_view, 6> suffixes{".ttf", ".otf",  ".ttc",
                                                   ".otc", ".woff", ".woff2"};
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&](std::string_view suffix) { return lower.ends_with(suffix); });
}

bool is_auto(const auto& range) {
    return range[0] == 0 && range[1] == 0;
}

text::FaceDescriptor descriptor_of(const css::FontFace& face, const fs::path& file) {
    text::FaceDescriptor descriptor;
    descriptor.family = face.family;
    descriptor.slant = face.italic ? text::Slant::kItalic : text::Slant::kUpright;
    descriptor.path = file;
    if (!is_auto(face.weight)) {
        descriptor.weight = face.weight[0];
        descriptor.last_weight = face.weight[1];
    }
    if (!is_auto(face.stretch)) {
        descriptor.stretch = face.stretch[0];
        descriptor.last_stretch = face.stretch[1];
    }
    descriptor.adjustments = {face.size_adjust, face.ascent_override, face.descent_override,
                              face.line_gap_override};
    for (const auto& [first, last] : face.unicode_range) {
        descriptor.unicode_range.push_back({first, last});
    }
    return descriptor;
}

// CSS Fonts 4 §4.3: without a descriptor, a variable font has all that is on its axes.
void take_ranges(const css::FontFace& face, text::FaceDescriptor& descriptor) {
    if (is_auto(face.weight)) {
        if (const auto range = text::axis_range(descriptor, text::font_tag('w', 'g', 'h', 't'))) {
            descriptor.weight = static_cast<int>(std::clamp(range->first, 1.0, 1000.0));
            descriptor.last_weight = static_cast<int>(std::clamp(range->second, 1.0, 1000.0));
        }
    }
    if (is_auto(face.stretch)) {
        if (const auto range = text::axis_range(descriptor, text::font_tag('w', 'd', 't', 'h'))) {
            descriptor.stretch = range->first;
            descriptor.last_stretch = range->second;
        }
    }
}

// An address in a sheet on the web, as one that can be asked for (RFC 3986 §5.2).
std::string absolute_address(std::string_view sheet, std::string_view address) {
    if (sheet.empty() || media::has_scheme_or_host(address)) {
        return std::string(address);
    }
    sheet = sheet.substr(0, sheet.find_first_of("?#"));
    const std::size_t path = sheet.find('/', sheet.find("//") + 2);
    const std::string_view host = sheet.substr(0, path);
    if (address.starts_with('/')) {
        return std::string(host) + std::string(address);
    }
    std::string_view folder =
        path == std::string_view::npos ? "/" : sheet.substr(path, sheet.rfind('/') + 1 - path);
    while (address.starts_with("../") || address.starts_with("./")) {
        if (address.starts_with("../") && folder.size() > 1) {
            folder = folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
        }
        address.remove_prefix(address.find('/') + 1);
    }
    return std::string(host) + std::string(folder) + std::string(address);
}

}  // namespace

FaceLoader::FaceLoader(text::FontBook& fonts, Diagnostics& diagnostics, const Limits& limits,
                       const std::shared_ptr<const media::LoaderOptions>& web)
    : fonts_(fonts),
      diagnostics_(diagnostics),
      limits_(limits),
      web_(web ? std::make_shared<WebFonts>(*web) : nullptr) {}

void FaceLoader::add_bundled(const css::FontFace& face, const fs::path& folder) {
    fonts_.add_face(descriptor_of(face, folder / face.sources.at(0).name));
}

std::optional<text::FaceDescriptor> FaceLoader::usable(const css::FontFace& face,
                                                       const css::FontSource& source,
                                                       const FacePlace& place) {
    if (source.is_local) {
        const auto local = fonts_.local_face(source.name);
        return local ? std::optional(descriptor_of(face, local->path)) : std::nullopt;
    }
    text::FaceDescriptor descriptor = descriptor_of(face, {});
    if (ascii::starts_ignoring_case(source.name, "data:")) {
        try {
            descriptor.bytes =
                std::make_shared<const std::string>(media::data_address_bytes(source.name));
        } catch (const Error&) {
            return std::nullopt;
        }
        descriptor.path = "data:" + media::content_name(*descriptor.bytes);
    } else {
        const auto file = media::resolve_file(place.site, source.name);
        if (!place.sheet_address.empty() || !file || !is_font_file(source.name) ||
            !is_file(*file)) {
            return std::nullopt;
        }
        descriptor.path = *file;
        const std::size_t fragment = source.name.find('#');
        const bool names_member = fragment != std::string::npos;
        descriptor.index =
            names_member ? fonts_.member_of_collection(*file, source.name.substr(fragment + 1)) : 0;
    }
    if (!fonts_.can_open(descriptor)) {
        return std::nullopt;
    }
    take_ranges(face, descriptor);
    return descriptor;
}

text::FaceDescriptor FaceLoader::from_web(const css::FontFace& face,
                                          std::vector<std::string> addresses,
                                          const FacePlace& place) {
    text::FaceDescriptor descriptor = descriptor_of(face, addresses.front());
    descriptor.is_declared = true;
    const auto get = [web = web_, &fonts = fonts_, &diagnostics = diagnostics_, descriptor,
                      where = place.where, addresses = std::move(addresses)]() -> text::FontBytes {
        media::RemoteFile file;
        for (const std::string& address : addresses) {
            text::FaceDescriptor fetched = descriptor;
            fetched.bytes = web->file_at(address, file);
            if (fetched.bytes && fonts.can_open(fetched)) {
                return fetched.bytes;
            }
        }
        if (web->reported.insert(ascii::lower_case(descriptor.family)).second) {
            const std::string reason =
                file.problem.empty() ? "what the server sends is not a font" : file.problem;
            diagnostics.report(
                {Rule::kNetwork, where,
                 fmt::format("the font '{}' is replaced by another: {}", descriptor.family, reason),
                 file.hint, web->is_offline ? "fonts: " + reason : ""});
        }
        return nullptr;
    };
    const auto kept = std::make_shared<std::optional<text::FontBytes>>();
    descriptor.fetch = [get, kept] {
        if (!*kept) {
            *kept = get();
        }
        return **kept;
    };
    return descriptor;
}

void FaceLoader::add(const css::FontFace& face, const FacePlace& place) {
    std::vector<std::string> addresses;  // on the web, before a file that is here
    bool is_here = false;
    for (const css::FontSource& source : face.sources) {
        const std::string address = absolute_address(place.sheet_address, source.name);
        if (!source.is_local && media::is_web_address(address)) {
            addresses.push_back(address);
        } else if (auto descriptor = usable(face, source, place)) {
            descriptor->is_declared = true;
            fonts_.add_face(std::move(*descriptor));
            is_here = true;
            break;
        }
    }
    if (web_ && !addresses.empty()) {
        fonts_.add_face(from_web(face, std::move(addresses), place));
    } else if (!is_here) {
        wanted_.push_back({face.family, place.where, "no file of it can be used"});
    }
}

std::optional<std::string> FaceLoader::fetch_sheet(const std::string& address,
                                                   const SourcePosition& where) {
    const std::vector<WebFontRequest> requests = web_font_requests(address);
    const auto is_there = [&](const WebFontRequest& one) { return fonts_.has_family(one.family); };
    const bool is_needed =
        requests.empty() || !std::all_of(requests.begin(), requests.end(), is_there);
    if (!is_needed) {
        return std::nullopt;
    }
    media::RemoteFile sheet;
    sheet.problem = "it is on the web and not among the bundled";
    if (web_) {
        sheet = web_->sheets.take(address);
    }
    if (!sheet.bytes.empty()) {
        return std::move(sheet.bytes);
    }
    for (const WebFontRequest& request : requests) {
        wanted_.push_back({request.family, where, sheet.problem});
    }
    if (requests.empty()) {
        diagnostics_.warn(
            Rule::kNetwork, where,
            fmt::format("the fonts of '{}' are not there: {}", address, sheet.problem), sheet.hint);
    }
    return std::nullopt;
}

void FaceLoader::report_missing() const {
    std::unordered_set<std::string> reported;
    for (const WantedFont& wanted : wanted_) {
        const std::string name = ascii::lower_case(wanted.family);
        if (!reported.insert(name).second || fonts_.has_family(name)) {
            continue;
        }
        diagnostics_.warn(
            Rule::kMissingFile, wanted.where,
            fmt::format("the font '{}' is replaced by another: {}", wanted.family, wanted.reason),
            "put its files beside the sheet and name them with @font-face");
    }
}

}  // namespace ghreveal::style
