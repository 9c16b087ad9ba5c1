#include "fuzz/targets.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "css/style_sheet.h"
#include "deck/deck.h"
#include "export/notes/notes_files.h"
#include "export/notes/safe_html.h"
#include "export/pdf/pdf.h"
#include "export/pictures/png.h"
#include "export/pictures/svg.h"
#include "markdown/kramdown/kramdown.h"
#include "media/formats/decode.h"
#include "pages/session.h"
#include "support/file.h"
#include "support/timings.h"
#include "support/unicode/utf8.h"

namespace ghreveal::fuzz {

namespace {

// What a person would be told.
template <typename Work>
void with_messages(Work&& work) {
    try {
        work();
    } catch (const Error&) {
    }
}

void run_kramdown(std::string_view bytes) {
    const std::string text = utf8::sanitized(bytes);
    markdown::kramdown::markdown_to_html(markdown::split_lines(text, {1, 0}));
}

void run_css(std::string_view bytes) {
    const std::string text = utf8::sanitized(bytes);
    const auto sheet = css::parse_style_sheet({text, "fuzz.css", 1}, {{960, 700}});
    for (const css::Rule& rule : sheet->rules) {
        css::parse_declarations(rule.block);
    }
}

// Front matter, Liquid, keywords and slides.
void run_liquid(std::string_view bytes) {
    with_messages([&] {
        Diagnostics diagnostics;
        deck::parse_deck(bytes, "fuzz.md", {}, diagnostics);
    });
}

void run_notes(std::string_view bytes) {
    exporter::safe_html(utf8::sanitized(bytes));
}

void run_pictures(std::string_view bytes) {
    with_messages([&] {
        const media::Format format = media::sniff_format(bytes).value_or(media::Format::kSvg);
        if (format == media::Format::kSvg) {
            return;
        }
        const media::PictureFacts facts = media::picture_facts(format, bytes, Limits{});
        switch (format) {
            case media::Format::kPng:
                media::decode_png(bytes);
                break;
            case media::Format::kJpeg:
                media::decode_jpeg(bytes, facts);
                break;
            case media::Format::kWebp:
                media::decode_webp(bytes, facts);
                break;
            case media::Format::kGif:
                media::decode_gif(bytes);
                break;
            case media::Format::kSvg:
                break;
        }
    });
}

void run_svg_size(std::string_view bytes) {
    with_messages([&] { media::svg_size(bytes); });
}

constexpr Target kTargets[] = {
    {"kramdown", run_kramdown}, {"css", run_css},           {"liquid", run_liquid},
    {"notes", run_notes},       {"pictures", run_pictures}, {"svg-size", run_svg_size},
    {"deck", run_deck},
};

}  // namespace

const Target* find_target(std::string_view name) {
    const auto* found = std::find_if(std::begin(kTargets), std::end(kTargets),
                                     [&](const Target& target) { return target.name == name; });
    return found == std::end(kTargets) ? nullptr : found;
}

void run_deck(std::string_view text) {
    with_messages([&] {
        const std::filesystem::path file = std::filesystem::temp_directory_path() /
                                           ("ghreveal-fuzz-" + std::to_string(getpid()) + ".md");
        std::ofstream(file, std::ios::binary) << text;
        Diagnostics diagnostics;
        Timings timings;
        pages::ExportOptions options;
        options.offline = true;
        pages::Session session(file.string(), options, diagnostics, timings);
        std::filesystem::remove(file);
        const Size size = session.page_geometry().page;
        exporter::PdfWriter pdf(session.deck(), size, session.selected_slides(),
                                [](std::string_view) {});
        draw::Canvas for_png(draw::Output::kRaster);
        draw::Canvas for_svg(draw::Output::kSvg);
        session.for_each_page([&](const pages::Page& page) {
            pdf.add_page(page);
            exporter::page_as_png(*page.content, size, 0.25, for_png);
            exporter::page_as_svg(*page.content, size, for_svg, [](int) { return "#"; });
        });
        pdf.finish();
    });
}

}  // namespace ghreveal::fuzz
