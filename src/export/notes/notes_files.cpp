#include "export/notes/notes_files.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "export/notes/notes_markdown.h"
#include "export/notes/notes_text.h"
#include "export/output_guard.h"
#include "export/pdf/document_facts.h"
#include "support/html_escape.h"

namespace ghreveal::exporter {

namespace {

using nlohmann::ordered_json;

std::string heading_of(const deck::Deck& deck, const deck::Slide& slide) {
    return fmt::format("{} {}", deck::to_string(slide.index), outline_title(deck, slide));
}

std::string as_markdown(const deck::Deck& deck, const deck::Slide& slide) {
    return fmt::format("## {}\n\n{}\n", heading_of(deck, slide), notes_markdown(slide.notes_html));
}

std::string as_text(const deck::Deck& deck, const deck::Slide& slide, const std::string& note) {
    return fmt::format("{}\n{}\n\n", heading_of(deck, slide), note);
}

std::string as_html(const deck::Deck& deck, const deck::Slide& slide) {
    return fmt::format("<section id=\"slide-{}\">\n<h2>{}</h2>\n{}\n</section>\n",
                       deck::to_string(slide.index),
                       escaped_html(heading_of(deck, slide), HtmlPlace::kText), slide.notes_html);
}

ordered_json as_json(const deck::Slide& slide, const std::string& note) {
    return {{"slide", deck::to_string(slide.index)},
            {"title", slide.title},
            {"text", note},
            {"html", slide.notes_html}};
}

std::string dumped(const ordered_json& json) {
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string notes_file(const deck::Deck& deck, const std::vector<std::size_t>& slides,
                       NotesFormat format) {
    const std::string title = plain_text(deck.metadata.title);
    ordered_json notes = ordered_json::array();
    std::string body;
    for (const std::size_t index : slides) {
        const deck::Slide& slide = deck.slides[index];
        const std::string note = notes_text(slide.notes_html);
        if (note.empty()) {
            continue;
        }
        switch (format) {
            case NotesFormat::kMarkdown:
                body += as_markdown(deck, slide);
                break;
            case NotesFormat::kText:
                body += as_text(deck, slide, note);
                break;
            case NotesFormat::kHtml:
                body += as_html(deck, slide);
                break;
            case NotesFormat::kJson:
                notes.push_back(as_json(slide, note));
                break;
        }
    }
    switch (format) {
        case NotesFormat::kMarkdown:
            return fmt::format("# {}\n\n{}\n<!-- {} -->\n", title, body, kMadeBy);
        case NotesFormat::kText:
            return fmt::format("{}\n\n{}{}\n", title, body, kMadeBy);
        case NotesFormat::kHtml:
            return fmt::format(
                "<!DOCTYPE html>\n<!-- {2} -->\n<meta charset=\"utf-8\">\n<title>{0}</title>\n"
                "<h1>{0}</h1>\n{1}",
                escaped_html(title, HtmlPlace::kText), body, kMadeBy);
        case NotesFormat::kJson:
            break;
    }
    return dumped({{"generator", kGenerator}, {"title", title}, {"notes", notes}});
}

std::string pdfpc_file(const deck::Deck& deck, const std::vector<PdfpcPage>& pages) {
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const deck::Slide& slide = deck.slides[pages[i].slide];
        ordered_json page{
            {"idx", i}, {"label", page_label(deck, slide)}, {"overlay", pages[i].step}};
        if (std::string note = notes_markdown(slide.notes_html); !note.empty()) {
            note.pop_back();  // the last line's end
            page["note"] = std::move(note);
        }
        list.push_back(std::move(page));
    }
    return dumped({{"pdfpcFormat", 2},
                   {"generator", kGenerator},
                   {"disableMarkdown", false},
                   {"pages", list}});
}

}  // namespace ghreveal::exporter
