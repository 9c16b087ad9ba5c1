#include "batch/index_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "export/output_guard.h"
#include "support/html_escape.h"

namespace ghreveal::batch {

namespace fs = std::filesystem;

namespace {

using nlohmann::ordered_json;

// One column where there is room for one; the colours are the reader's.
constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fff; --soft: #5b5b66; --line: #d8d8e0; --link: #0b57d0; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf1; --paper: #17171b; --soft: #a6a6b3; --line: #3a3a45; --link: #8ab4f8; }
}
body { margin: 0 auto; max-width: 75rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 1.5rem; font-size: 1.6rem; }
ul.decks { display: grid; gap: 2rem 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); margin: 0; padding: 0; list-style: none; }
.decks img { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: .4rem; }
h2 { margin: .6rem 0 0; font-size: 1.05rem; line-height: 1.3; overflow-wrap: anywhere; }
a { color: var(--link); }
h2 a { text-decoration: none; }
h2 a:hover { text-decoration: underline; }
p { margin: .2rem 0 0; color: var(--soft); font-size: .9rem; }
p.files a { margin-right: .8rem; }
)";

struct Kind {
    std::string_view kind;
    std::string_view label;
};
// Documents, in the order in which they are offered.
constexpr std::array<Kind, 6> kDocuments{{{"pdf", "PDF"},
                                          {"handout", "Handout"},
                                          {"contact-sheet", "Contact sheet"},
                                          {"notes", "Notes"},
                                          {"pdfpc", "pdfpc"},
                                          {"manifest", "JSON"}}};

std::string relative(const std::string& path, const fs::path& folder) {
    std::error_code failure;
    const fs::path base = fs::absolute(folder, failure).lexically_normal();
    return fs::absolute(path, failure)
        .lexically_normal()
        .lexically_proximate(base)
        .generic_string();
}

// RFC 3986 §2.3, and the slashes between names.
std::string as_address(const std::string& path) {
    constexpr std::string_view kPlain = "-._~/";
    std::string address;
    for (const char c : path) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || kPlain.find(c) != std::string_view::npos;
        address +=
            is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    // "a:b.pdf" would be an address of the scheme "a", but for the colon's escape.
    return address;
}

const exporter::WrittenFile* first_of(const ExportRecord& record, std::string_view kind) {
    const auto found =
        std::find_if(record.written.begin(), record.written.end(),
                     [&](const exporter::WrittenFile& file) { return file.kind == kind; });
    return found == record.written.end() ? nullptr : &*found;
}

std::string title_of(const ExportRecord& record) {
    return record.facts.title.empty() ? fs::path(record.deck).stem().string() : record.facts.title;
}

std::string facts_line(const DeckFacts& facts) {
    std::string line;
    for (const std::string& fact :
         {facts.author, facts.date,
          fmt::format("{} slide{}", facts.slides, facts.slides == 1 ? "" : "s")}) {
        line += fact.empty() ? "" : (line.empty() ? "" : " · ") + fact;
    }
    return line;
}

std::string picture(const ExportRecord& record, const fs::path& folder) {
    const exporter::WrittenFile* thumbnail = first_of(record, "thumbnail");
    // What it shows stands below it.
    return thumbnail == nullptr ? ""
                                : fmt::format(
                                      "<img src=\"{}\" alt=\"\" width=\"{:.0f}\" height=\"{:.0f}\" "
                                      "loading=\"lazy\">\n",
                                      as_address(relative(thumbnail->path, folder)),
                                      thumbnail->size.width, thumbnail->size.height);
}

std::string item(const ExportRecord& record, const fs::path& folder) {
    std::string links;
    std::string first;
    for (const Kind& kind : kDocuments) {
        if (const exporter::WrittenFile* file = first_of(record, kind.kind)) {
            const std::string address = as_address(relative(file->path, folder));
            first = first.empty() ? address : first;
            links += fmt::format("<a href=\"{}\" aria-label=\"{}: {}\">{}</a>", address,
                                 escaped_html(title_of(record), HtmlPlace::kAttribute), kind.label,
                                 kind.label);
        }
    }
    const std::string title = escaped_html(title_of(record), HtmlPlace::kText);
    const std::string language =
        record.facts.language.empty()
            ? ""
            : fmt::format(" lang=\"{}\"",
                          escaped_html(record.facts.language, HtmlPlace::kAttribute));
    return fmt::format(
        "<li{}>\n{}<h2>{}</h2>\n{}<p>{}</p>\n<p class=\"files\">{}</p>\n</li>\n", language,
        picture(record, folder),
        first.empty() ? title : fmt::format("<a href=\"{}\">{}</a>", first, title),
        record.facts.subtitle.empty()
            ? ""
            : fmt::format("<p>{}</p>\n", escaped_html(record.facts.subtitle, HtmlPlace::kText)),
        escaped_html(facts_line(record.facts), HtmlPlace::kText), links);
}

ordered_json to_json(const ExportRecord& record, const fs::path& folder) {
    ordered_json files = ordered_json::array();
    for (const exporter::WrittenFile& file : record.written) {
        files.push_back({{"kind", file.kind}, {"path", relative(file.path, folder)}});
    }
    const exporter::WrittenFile* thumbnail = first_of(record, "thumbnail");
    const DeckFacts& facts = record.facts;
    return {{"deck", record.deck},
            {"title", title_of(record)},
            {"subtitle", facts.subtitle},
            {"author", facts.author},
            {"date", facts.date},
            {"language", facts.language},
            {"slides", facts.slides},
            {"thumbnail", thumbnail == nullptr ? ordered_json()
                                               : ordered_json(relative(thumbnail->path, folder))},
            {"files", std::move(files)}};
}

}  // namespace

std::string index_html(const std::vector<ExportRecord>& records, const fs::path& folder) {
    std::string items;
    for (const ExportRecord& record : records) {
        items += item(record, folder);
    }
    return fmt::format(
        "<!doctype html>\n<!-- {} -->\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>Presentations</title>\n<style>{}</style>\n</head>\n<body>\n<main>\n"
        "<h1>Presentations</h1>\n<ul class=\"decks\">\n{}</ul>\n</main>\n</body>\n</html>\n",
        exporter::kMadeBy, kStyle, items);
}

std::string site_json(const std::vector<ExportRecord>& records, const fs::path& folder) {
    ordered_json decks = ordered_json::array();
    for (const ExportRecord& record : records) {
        decks.push_back(to_json(record, folder));
    }
    return ordered_json{{"generator", "ghreveal " GHREVEAL_VERSION}, {"decks", std::move(decks)}}
               .dump(2, ' ', false, ordered_json::error_handler_t::replace) +
           "\n";
}

}  // namespace ghreveal::batch
