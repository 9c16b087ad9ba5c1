#include "export/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string_view>
#include <tuple>

#include "export/notes/notes_text.h"
#include "export/output.h"
#include "export/output_file.h"
#include "export/pdf/document/document_facts.h"

namespace ghreveal::exporter {

namespace {

using nlohmann::ordered_json;

ordered_json to_json(const deck::Deck& deck, const deck::Slide& slide) {
    const std::string* id = slide.section->attribute("id");
    return {{"index", deck::to_string(slide.index)},
            {"number", slide.number},
            {"id", id == nullptr ? ordered_json() : ordered_json(*id)},
            {"title", slide.title},
            {"label", page_label(deck, slide)},
            {"steps", slide.steps},
            {"notes", notes_text(slide.notes_html)},
            {"lines", {slide.first_line, slide.last_line}}};
}

ordered_json to_json(const deck::Deck& deck, const WrittenFile& file, const std::string& folder) {
    const std::filesystem::path path =
        std::filesystem::path(file.path).lexically_proximate(folder.empty() ? "." : folder);
    ordered_json json{{"kind", file.kind},
                      {"path", path.generic_string()},
                      {"width", file.size.width},
                      {"height", file.size.height},
                      {"bytes", file.bytes}};
    if (file.slide) {
        json["slide"] = deck::to_string(deck.slides[*file.slide].index);
    } else {
        json["pages"] = file.pages;
    }
    if (file.step) {
        json["step"] = *file.step;
    }
    return json;
}

}  // namespace

bool is_listed_before(const WrittenFile& a, const WrittenFile& b) {
    constexpr std::array<std::string_view, 11> kKinds{
        "pdf",       "png",   "svg",   "thumbnail",       "contact-sheet", "handout",
        "presenter", "notes", "pdfpc", "presenter-pdfpc", "manifest"};
    const auto place = [&](const WrittenFile& file) {
        const auto kind = std::find(kKinds.begin(), kKinds.end(), file.kind) - kKinds.begin();
        // The pictures of a state stand together.
        return std::tuple(file.slide ? 1 : kind, file.slide, file.step, kind);
    };
    return place(a) < place(b);
}

std::string manifest_json(const deck::Deck& deck, const std::vector<std::size_t>& slides,
                          Size page_size, const std::vector<WrittenFile>& files,
                          const std::string& folder) {
    ordered_json json{{"generator", "ghreveal " GHREVEAL_VERSION},
                      {"deck", std::filesystem::path(deck.file).filename().string()},
                      {"title", plain_text(deck.metadata.title)},
                      {"page", {{"width", page_size.width}, {"height", page_size.height}}},
                      {"slides", ordered_json::array()},
                      {"files", ordered_json::array()}};
    for (const std::size_t slide : slides) {
        json["slides"].push_back(to_json(deck, deck.slides[slide]));
    }
    for (const WrittenFile& file : files) {
        json["files"].push_back(to_json(deck, file, folder));
    }
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

std::string write_manifest(const std::string& path, const pages::Session& session,
                           const std::vector<WrittenFile>& written) {
    OutputFile file(path);
    file.write(manifest_json(session.deck(), session.selected_slides(),
                             session.page_geometry().page, written,
                             std::filesystem::path(path).parent_path().string()));
    file.commit();
    return fmt::format("{}: {}", file.name(), counted(session.selected_slides().size(), "slide"));
}

}  // namespace ghreveal::exporter
