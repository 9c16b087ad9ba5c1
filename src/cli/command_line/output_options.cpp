#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "cli/command_line/option_groups.h"
#include "cli/command_line/option_kinds.h"
#include "export/sheets/paper.h"

namespace ghreveal::cli {

namespace {

const std::map<std::string, exporter::TaggedStep> kTaggedSteps{
    {"first", exporter::TaggedStep::kFirst}, {"last", exporter::TaggedStep::kLast}};
const std::map<std::string, exporter::NotesFormat> kNotesFormats{
    {"markdown", exporter::NotesFormat::kMarkdown},
    {"text", exporter::NotesFormat::kText},
    {"html", exporter::NotesFormat::kHtml},
    {"json", exporter::NotesFormat::kJson}};

void add_picture_options(CLI::App& app, exporter::OutputOptions& outputs) {
    app.option_defaults()->group("Pictures and sheets");
    app.add_option("--width", outputs.width, "Width of the PNGs in pixels")
        ->type_name("PX")
        ->check(number_within(1, FixedLimits::picture_side));
    app.add_option("--height", outputs.height,
                   "Height of the PNGs in pixels; with --width, they fit into both")
        ->type_name("PX")
        ->check(number_within(1, FixedLimits::picture_side));
    app.add_option("--scale", outputs.scale, "Pixels for each px of the page in PNGs; default: 1")
        ->type_name("F")
        ->check(number_within(0.01, 30.0));
    app.add_option("--thumbnail-width", outputs.thumbnail_width,
                   "Width of the thumbnails in pixels; default: 320")
        ->type_name("PX")
        ->check(number_within(8, FixedLimits::picture_side));
    app.add_option("--columns", outputs.columns, "Columns of the contact sheet")
        ->type_name("N")
        ->check(number_within(1, 100));
    add_parsed(app, "--paper", outputs.paper, exporter::parse_paper,
               "Paper of the handout and the contact sheet: A3, A4, A5, Letter, Legal, "
               "WIDTHxHEIGHTmm or in; default: A4, for a contact sheet across, or, as a PNG, one "
               "large picture")
        ->type_name("PAPER");
}

void add_archival_options(CLI::App& app, exporter::Archival& archival) {
    app.add_flag_callback(
        "--pdf-a", [&archival] { archival = std::max(archival, exporter::Archival::kPdfA2); },
        "Write PDFs as archives take them, PDF/A-2a; formulas have their MathML in it, as "
        "PDF/A-3a");
    app.add_flag_callback(
        "--attach-source", [&archival] { archival = exporter::Archival::kPdfA3; },
        "Attach the deck, its style sheets and its pictures to the PDF, as PDF/A-3a; implies "
        "--pdf");
}

}  // namespace

void add_output_options(CLI::App& app, exporter::OutputOptions& outputs) {
    app.option_defaults()->group("Outputs");
    app.add_flag("--pdf", outputs.pdf, "Write DECK.pdf; this is the default");
    app.add_flag("--png", outputs.png, "Write a PNG for every page, in the folder DECK-png");
    app.add_flag("--svg", outputs.svg, "Write an SVG for every page, in the folder DECK-svg");
    app.add_flag("--thumbnails", outputs.thumbnails,
                 "Write a small PNG for every slide, its last state, in the folder "
                 "DECK-thumbnails");
    app.add_flag("--contact-sheet", outputs.contact_sheet,
                 "Write all slides small on one sheet, DECK-contact-sheet.pdf; a PNG when -o says "
                 "so");
    app.add_flag("--json", outputs.json,
                 "Write DECK.json with the slides, their titles and notes, and the files written");
    add_picture_options(app, outputs);
}

void add_notes_options(CLI::App& app, Options& options) {
    exporter::OutputOptions& outputs = options.outputs;
    app.option_defaults()->group("Notes and PDF");
    // A flag, so that a deck's name behind it is not taken for its value.
    app.add_flag(
           "--notes{markdown}", options.notes_word,
           "Write the speaker's notes, DECK-notes.md; --notes=text, html, json: in that format")
        ->each([&outputs](const std::string& word) {
            const auto found = kNotesFormats.find(word);
            if (found == kNotesFormats.end()) {
                throw CLI::ValidationError(
                    "--notes", fmt::format("'{}' is not one of {}", word, names_of(kNotesFormats)));
            }
            outputs.notes = true;
            outputs.notes_format = found->second;
        })
        ->type_name("markdown|text|html|json");
    app.add_flag("--annotate-notes", outputs.pdf_options.annotate_notes,
                 "Put each slide's notes into the PDF as a closed text annotation; implies --pdf");
    add_choice(app, "--tag-steps", outputs.pdf_options.tagged_step, kTaggedSteps,
               "Page of a slide that reads out what stands on several of its pages; default: the "
               "first; implies --pdf")
        ->type_name("first|last");
    app.add_flag("--fullscreen", outputs.pdf_options.fullscreen,
                 "Let viewers open the PDF over the whole screen; implies --pdf");
    app.add_flag("--presenter", outputs.presenter,
                 "Write DECK-presenter.pdf, each slide beside its notes and the next slide, for "
                 "programs that show both screens from one file");
    app.add_flag_callback(
        "--no-transitions", [&outputs] { outputs.pdf_options.transitions = false; },
        "Leave out of the PDF how one slide follows another, which viewers that present show; "
        "implies --pdf");
    add_archival_options(app, outputs.pdf_options.format.archival);
    app.add_option("--image-dpi", outputs.pdf_options.format.image_dpi,
                   "Most pixels an inch that pictures have in PDFs, as large as they are shown; "
                   "0: all that they have; default: 300")
        ->type_name("NUMBER")
        ->check(number_within(0.0, 10'000.0));
    app.add_flag("--pdfpc", outputs.pdfpc,
                 "Write DECK.pdfpc, the notes for pdfpc, beside the PDF, and beside that of "
                 "--presenter what "
                 "it needs; pympress reads --annotate-notes");
}

}  // namespace ghreveal::cli
