#include "library/ghreveal.h"

#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "deck/deck.h"
#include "draw/canvas.h"
#include "export/pdf/pdf.h"
#include "export/pictures/png.h"
#include "export/pictures/svg.h"
#include "library/caller_files.h"
#include "pages/session.h"
#include "support/error.h"
#include "support/files/install_folders.h"
#include "support/limit_names.h"
#include "support/rules.h"
#include "support/timings.h"

namespace ghreveal {

namespace {

namespace fs = std::filesystem;

pages::ExportOptions export_options(const DeckText& deck, const RenderOptions& asked,
                                    std::shared_ptr<const media::FileSource> files) {
    pages::ExportOptions options;
    options.deck_text = deck.text;
    options.files = std::move(files);
    options.fragments =
        asked.final_states_only ? pages::FragmentMode::kFinal : pages::FragmentMode::kOfDeck;
    options.slides = asked.slides;
    options.theme = asked.theme;
    options.extra_sheets = asked.style_sheets;
    if (asked.width > 0 && asked.height > 0) {
        options.page_size = Size{asked.width, asked.height};
    }
    options.offline = !asked.online;
    options.allowed_folders = asked.picture_folders;
    options.cache_folder = asked.cache_folder;
    options.math = asked.formulas ? math::MathMode::kKatex : math::MathMode::kSource;
    try {
        for (const std::string& limit : asked.limits) {
            set_limit(options.limits, limit);
        }
    } catch (const std::invalid_argument& wrong) {
        throw Error({}, wrong.what());
    }
    return options;
}

// Where the deck and what it names come from.
class Source {
public:
    explicit Source(const DeckText& deck) : path_(deck.folder / deck.name) {
        if (deck.files) {
            files_.emplace(deck.files);
            path_ = files_->root() / fs::path("/" + deck.name).lexically_normal().relative_path();
        }
    }

    std::string path() const { return path_.string(); }
    std::shared_ptr<const media::FileSource> files() { return files_ ? files_->source() : nullptr; }
    std::string named(const std::string& message) const {
        return files_ ? files_->as_the_caller_names(message) : message;
    }

    Message message_of(const Diagnostic& warning) const {
        const std::string text =
            warning.hint.empty() ? warning.what : warning.what + "; " + warning.hint;
        return {named(warning.where.file), warning.where.line,
                std::string(facts_of(warning.rule).name), named(text)};
    }

private:
    fs::path path_;
    std::optional<CallerFiles> files_;
};

// A deck that is being rendered.
struct Work {
    Source& source;
    Diagnostics diagnostics;
    Timings timings;
    pages::Session session;
    Rendering rendering;

    Work(Source& from, const DeckText& deck, const RenderOptions& asked)
        : source(from),
          session(source.path(), export_options(deck, asked, source.files()), diagnostics,
                  timings) {}

    void for_each_page(const std::function<void(const pages::Page&)>& visit) {
        session.for_each_page([&](const pages::Page& page) {
            visit(page);
            ++rendering.pages;
        });
    }

    Rendering finish() {
        for (const Diagnostic& warning : diagnostics.warnings()) {
            rendering.messages.push_back(source.message_of(warning));
        }
        return std::move(rendering);
    }
};

Rendering pdf_of(const DeckText& deck, const RenderOptions& asked, Source& source) {
    Work work(source, deck, asked);
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

// Runs render(Source&) with errors as the caller takes them.
template <typename Render>
Rendering with_source_of(const DeckText& deck, const RenderOptions& options, Render&& render) {
    const InstallFoldersScope scope({options.data_folder, options.module_folder});
    std::optional<Source> source;
    try {
        source.emplace(deck);
        return render(*source);
    } catch (const Error& error) {
        throw RenderError(source ? source->named(error.message()) : error.message());
    }
}

}  // namespace

Rendering render_pdf(const DeckText& deck, const RenderOptions& options) {
    return with_source_of(deck, options,
                          [&](Source& source) { return pdf_of(deck, options, source); });
}

Rendering render_pictures(const DeckText& deck, const PictureOptions& pictures,
                          const std::function<void(Picture&&)>& take,
                          const RenderOptions& options) {
    return with_source_of(deck, options, [&](Source& source) {
        Work work(source, deck, options);
        work.for_each_page([&](const pages::Page& page) {
            const deck::Slide& slide = work.session.deck().slides[page.slide];
            take({picture_of(page, work.session.page_geometry().page, pictures),
                  deck::to_string(slide.index), page.step});
        });
        return work.finish();
    });
}

const char* version() {
    return GHREVEAL_VERSION;
}

}  // namespace ghreveal
