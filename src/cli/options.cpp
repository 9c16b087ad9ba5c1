#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>
#include <thread>

#include "cli/handout_command_line.h"
#include "cli/option_kinds.h"
#include "cli/usage.h"
#include "deck/page/reveal_version.h"
#include "export/sheets/paper.h"
#include "support/limit_names.h"

namespace ghreveal::cli {

namespace {

const std::map<std::string, pages::FragmentMode> kFragmentModes{
    {"all", pages::FragmentMode::kAll}, {"final", pages::FragmentMode::kFinal}};
const std::map<std::string, pages::OverflowMode> kOverflowModes{
    {"fit", pages::OverflowMode::kFit}, {"clip", pages::OverflowMode::kClip}};
const std::map<std::string, std::optional<deck::Format>> kFormats{
    {"auto", std::nullopt},
    {"gh-reveal", deck::Format::kGhReveal},
    {"html", deck::Format::kPage},
    {"markdown", deck::Format::kMarkdown}};
const std::map<std::string, math::MathMode> kMathModes{{"katex", math::MathMode::kKatex},
                                                       {"source", math::MathMode::kSource}};
const std::map<std::string, exporter::TaggedStep> kTaggedSteps{
    {"first", exporter::TaggedStep::kFirst}, {"last", exporter::TaggedStep::kLast}};
const std::map<std::string, Stage> kStages{{"html", Stage::kHtml},     {"dom", Stage::kDom},
                                           {"style", Stage::kStyle},   {"boxes", Stage::kBoxes},
                                           {"layout", Stage::kLayout}, {"paint", Stage::kPaint},
                                           {"steps", Stage::kSteps}};

deck::RevealVersion parse_reveal_version(const std::string& text) {
    const auto version = deck::parse_version(text);
    if (!version) {
        throw std::invalid_argument("'" + text + "' is no version; write 3.8, 4 or 5.1.0, say");
    }
    return *version;
}

void add_reading_options(CLI::App& app, pages::ExportOptions& options) {
    add_choice(app, app.get_name() == "check" ? "--deck-format" : "--format,--deck-format",
               options.format, kFormats,
               "What the decks are: gh-reveal Markdown, HTML pages of reveal.js, Markdown as "
               "reveal-md has it; auto tells by their content (default)")
        ->type_name("auto|gh-reveal|html|markdown");
    add_parsed(app, "--reveal-version", options.version, parse_reveal_version,
               "The reveal.js whose style sheets lay the slides out; default: the one that the "
               "deck or its site names")
        ->type_name("VERSION");
    add_choice(app, "--math", options.math, kMathModes,
               "Formulas in TeX: katex sets them (default), source leaves them as written")
        ->type_name("katex|source");
}

void add_rendering_options(CLI::App& app, pages::ExportOptions& options) {
    add_reading_options(app, options);
    add_choice(app, "--fragments", options.fragments, kFragmentModes,
               "all: a page for every state of a slide (default); final: one page a slide, with "
               "everything shown")
        ->type_name("all|final");
    app.add_option("--slides", options.slides,
                   "Only these slides: 3, 2-5 (positions, the title slide is 1), 2/1 (as reveal.js "
                   "numbers them), #id; several with commas")
        ->type_name("LIST");
    add_parsed(app, "--size", options.page_size, parse_page_size,
               "Page size in CSS px (1/96 in), the slide scaled to fit; default: the slide and its "
               "margin, 998x728")
        ->type_name("WxH");
    app.add_option("--theme", options.theme,
                   "A theme's name or a style sheet to use instead of the deck's theme")
        ->type_name("NAME|FILE");
    app.add_option("--css", options.extra_sheets,
                   "A style sheet to apply after the theme; may be repeated")
        ->allow_extra_args(false)  // what follows is a deck
        ->type_name("FILE");
    add_choice(app, "--overflow", options.overflow, kOverflowModes,
               "fit: shrink code and slides that are too large (default); clip: cut them as a "
               "browser does")
        ->type_name("fit|clip");
    app.add_flag(
        "--offline", options.offline,
        "Fetch nothing from the network; show pictures from the web that are in the cache");
    app.add_flag("--allow-private-network", options.allow_private_network,
                 "Let decks show pictures of private networks and this machine's own servers, and "
                 "use the proxies of the environment");
    add_seconds(app, "--fetch-timeout", options.limits.fetch_milliseconds,
                "The longest that fetching one picture may take; default: 20");
    app.add_option_function<std::vector<std::string>>(
           "--limit",
           [&options](const std::vector<std::string>& assignments) {
               for (const std::string& assignment : assignments) {
                   try {
                       set_limit(options.limits, assignment);
                   } catch (const std::invalid_argument& problem) {
                       throw CLI::ValidationError("--limit", problem.what());
                   }
               }
           },
           "Another bound against decks that would take all time or memory, as the message says "
           "that names it: pages=200000; may be repeated")
        ->allow_extra_args(false)  // what follows is a deck
        ->type_name("NAME=NUMBER");
    add_seconds(app, "--svg-timeout", options.limits.svg_milliseconds,
                "The longest that drawing one SVG with costly filters may take; default: 1");
    app.add_option_function<int>(
           "--image-megapixels",
           [&options](int megapixels) {
               options.limits.image_pixels = static_cast<std::size_t>(megapixels) << 20U;
           },
           "The most pixels that a picture may have, in millions (2^20); default: 100")
        ->type_name("N")
        ->check(CLI::Range(1, 4000));
    app.add_option("--allow-dir", options.allowed_folders,
                   "A folder outside the site whose pictures decks may show; may be repeated")
        ->type_name("DIR")
        ->allow_extra_args(false)  // what follows is a deck
        ->check(CLI::ExistingDirectory);
}

void add_message_options(CLI::App& app, Options& options) {
    app.add_flag("--strict", options.strict, "End with status 3 when there were warnings");
    auto* quiet = app.add_flag("-q,--quiet", options.quiet, "Print errors only");
    app.add_flag("-v,--verbose", options.verbose,
                 "Print what was written and how long each stage took")
        ->excludes(quiet);
}

void add_decks(CLI::App& app, Options& options) {
    app.add_option("DECK", options.decks,
                   "Deck files, or folders whose decks are meant; - reads standard input; none: "
                   "the current folder");
    app.add_flag("--drafts", options.drafts, "Of folders: also the decks with draft: true");
    app.add_option("-j,--jobs", options.threads,
                   "So many threads at most; default: one for each processor")
        ->type_name("N")
        ->check(CLI::Range(1, 256));
}

void add_output_options(CLI::App& app, exporter::OutputOptions& outputs) {
    app.add_flag("--pdf", outputs.pdf, "Write DECK.pdf; what is written when nothing is asked for");
    app.add_flag("--png", outputs.png, "Write a PNG for every page, in the folder DECK-png");
    app.add_option("--width", outputs.width, "Width of the PNGs in pixels")
        ->type_name("PX")
        ->check(CLI::Range(1, FixedLimits::picture_side));
    app.add_option("--height", outputs.height,
                   "Height of the PNGs in pixels; with --width: they fit into both")
        ->type_name("PX")
        ->check(CLI::Range(1, FixedLimits::picture_side));
    app.add_option("--scale", outputs.scale, "Pixels for each px of the page in PNGs; default: 1")
        ->type_name("F")
        ->check(CLI::Range(0.01, 30.0));
    app.add_flag("--svg", outputs.svg, "Write an SVG for every page, in the folder DECK-svg");
    app.add_flag("--thumbnails", outputs.thumbnails,
                 "Write a small PNG for every slide, its last state, in the folder "
                 "DECK-thumbnails");
    app.add_option("--thumbnail-width", outputs.thumbnail_width,
                   "Width of the thumbnails in pixels; default: 320")
        ->type_name("PX")
        ->check(CLI::Range(8, FixedLimits::picture_side));
    app.add_flag("--contact-sheet", outputs.contact_sheet,
                 "Write all slides small on one sheet, DECK-contact-sheet.pdf; a PNG when -o says "
                 "so");
    app.add_option("--columns", outputs.columns, "Columns of the contact sheet")
        ->type_name("N")
        ->check(CLI::Range(1, 100));
    add_parsed(app, "--paper", outputs.paper, exporter::parse_paper,
               "Paper of the handout and the contact sheet: A3, A4, A5, Letter, Legal, "
               "WIDTHxHEIGHTmm or in; default: A4, for a contact sheet across, or, as a PNG, one "
               "large picture")
        ->type_name("PAPER");
    app.add_flag("--json", outputs.json,
                 "Write DECK.json: the slides, their notes and titles, and the files written");
}

const std::map<std::string, exporter::NotesFormat> kNotesFormats{
    {"markdown", exporter::NotesFormat::kMarkdown},
    {"text", exporter::NotesFormat::kText},
    {"html", exporter::NotesFormat::kHtml},
    {"json", exporter::NotesFormat::kJson}};

void add_notes_options(CLI::App& app, Options& options) {
    exporter::OutputOptions& outputs = options.outputs;
    // A flag, so that a deck's name behind it is not taken for its value.
    app.add_flag("--notes{markdown}", options.notes_word,
                 "Write the speaker's notes: DECK-notes.md; --notes=text, html or json otherwise")
        ->each([&outputs](const std::string& word) {
            const auto found = kNotesFormats.find(word);
            if (found == kNotesFormats.end()) {
                throw CLI::ValidationError(
                    "--notes", fmt::format("'{}' is not one of {}", word, names_of(kNotesFormats)));
            }
            outputs.notes = true;
            outputs.notes_format = found->second;
        });
    app.add_flag("--annotate-notes", outputs.pdf_options.annotate_notes,
                 "Put each slide's notes into the PDF as a closed text annotation; implies --pdf");
    add_choice(app, "--tag-steps", outputs.pdf_options.tagged_step, kTaggedSteps,
               "Which of a slide's pages reads out what stands on several of them: the first "
               "(default) or the last; implies --pdf")
        ->type_name("first|last");
    app.add_flag("--fullscreen", outputs.pdf_options.fullscreen,
                 "Have viewers open the PDF over the whole screen; implies --pdf");
    app.add_flag(
        "--pdfpc", outputs.pdfpc,
        "Write DECK.pdfpc, the notes for pdfpc, beside the PDF; pympress reads --annotate-notes");
}

CLI::App* add_export_command(CLI::App& app, Options& options) {
    auto* command = app.add_subcommand("export", "Write decks as PDF, pictures, sheets");
    add_decks(*command, options);
    add_output_options(*command, options.outputs);
    add_handout_options(*command, options.outputs);
    add_notes_options(*command, options);
    command
        ->add_option("-o,--output", options.output,
                     "A folder for the outputs, or the file for a single one; - writes standard "
                     "output")
        ->type_name("PATH");
    command->add_flag("--force", options.force,
                      "Overwrite notes and manifests that ghreveal did not make");
    add_rendering_options(*command, options.exporting);
    add_message_options(*command, options);
    return command;
}

const std::map<std::string, check::MessageFormat> kMessageFormats{
    {"human", check::MessageFormat::kHuman},
    {"short", check::MessageFormat::kShort},
    {"json", check::MessageFormat::kJson},
    {"sarif", check::MessageFormat::kSarif},
    {"github", check::MessageFormat::kGithub}};

std::string parse_rule_name(const std::string& name) {
    check::parse_rule(name);
    return name;
}

CLI::Option* add_rules(CLI::App& app, const std::string& name, std::vector<std::string>& rules,
                       const std::string& help) {
    return app
        .add_option_function<std::vector<std::string>>(
            name,
            [&rules, name](const std::vector<std::string>& given) {
                for (const std::string& rule : given) {
                    try {
                        rules.push_back(parse_rule_name(rule));
                    } catch (const std::invalid_argument& problem) {
                        throw CLI::ValidationError(name, problem.what());
                    }
                }
            },
            help)
        ->allow_extra_args(false)  // what follows is a deck
        ->type_name("RULE");
}

void add_lint_options(CLI::App& app, Options& options) {
    add_rules(app, "--allow", options.lint.allowed, "Say nothing of this rule; may be repeated");
    add_rules(app, "--deny", options.lint.denied,
              "End with status 1 when this rule is broken; may be repeated");
    app.add_option("--baseline", options.baseline,
                   "Say nothing of what this file has, which --write-baseline has written")
        ->type_name("FILE");
    app.add_option("--write-baseline", options.new_baseline,
                   "Write down what is found now, for --baseline")
        ->type_name("FILE");
    app.add_flag("--online", options.online,
                 "Fetch pictures from the network, to say which are not there");
}

// The words of --deck-format are taken as well, as `export` takes them under this name.
void add_message_format(CLI::App& app, Options& options) {
    app.add_option_function<std::string>(
           "--format",
           [&options](const std::string& word) {
               if (const auto message = kMessageFormats.find(word);
                   message != kMessageFormats.end()) {
                   options.messages = message->second;
               } else if (const auto deck = kFormats.find(word); deck != kFormats.end()) {
                   options.exporting.format = deck->second;
               } else {
                   throw CLI::ValidationError("--format", fmt::format("'{}' is not one of {}", word,
                                                                      names_of(kMessageFormats)));
               }
           },
           "How findings are told: human: with their lines of source, as on a terminal; short: a "
           "line each, as elsewhere; json, sarif, github: on standard output, for programs")
        ->type_name("human|short|json|sarif|github");
}

CLI::App* add_check_command(CLI::App& app, Options& options) {
    auto* command = app.add_subcommand(
        "check", "Say what would go wrong or look wrong in decks, with line numbers");
    add_decks(*command, options);
    add_lint_options(*command, options);
    add_message_format(*command, options);
    add_rendering_options(*command, options.exporting);
    add_message_options(*command, options);
    return command;
}

CLI::App* add_inspect_command(CLI::App& app, Options& options) {
    auto* command =
        app.add_subcommand("inspect", "Print what a stage makes of a deck, as indented text");
    command->add_option("DECK", options.decks, "Deck files; - reads standard input")->required();
    add_choice(*command, "--stage", options.stage, kStages,
               "html: the Markdown as HTML; dom: the slides' elements; style: computed styles; "
               "boxes; layout: positions (default); paint: what is drawn; steps: fragments")
        ->type_name("html|dom|style|boxes|layout|paint|steps");
    add_rendering_options(*command, options.exporting);
    add_message_options(*command, options);
    return command;
}

void add_themes_command(CLI::App& app, Options& options) {
    auto* command = app.add_subcommand("themes", "List the themes");
    command->add_option("THEME", options.themes,
                        "Names or style sheets; none: the themes that come with ghreveal");
    auto* sheet =
        command->add_flag("--contact-sheet", options.outputs.contact_sheet,
                          "Write one page with a sample slide in each, themes.pdf; a PNG when -o "
                          "says so");
    command
        ->add_option("-o,--output", options.output,
                     "The file or folder for that page; - writes standard output")
        ->type_name("PATH")
        ->needs(sheet);
    add_message_options(*command, options);
}

}  // namespace

Size parse_page_size(const std::string& text) {
    Size size;
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    const bool has_width = width.ec == std::errc{} && width.ptr != end && *width.ptr == 'x';
    const auto height =
        has_width ? std::from_chars(width.ptr + 1, end, size.height) : std::from_chars_result{};
    if (!has_width || height.ec != std::errc{} || height.ptr != end) {
        throw std::invalid_argument(
            fmt::format("'{}' is not a size; write WIDTHxHEIGHT in px, 1280x720 say", text));
    }
    const auto usable = [](Px length) { return length >= 1 && length <= FixedLimits::page_side; };
    if (!usable(size.width) || !usable(size.height)) {
        throw std::invalid_argument(fmt::format("'{}': each side must be from 1 to {:.0f} px", text,
                                                FixedLimits::page_side));
    }
    return size;
}

ParsedCommandLine parse_command_line(int argc, const char* const* argv) {
    Options options;
    options.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    CLI::App app{"Exports reveal.js decks (gh-reveal, HTML pages, reveal-md) without a browser."};
    app.name("ghreveal");
    app.require_subcommand(1);
    app.set_version_flag("--version", "ghreveal " GHREVEAL_VERSION);
    const CLI::App* exporting = add_export_command(app, options);
    const CLI::App* checking = add_check_command(app, options);
    const CLI::App* inspecting = add_inspect_command(app, options);
    add_themes_command(app, options);
    const std::vector<std::string> words = with_command(joined_words(argc, argv), app);
    try {
        std::vector<std::string> arguments = words;
        std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
        app.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
        const auto used = app.get_subcommands();
        return {std::nullopt, used.empty() ? app.help() : used.front()->help(), 0};
    } catch (const CLI::CallForVersion&) {
        return {std::nullopt, app.version() + "\n", 0};
    } catch (const CLI::ParseError& problem) {
        return {std::nullopt, usage_error(problem.what(), words, app) + "\n", 2};
    }
    options.command = exporting->parsed()    ? Command::kExport
                      : checking->parsed()   ? Command::kCheck
                      : inspecting->parsed() ? Command::kInspect
                                             : Command::kThemes;
    options.exporting.offline =
        options.exporting.offline || (checking->parsed() && !options.online);
    options.outputs.pdf = options.outputs.pdf || options.outputs.pdf_options.annotate_notes ||
                          exporting->count("--tag-steps") > 0 ||
                          options.outputs.pdf_options.fullscreen;
    if (options.outputs.handout) {
        options.outputs.handout_given = given_of_handout(*exporting);
    }
    if (exporting->parsed()) {
        try {
            check_export_usage(*exporting, options);
        } catch (const std::invalid_argument& problem) {
            return {std::nullopt, usage_error(problem.what(), words, app) + "\n", 2};
        }
    }
    options.outputs.fragments_given =
        exporting->parsed() && exporting->get_option("--fragments")->count() > 0;
    return {options, "", 0};
}

}  // namespace ghreveal::cli
