#include "fuzz/targets.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "export/notes/notes_files.h"
#include "export/notes/safe_html.h"
#include "export/pdf/pdf.h"
#include "export/pictures/png.h"
#include "export/pictures/svg.h"
#include "pages/session.h"
#include "support/timings.h"
#include "support/unicode/utf8.h"

namespace ghreveal::fuzz {

namespace {

void run_notes(std::string_view bytes) {
    exporter::safe_html(utf8::sanitized(bytes));
}

constexpr Target kNotes{"notes", run_notes};
constexpr Target kDeck{"deck", run_deck};

}  // namespace

const Target* find_target(std::string_view name) {
    for (const Target* target : {&kNotes, &kDeck}) {
        if (target->name == name) {
            return target;
        }
    }
    return find_reader(name);
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
