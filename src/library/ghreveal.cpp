#include "library/ghreveal.h"

#include <string_view>

#include "export/pdf/pdf.h"
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
        asked.final_states_only ? pages::FragmentMode::kFinal : pages::FragmentMode::kAll;
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

Rendering render(const DeckText& deck, const RenderOptions& asked) {
    Rendering rendering;
    Diagnostics diagnostics;
    Timings timings;
    pages::Session session((deck.folder / deck.name).string(), export_options(deck, asked),
                           diagnostics, timings);
    exporter::PdfOptions pdf_options;
    pdf_options.annotate_notes = asked.annotate_notes;
    exporter::PdfWriter pdf(
        session.deck(), session.page_geometry().page, session.selected_slides(),
        [&](std::string_view bytes) { rendering.bytes += bytes; }, pdf_options);
    session.for_each_page([&](const pages::Page& page) {
        pdf.add_page(page);
        ++rendering.pages;
    });
    pdf.finish();
    for (const Diagnostic& warning : diagnostics.warnings()) {
        rendering.messages.push_back(message_of(warning));
    }
    return rendering;
}

}  // namespace

Rendering render_pdf(const DeckText& deck, const RenderOptions& options) {
    try {
        return render(deck, options);
    } catch (const Error& error) {
        throw RenderError(error.message());
    }
}

const char* version() {
    return GHREVEAL_VERSION;
}

}  // namespace ghreveal
