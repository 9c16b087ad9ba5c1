#include "library/ghreveal.h"

#include <functional>
#include <string_view>
#include <utility>

#include "deck/deck.h"
#include "draw/canvas.h"
#include "export/pdf/pdf.h"
#include "export/pictures/png.h"
#include "export/pictures/svg.h"
#include "pages/session.h"
#include "support/error.h"
#include "support/rules.h"
#include "support/timings.h"

namespace ghreveal {

namespace {

pages::ExportOptions export_options(const DeckText& deck, const RenderOptions& asked) {
    pages::ExportOptions options;
    options.deck_text = deck.text;
    options.fragments =
        asked.final_states_only ? pages::FragmentMode::kFinal : pages::FragmentMode::kOfDeck;
    options.slides = asked.slides;
    options.theme = asked.theme;
    options.extra_sheets = asked.style_sheets;
    if (asked.width > 0 && asked.height > 0) {
        options.page_size = Size{asked.width, asked.height};
    }
    options.offline = !asked.online;
    return options;
}

Message message_of(const Diagnostic& warning) {
    return {warning.where.file, warning.where.line, std::string(facts_of(warning.rule).name),
            warning.hint.empty() ? warning.what : warning.what + "; " + warning.hint};
}

// A deck that is being rendered.
struct Work {
    Diagnostics diagnostics;
    Timings timings;
    pages::Session session;
    Rendering rendering;

    Work(const DeckText& deck, const RenderOptions& asked)
        : session((deck.folder / deck.name).string(), export_options(deck, asked), diagnostics,
                  timings) {}

    void for_each_page(const std::function<void(const pages::Page&)>& visit) {
        session.for_each_page([&](const pages::Page& page) {
            visit(page);
            ++rendering.pages;
        });
    }

    Rendering finish() {
        for (const Diagnostic& warning : diagnostics.warnings()) {
            rendering.messages.push_back(message_of(warning));
        }
        return std::move(rendering);
    }
};

Rendering pdf_of(const DeckText& deck, const RenderOptions& asked) {
    Work work(deck, asked);
    exporter::PdfOptions pdf_options;
    pdf_options.annotate_notes = asked.annotate_notes;
    exporter::PdfWriter pdf(
        work.session.deck(), work.session.page_geometry().page, work.session.selected_slides(),
        [&](std::string_view bytes) { work.rendering.bytes += bytes; }, pdf_options);
    work.for_each_page([&](const pages::Page& page) { pdf.add_page(page); });
    pdf.finish();
    return work.finish();
}

// Links to slides lead nowhere: who takes the pictures names the files.
std::string picture_of(const pages::Page& page, Size size, const PictureOptions& options) {
    if (options.format == PictureFormat::kSvg) {
        draw::Canvas canvas(draw::Output::kSvg);
        return exporter::page_as_svg(*page.content, size, canvas,
                                     [](int) { return std::string(); });
    }
    draw::Canvas canvas(draw::Output::kRaster);
    return exporter::page_as_png(*page.content, size, options.scale, canvas);
}

}  // namespace

Rendering render_pdf(const DeckText& deck, const RenderOptions& options) {
    try {
        return pdf_of(deck, options);
    } catch (const Error& error) {
        throw RenderError(error.message());
    }
}

Rendering render_pictures(const DeckText& deck, const PictureOptions& pictures,
                          const std::function<void(Picture&&)>& take,
                          const RenderOptions& options) {
    try {
        Work work(deck, options);
        work.for_each_page([&](const pages::Page& page) {
            const deck::Slide& slide = work.session.deck().slides[page.slide];
            take({picture_of(page, work.session.page_geometry().page, pictures),
                  deck::to_string(slide.index), page.step});
        });
        return work.finish();
    } catch (const Error& error) {
        throw RenderError(error.message());
    }
}

const char* version() {
    return GHREVEAL_VERSION;
}

}  // namespace ghreveal
