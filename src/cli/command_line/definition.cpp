#include "cli/command_line/definition.h"

#include <CLI/CLI.hpp>
#include <map>

#include "cli/command_line/option_groups.h"
#include "cli/command_line/option_kinds.h"
#include "cli/version.h"

namespace ghreveal::cli {

namespace {

const std::map<std::string, Manual> kShells{
    {"bash", Manual::kBash}, {"zsh", Manual::kZsh}, {"fish", Manual::kFish}};
const std::map<std::string, Stage> kStages{
    {"markdown", Stage::kMarkdown}, {"html", Stage::kHtml},   {"dom", Stage::kDom},
    {"style", Stage::kStyle},       {"boxes", Stage::kBoxes}, {"layout", Stage::kLayout},
    {"paint", Stage::kPaint},       {"steps", Stage::kSteps}};

const std::map<std::string, batch::DependencyFormat> kDependencyFormats{
    {"make", batch::DependencyFormat::kMake},
    {"ninja", batch::DependencyFormat::kNinja},
    {"json", batch::DependencyFormat::kJson}};

void add_message_options(CLI::App& app, Options& options) {
    app.option_defaults()->group("Messages");
    app.add_flag("--strict", options.strict, "End with status 3 when there are warnings");
    auto* quiet = app.add_flag("-q,--quiet", options.quiet, "Print only errors");
    app.add_flag("-v,--verbose", options.verbose,
                 "Print what was written and how long each stage took")
        ->excludes(quiet);
}

void add_decks(CLI::App& app, Options& options) {
    app.add_option("DECK", options.named,
                   "Deck files, or folders whose decks are meant; - reads standard input; default: "
                   "the current folder");
}

void add_folder_options(CLI::App& app, Options& options) {
    app.option_defaults()->group("Reading decks");
    auto* file = app.add_option("--config", options.exporting.settings.file,
                                "Settings file to use; default: the nearest ghreveal.yml")
                     ->type_name("FILE")
                     ->check(CLI::ExistingFile);
    app.add_flag("--no-config", options.exporting.settings.none, "Use no settings file")
        ->excludes(file);
    app.add_flag("--drafts", options.drafts,
                 "Include the drafts of folders (decks with draft: true)");
    app.add_option("-j,--jobs", options.threads,
                   "Maximum number of threads; default: one for each processor that may be used")
        ->type_name("N")
        ->check(number_within(1, 256));
}

// Of `export`, and of `watch`, which does it again and again.
void add_export_options(CLI::App& command, Options& options) {
    add_decks(command, options);
    add_output_options(command, options.outputs);
    command.option_defaults()->group("Outputs");
    command
        .add_option("-o,--output", options.output,
                    "Write to this folder, or a single output to this file, or to names with "
                    "fields: 'out/{path}/{name}.pdf'; - writes standard output")
        ->type_name("PATH");
    command.add_flag(
        "--force", options.force,
        "Write also what is unchanged, and over notes and manifests that ghreveal did not "
        "make");
    command.add_flag("--index", options.index,
                     "Write index.html and site.json, a page of all decks with pictures and links; "
                     "implies --pdf and --thumbnails");
    command.add_option("--deps", options.dependencies, "Write to this file what was read")
        ->type_name("FILE");
    add_choice(command, "--deps-format", options.dependency_format, kDependencyFormats,
               "Format of that file: make (default), ninja (a depfile) or json")
        ->type_name("make|ninja|json");
    add_notes_options(command, options);
    add_handout_options(command, options.outputs);
    add_folder_options(command, options);
    add_rendering_options(command, options.exporting);
    add_message_options(command, options);
}

// Once, by several machines.
void add_sharded_export_options(CLI::App& command, Options& options) {
    add_export_options(command, options);
    command.option_defaults()->group("Outputs");
    add_parsed(command, "--shard", options.shard, exporter::parse_shard,
               "Write a part of the outputs, 2/4 the second of four, for machines that share the "
               "work; `ghreveal merge` joins the parts")
        ->type_name("I/N");
}

void add_merge_options(CLI::App& command, Options& options) {
    command
        .add_option("PART", options.named,
                    "Folders that hold what `ghreveal export --shard` wrote; parts that were "
                    "written into one folder are that folder")
        ->required();
    command.option_defaults()->group("Outputs");
    command
        .add_option("-o,--output", options.output,
                    "Write to this folder; default: the first part's")
        ->type_name("FOLDER");
    command.add_flag("--force", options.force, "Write also over files that ghreveal did not make");
    command.option_defaults()->group("Messages");
    command.add_flag("-q,--quiet", options.quiet, "Print only errors");
}

void add_check_options(CLI::App& command, Options& options) {
    add_decks(command, options);
    add_lint_options(command, options);
    add_output_options(command, options.outputs);
    add_notes_options(command, options);
    add_handout_options(command, options.outputs);
    add_message_format(command, options);
    add_folder_options(command, options);
    add_rendering_options(command, options.exporting);
    add_message_options(command, options);
}

void add_preview_options(CLI::App& command, Options& options) {
    command.add_option("DECK", options.named, "Deck file")->required()->expected(1);
    command.option_defaults()->group("Preview");
    command.add_option("--port", options.port, "Serve on this port; default: any that is free")
        ->type_name("N")
        ->check(number_within(1, 65'535));
    command.add_flag("--open", options.opens_browser, "Open the page in the browser");
    add_rendering_options(command, options.exporting);
}

void add_inspect_options(CLI::App& command, Options& options) {
    command.add_option("DECK", options.named, "Deck files; - reads standard input")->required();
    add_choice(command, "--stage", options.stage, kStages,
               "Stage to print: markdown is what Liquid leaves, html the Markdown as HTML, dom the "
               "slides' elements, style computed styles, layout positions (default), paint what is "
               "drawn, steps the fragments")
        ->type_name("markdown|html|dom|style|boxes|layout|paint|steps");
    add_rendering_options(command, options.exporting);
    add_message_options(command, options);
}

void add_themes_options(CLI::App& command, Options& options) {
    command.add_option("THEME", options.themes,
                       "Names or style sheets; default: the themes that come with ghreveal");
    command.option_defaults()->group("Outputs");
    auto* sheet =
        command.add_flag("--contact-sheet", options.outputs.contact_sheet,
                         "Write one page with a sample slide in each, themes.pdf; a PNG when -o "
                         "says so");
    command
        .add_option("-o,--output", options.output,
                    "Write that page to this file or folder; - writes standard output")
        ->type_name("PATH")
        ->needs(sheet);
    add_message_options(command, options);
}

void add_completions_options(CLI::App& command, Options& options) {
    add_choice(command, "SHELL", options.manual, kShells, "Shell: bash, zsh or fish")
        ->required()
        ->type_name("bash|zsh|fish");
}

void add_manual_options(CLI::App& command, Options& options) {
    command.callback([&options] { options.manual = Manual::kPage; });
}

void set_help_flags(CLI::App& app, const std::string& group) {
    app.set_help_flag("-h", "Print a short help")->group(group);
    app.set_help_all_flag("--help", "Print the whole help")->group(group);
}

struct CommandDefinition {
    const char* name;
    const char* summary;
    void (*add_options)(CLI::App&, Options&);
    const char* group = "Commands";  // "": not in --help
};

constexpr CommandDefinition kCommands[] = {
    {"export", "Write decks as PDFs, pictures and handouts", add_sharded_export_options},
    {"merge", "Join what the parts of a shared export wrote", add_merge_options},
    {"watch", "Write decks again whenever what they read changes", add_export_options},
    {"preview", "Show a deck in a browser, and its changes as soon as they are saved",
     add_preview_options},
    {"check", "Report what would go wrong or look wrong in decks, with line numbers",
     add_check_options},
    {"inspect", "Print what a stage makes of a deck, as indented text", add_inspect_options},
    {"themes", "List the themes", add_themes_options},
    {"completions", "Print what a shell needs to complete ghreveal's commands and options",
     add_completions_options},
    // For packages, which have the page.
    {"manual-page", "Print the manual page ghreveal(1)", add_manual_options, ""},
};

}  // namespace

void define_commands(CLI::App& app) {
    app.description(
        "Export reveal.js decks (gh-reveal, HTML pages, reveal-md) as PDFs, pictures and handouts, "
        "without a browser");
    app.name("ghreveal");
    app.require_subcommand(1);
    set_help_flags(app, "Options");
    app.set_version_flag("-V,--version", version_text, "Print version, commit and libraries");
    for (const CommandDefinition& command : kCommands) {
        app.add_subcommand(command.name, command.summary)->group(command.group);
    }
}

void define_options(CLI::App& app, std::string_view name, Options& options) {
    for (const CommandDefinition& definition : kCommands) {
        if (name.empty() || name == definition.name) {
            CLI::App& command = *app.get_subcommand(definition.name);
            definition.add_options(command, options);
            set_help_flags(command, "Messages");
        }
    }
}

}  // namespace ghreveal::cli
