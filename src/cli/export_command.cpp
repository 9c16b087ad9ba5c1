#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>

#include "cli/commands.h"
#include "cli/contact_sheet_file.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/targets.h"
#include "export/manifest.h"
#include "export/pdf/pdf.h"
#include "export/pdf/pdf_document.h"
#include "export/pictures/picture_writer.h"
#include "export/pictures/png.h"
#include "export/sheets/contact_sheet.h"
#include "pages/session.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace fs = std::filesystem;

namespace {

constexpr Size kA4Across{1122.52, 793.7};  // px

std::string counted(std::size_t count, std::string_view thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

double picture_scale(const OutputOptions& outputs, Size page) {
    const double by_width = outputs.width / page.width;
    const double by_height = outputs.height / page.height;
    if (outputs.width > 0 && outputs.height > 0) {
        return std::min(by_width, by_height);
    }
    return outputs.width > 0 ? by_width : (outputs.height > 0 ? by_height : outputs.scale);
}

// "2.1" of slide 2/1: slashes cannot be in a file's name.
std::string name_of(const deck::SlideIndex& index) {
    std::string name = deck::to_string(index);
    std::replace(name.begin(), name.end(), '/', '.');
    return name;
}

// Writes all outputs of a deck from one walk over its pages.
class Exporter {
public:
    Exporter(const Options& options, const std::string& deck_path, pages::Session& session,
             Timings& timings)
        : outputs_(options.outputs),
          targets_(targets_of(options, deck_path)),
          session_(session),
          timings_(timings),
          page_size_(session.page_geometry().page) {
        open_outputs(options.threads);
    }

    void add(pages::Page&& page) {
        ++pages_;
        if (pdf_) {
            const auto scope = timings_.measure("pdf pages");
            pdf_->add_page(page);
        }
        if (!targets_.pdfpc.empty()) {
            pdfpc_pages_.push_back({page.slide, page.step - session_.first_step(page.slide)});
        }
        if (!pictures_ && targets_.contact_sheet.empty() && targets_.handout.empty()) {
            return;
        }
        const bool is_last = page.step == session_.deck().slides[page.slide].steps;
        const auto content = std::make_shared<const paint::DisplayList>(std::move(page.content));
        add_pictures(page.slide, page.step, is_last, content);
        if (is_last && !targets_.contact_sheet.empty()) {
            sheet_slides_.push_back({page.slide, content});
        }
        if (!targets_.handout.empty()) {
            add_to_handout(page.slide, is_last, content);
        }
    }

    // What was written, a line each.
    std::string finish() {
        std::string summary;
        finish_pdf(summary);
        finish_pictures(summary);
        finish_contact_sheet(summary);
        finish_handout(summary);
        finish_notes(summary);
        finish_manifest(summary);
        if (!summary.empty()) {
            summary.pop_back();
        }
        return summary;
    }

private:
    void open_outputs(int threads) {
        if (!targets_.pdf.empty()) {
            pdf_file_.emplace(targets_.pdf);
            pdf_.emplace(
                session_.deck(), page_size_, session_.selected_slides(),
                [this](std::string_view bytes) { pdf_file_->write(bytes); },
                outputs_.annotate_notes ? exporter::PdfDocument::Notes::kAnnotations
                                        : exporter::PdfDocument::Notes::kNone);
        }
        bool any_pictures = false;
        for (const std::string& folder : {targets_.png, targets_.svg, targets_.thumbnails}) {
            if (!folder.empty()) {
                make_folder(folder);
                any_pictures = true;
            }
        }
        if (any_pictures) {
            pictures_.emplace(page_size_, threads, [this](int slide) {
                const auto found = first_svg_.find(static_cast<std::size_t>(slide));
                return found == first_svg_.end() ? std::string() : found->second;
            });
            if (!targets_.svg.empty()) {
                name_first_drawings();
            }
        }
    }

    // Links between slides lead to the drawing of the slide's first state.
    void name_first_drawings() {
        int page = 0;
        for (const std::size_t slide : session_.selected_slides()) {
            const int first = session_.first_step(slide);
            first_svg_[slide] = page_name(page, slide, first) + ".svg";
            page += session_.deck().slides[slide].steps - first + 1;
        }
    }

    std::string page_name(int page, std::size_t slide, int step) const {
        return fmt::format("{:03}-{}-s{}", page + 1, name_of(session_.deck().slides[slide].index),
                           step);
    }

    void add_pictures(std::size_t slide, int step, bool is_last,
                      const std::shared_ptr<const paint::DisplayList>& content) {
        std::vector<exporter::PictureFile> files;
        const auto add = [&](const char* kind, exporter::PictureFile file, Size size) {
            written_pictures_.push_back({kind, file.path, slide, step, size, 1, 0});
            files.push_back(std::move(file));
        };
        const std::string name = page_name(pages_ - 1, slide, step);
        using Format = exporter::PictureFile::Format;
        if (!targets_.png.empty()) {
            const double scale = picture_scale(outputs_, page_size_);
            add("png", {Format::kPng, (fs::path(targets_.png) / (name + ".png")).string(), scale},
                pixels(scale));
        }
        if (!targets_.svg.empty()) {
            add("svg", {Format::kSvg, (fs::path(targets_.svg) / (name + ".svg")).string(), 1},
                page_size_);
        }
        if (!targets_.thumbnails.empty() && is_last) {
            const double scale = outputs_.thumbnail_width / page_size_.width;
            const std::string file =
                fmt::format("{:03}-{}.png", session_.deck().slides[slide].number,
                            name_of(session_.deck().slides[slide].index));
            add("thumbnail", {Format::kPng, (fs::path(targets_.thumbnails) / file).string(), scale},
                pixels(scale));
        }
        if (!files.empty()) {
            const auto scope = timings_.measure("pictures");
            pictures_->add(content, std::move(files));
        }
    }

    Size pixels(double scale) const {
        const exporter::PixelSize size = exporter::picture_size(page_size_, scale);
        return {static_cast<Px>(size.width), static_cast<Px>(size.height)};
    }

    void finish_pdf(std::string& summary) {
        if (!pdf_) {
            return;
        }
        const auto scope = timings_.measure("pdf end");
        pdf_->finish();
        pdf_file_->commit();
        summary += fmt::format("{}: {}\n", pdf_file_->name(),
                               counted(static_cast<std::size_t>(pages_), "page"));
        written_.push_back({"pdf", targets_.pdf, std::nullopt, std::nullopt, page_size_, pages_,
                            pdf_file_->size()});
    }

    void finish_pictures(std::string& summary) {
        if (!pictures_) {
            return;
        }
        const auto scope = timings_.measure("pictures");
        const std::vector<std::size_t> sizes = pictures_->finish();
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            written_pictures_[i].bytes = sizes[i];
        }
        for (const auto& [kind, folder] : {std::pair<std::string, std::string>{"png", targets_.png},
                                           {"svg", targets_.svg},
                                           {"thumbnail", targets_.thumbnails}}) {
            const auto count = std::count_if(written_pictures_.begin(), written_pictures_.end(),
                                             [&wanted = kind](const exporter::WrittenFile& file) {
                                                 return file.kind == wanted;
                                             });
            if (!folder.empty()) {
                summary +=
                    fmt::format("{}/: {}\n", fs::path(folder / fs::path()).parent_path().string(),
                                counted(static_cast<std::size_t>(count), "picture"));
            }
        }
        written_.insert(written_.end(), written_pictures_.begin(), written_pictures_.end());
    }

    void finish_contact_sheet(std::string& summary) {
        if (targets_.contact_sheet.empty()) {
            return;
        }
        const auto scope = timings_.measure("contact sheet");
        const bool as_png = fs::path(targets_.contact_sheet).extension() == ".png";
        exporter::ContactSheetOptions wanted{outputs_.columns, outputs_.paper,
                                             static_cast<Px>(outputs_.thumbnail_width)};
        if (!as_png && !wanted.paper) {
            wanted.paper = kA4Across;
        }
        const exporter::ContactSheet sheet = exporter::contact_sheet(
            exporter::sheet_cells(session_.deck(), sheet_slides_, page_size_), wanted,
            session_.parts().shaper);
        Target file(targets_.contact_sheet);
        if (as_png) {
            write_as_picture(sheet, outputs_.scale, file);
        } else {
            write_as_pdf(sheet, session_.deck().metadata, file);
        }
        file.commit();
        summary += fmt::format("{}: {}\n", file.name(), counted(sheet.pages.size(), "page"));
        written_.push_back({"contact-sheet", targets_.contact_sheet, std::nullopt, std::nullopt,
                            sheet.page_size, static_cast<int>(sheet.pages.size()), file.size()});
    }

    // Small pictures of the steps are for who asks for all fragments.
    void add_to_handout(std::size_t slide, bool is_last,
                        const std::shared_ptr<const paint::DisplayList>& content) {
        if (handout_slides_.empty() || handout_slides_.back().slide != slide) {
            handout_slides_.push_back({slide, content, {}});
        }
        exporter::HandoutSlide& shown = handout_slides_.back();
        if (is_last) {
            shown.page = content;
        } else if (shows_steps()) {
            shown.steps.push_back(content);
        }
    }

    bool shows_steps() const {
        return outputs_.fragments_given && session_.first_step(handout_slides_.back().slide) == 0;
    }

    void finish_handout(std::string& summary) {
        if (targets_.handout.empty()) {
            return;
        }
        const auto scope = timings_.measure("handout");
        exporter::HandoutOptions wanted = outputs_.handout_options;
        wanted.paper = outputs_.paper.value_or(wanted.paper);
        if (outputs_.landscape) {
            std::swap(wanted.paper.width, wanted.paper.height);
        }
        const std::vector<exporter::HandoutPage> pages =
            exporter::handout_pages(session_, handout_slides_, wanted);
        Target file(targets_.handout);
        exporter::write_handout(session_, pages, wanted.paper,
                                [&](std::string_view bytes) { file.write(bytes); });
        file.commit();
        summary += fmt::format("{}: {}\n", file.name(), counted(pages.size(), "page"));
        written_.push_back({"handout", targets_.handout, std::nullopt, std::nullopt, wanted.paper,
                            static_cast<int>(pages.size()), file.size()});
    }

    void write_text(const std::string& kind, const std::string& path, const std::string& text,
                    std::string& summary) {
        Target file(path);
        file.write(text);
        file.commit();
        summary += fmt::format("{}: {}\n", file.name(), counted(text.size(), "byte"));
        written_.push_back({kind, path, std::nullopt, std::nullopt, {}, 1, file.size()});
    }

    void finish_notes(std::string& summary) {
        if (!targets_.notes.empty()) {
            write_text("notes", targets_.notes,
                       exporter::notes_file(session_.deck(), session_.selected_slides(),
                                            outputs_.notes_format),
                       summary);
        }
        if (!targets_.pdfpc.empty()) {
            write_text("pdfpc", targets_.pdfpc, exporter::pdfpc_file(session_.deck(), pdfpc_pages_),
                       summary);
        }
    }

    void finish_manifest(std::string& summary) {
        if (targets_.manifest.empty()) {
            return;
        }
        Target file(targets_.manifest);
        file.write(exporter::manifest_json(session_.deck(), session_.selected_slides(), page_size_,
                                           written_,
                                           fs::path(targets_.manifest).parent_path().string()));
        file.commit();
        summary += fmt::format("{}: {}\n", file.name(),
                               counted(session_.selected_slides().size(), "slide"));
    }

    const OutputOptions& outputs_;
    Targets targets_;
    pages::Session& session_;
    Timings& timings_;
    Size page_size_;
    int pages_ = 0;
    std::optional<Target> pdf_file_;
    std::optional<exporter::PdfWriter> pdf_;
    std::map<std::size_t, std::string> first_svg_;
    std::optional<exporter::PictureWriter> pictures_;
    std::vector<exporter::WrittenFile> written_pictures_;
    std::vector<exporter::WrittenFile> written_;
    std::vector<exporter::SheetSlide> sheet_slides_;
    std::vector<exporter::HandoutSlide> handout_slides_;
    std::vector<exporter::PdfpcPage> pdfpc_pages_;
};

// Thumbnails and sheets show last states: without other outputs only those are painted.
pages::ExportOptions exporting_for(const Options& options) {
    pages::ExportOptions exporting = options.exporting;
    const OutputOptions& outputs = options.outputs;
    const bool needs_states = outputs.pdf || outputs.png || outputs.svg || outputs.pdfpc ||
                              (outputs.handout && outputs.fragments_given);
    if (!needs_states && (outputs.thumbnails || outputs.contact_sheet || outputs.json ||
                          outputs.handout || outputs.notes)) {
        exporting.fragments = pages::FragmentMode::kFinal;
    }
    return exporting;
}

int page_count(const pages::Session& session) {
    int pages = 0;
    for (const std::size_t slide : session.selected_slides()) {
        pages += session.deck().slides[slide].steps - session.first_step(slide) + 1;
    }
    return pages;
}

}  // namespace

std::string export_deck(const Options& options, const std::string& deck_path,
                        Diagnostics& diagnostics, Timings& timings) {
    pages::Session session(deck_path, exporting_for(options), diagnostics, timings);
    Exporter writer(options, deck_path, session, timings);
    {
        // Decks that are exported side by side would write over one another's bars.
        Progress progress(deck_path, page_count(session),
                          !options.quiet && options.decks.size() == 1);
        session.for_each_page([&](pages::Page&& page) {
            writer.add(std::move(page));
            progress.advance();
        });
    }
    return writer.finish();
}

void check_deck(const Options& options, const std::string& deck_path, Diagnostics& diagnostics,
                Timings& timings) {
    pages::Session session(deck_path, options.exporting, diagnostics, timings);
    session.for_each_page([](pages::Page&&) {});
}

}  // namespace ghreveal::cli
