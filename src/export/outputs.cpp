#include "export/outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "export/background_output.h"
#include "export/handout/handout_output.h"
#include "export/notes/notes_output.h"
#include "export/output_file.h"
#include "export/pdf/pdf_output.h"
#include "export/pictures/pictures_output.h"
#include "export/presenter/presenter_output.h"
#include "export/sheets/contact_sheet_output.h"

namespace ghreveal::exporter {

namespace {

// In a thread of its own where there is one to spare.
std::unique_ptr<Output> pdf_beside_layout(const std::string& path, const OutputOptions& options,
                                          const OutputContext& context) {
    const auto make = [&](Timings& timings) {
        return pdf_output(path, options,
                          {context.session, timings, context.guard, context.threads});
    };
    return context.threads > 1 && context.is_alone ? background_output(context.timings, make)
                                                   : make(context.timings);
}

}  // namespace

std::string counted(std::size_t count, std::string_view thing) {
    return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

bool is_last_state(const pages::Session& session, const pages::Page& page) {
    return page.step == session.deck().slides[page.slide].steps;
}

pages::FragmentMode states_needed(const OutputOptions& options, pages::FragmentMode asked) {
    const bool needs_states = options.pdf || options.png || options.svg || options.pdfpc ||
                              options.presenter || (options.handout && options.fragments_given);
    const bool has_others = options.thumbnails || options.contact_sheet || options.json ||
                            options.handout || options.notes;
    return has_others && !needs_states ? pages::FragmentMode::kFinal : asked;
}

Outputs::Outputs(const OutputOptions& options, const Targets& targets, const OutputContext& context)
    : manifest_(targets.manifest), context_(context) {
    for (const std::string& file : targets.drawn_files()) {
        context.guard.check(file);
    }
    for (const std::string& file : targets.text_files()) {
        context.guard.check_text(file);
    }
    // Their order is that of the summary.
    if (!targets.pdf.empty()) {
        outputs_.push_back(pdf_beside_layout(targets.pdf, options, context));
    }
    if (!targets.png.empty() || !targets.svg.empty() || !targets.thumbnails.empty()) {
        outputs_.push_back(pictures_output(targets, options, context));
    }
    if (!targets.contact_sheet.empty()) {
        outputs_.push_back(contact_sheet_output(targets.contact_sheet, options, context));
    }
    if (!targets.handout.empty()) {
        outputs_.push_back(handout_output(targets.handout, options, context));
    }
    if (!targets.presenter.empty()) {
        outputs_.push_back(presenter_output(targets.presenter, options, context));
    }
    if (!targets.notes.empty()) {
        outputs_.push_back(notes_output(targets.notes, options.notes_format, context));
    }
    if (!targets.pdfpc.empty()) {
        outputs_.push_back(pdfpc_output(targets.pdfpc, PdfpcNotes::kInFile, context));
    }
    if (!targets.presenter_pdfpc.empty()) {
        outputs_.push_back(pdfpc_output(targets.presenter_pdfpc, PdfpcNotes::kOnPages, context));
    }
}

void Outputs::add(const pages::Page& page) {
    for (const std::unique_ptr<Output>& output : outputs_) {
        output->add(page);
    }
}

FinishedOutput Outputs::finish() {
    std::string summary;
    std::vector<WrittenFile> written;
    const auto add_line = [&summary](const std::string& line) {
        summary += line.empty() || summary.empty() ? line : "\n" + line;
    };
    for (const std::unique_ptr<Output>& output : outputs_) {
        FinishedOutput finished = output->finish();
        add_line(finished.summary);
        written.insert(written.end(), std::make_move_iterator(finished.files.begin()),
                       std::make_move_iterator(finished.files.end()));
    }
    std::stable_sort(written.begin(), written.end(), is_listed_before);
    if (!manifest_.empty()) {
        add_line(write_manifest(manifest_, context_.session, written));
        written.push_back({"manifest", manifest_, std::nullopt, std::nullopt, {}, 1, 0});
    }
    return {std::move(written), std::move(summary)};
}

}  // namespace ghreveal::exporter
