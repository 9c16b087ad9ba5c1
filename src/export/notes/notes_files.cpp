#include "export/notes/notes_files.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "export/notes/notes_markdown.h"
#include "export/notes/notes_text.h"
#include "export/notes/safe_html.h"
#include "export/output_guard.h"
#include "export/pdf/document/document_facts.h"
#include "support/html_escape.h"
#include "support/rules.h"

namespace ghreveal::exporter {

namespace {

using nlohmann::ordered_json;

std::string heading_of(const deck::Deck& deck, const deck::Slide& slide) {
    return fmt::format("{} {}", deck::to_string(slide.index), outline_title(deck, slide));
}

// The slide's notes without what programs that open them would run; what that was is said.
std::string safe_notes(const deck::Deck& deck, const deck::Slide& slide, Diagnostics& diagnostics) {
    SafeHtml safe = safe_html(slide.notes_html);
    if (!safe.left_out.empty()) {
        diagnostics.warn(
            Rule::kLeftOut, {deck.file, slide.first_line},
            fmt::format("the notes are written without {}", fmt::join(safe.left_out, ", ")),
            "notes hold text, pictures and links, nothing that runs or loads pages");
    }
    return std::move(safe.html);
}

std::string as_markdown(const deck::Deck& deck, const deck::Slide& slide, const std::string& html) {
    return fmt::format("## {}\n\n{}\n", heading_of(deck, slide), notes_markdown(html));
}

std::string as_text(const deck::Deck& deck, const deck::Slide& slide, const std::string& note) {
    return fmt::format("{}\n{}\n\n", heading_of(deck, slide), note);
}

std::string as_html(const deck::Deck& deck, const deck::Slide& slide, const std::string& html) {
    return fmt::format("<section id=\"slide-{}\">\n<h2>{}</h2>\n{}\n</section>\n",
                       deck::to_string(slide.index),
                       escaped_html(heading_of(deck, slide), HtmlPlace::kText), html);
}

ordered_json as_json(const deck::Slide& slide, const std::string& note, const std::string& html) {
    return {{"slide", deck::to_string(slide.index)},
            {"title", slide.title},
            {"text", note},
            {"html", html}};
}

std::string dumped(const ordered_json& json) {
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string notes_file(const deck::Deck& deck, const std::vector<std::size_t>& slides,
                       NotesFormat format, Diagnostics& diagnostics) {
    const std::string title = plain_text(deck.metadata.title);
    ordered_json notes = ordered_json::array();
    std::string body;
    for (const std::size_t index : slides) {
        const deck::Slide& slide = deck.slides[index];
        const std::string note = notes_text(slide.notes_html);
        if (note.empty()) {
            continue;
        }
        const std::string html =
            format == NotesFormat::kText ? "" : safe_notes(deck, slide, diagnostics);
        switch (format) {
            case NotesFormat::kMarkdown:
                body += as_markdown(deck, slide, html);
                break;
            case NotesFormat::kText:
                body += as_text(deck, slide, note);
                break;
            case NotesFormat::kHtml:
                body += as_html(deck, slide, html);
                break;
            case NotesFormat::kJson:
                notes.push_back(as_json(slide, note, html));
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

std::string pdfpc_file(const deck::Deck& deck, const std::vector<PdfpcPage>& pages,
                       Diagnostics& diagnostics) {
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const deck::Slide& slide = deck.slides[pages[i].slide];
        ordered_json page{
            {"idx", i}, {"label", page_label(deck, slide)}, {"overlay", pages[i].step}};
        if (std::string note = notes_markdown(safe_notes(deck, slide, diagnostics));
            !note.empty()) {
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

std::string presenter_pdfpc_file(const deck::Deck& deck, const std::vector<PdfpcPage>& pages) {
    ordered_json list = ordered_json::array();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        ordered_json page{{"idx", i},
                          {"label", page_label(deck, deck.slides[pages[i].slide])},
                          {"overlay", pages[i].step}};
        if (pages[i].step > 0) {
            page["forcedOverlay"] = true;
        }
        list.push_back(std::move(page));
    }
    return dumped({{"pdfpcFormat", 2},
                   {"generator", kGenerator},
                   {"beamerNotePosition", "right"},
                   {"pages", list}});
}

}  // namespace ghreveal::exporter
