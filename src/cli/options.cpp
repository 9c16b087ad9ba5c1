#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>

#include "batch/processors.h"
#include "cli/command_line/definition.h"
#include "cli/command_line/help.h"
#include "cli/command_line/usage.h"
#include "cli/command_line/worded_flags.h"
#include "cli/manual/manual.h"
#include "cli/request.h"
#include "export/sheets/paper.h"
#include "export/targets.h"
#include "support/ascii.h"

namespace ghreveal::cli {

namespace {

constexpr Px kRatioHeight = 720;

// "1280x720" with 'x', "16:9" with ':'.
std::optional<Size> parse_pair(const std::string& text, char separator) {
    Size size;
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.width);
    if (width.ec != std::errc{} || width.ptr == end || *width.ptr != separator) {
        return std::nullopt;
    }
    const auto height = std::from_chars(width.ptr + 1, end, size.height);
    return height.ec == std::errc{} && height.ptr == end ? std::optional(size) : std::nullopt;
}

std::optional<Size> paper_across(const std::string& text) {
    try {
        const Size upright = exporter::parse_paper(text);
        return Size{upright.height, upright.width};
    } catch (const std::invalid_argument&) {
        return std::nullopt;
    }
}

std::string manual_text(Manual manual) {
    Options options;
    CLI::App app;
    define_commands(app);
    define_options(app, "", options);
    const CommandDescription program = describe(app);
    switch (manual) {
        case Manual::kPage:
            return manual_page(program);
        case Manual::kBash:
            return bash_completions(program);
        case Manual::kZsh:
            return zsh_completions(program);
        case Manual::kFish:
            return fish_completions(program);
        case Manual::kNone:
            break;
    }
    return "";
}

std::string help_of(const CLI::App& app, HelpLength length) {
    const auto used = app.get_subcommands();
    return help_text(describe(used.empty() ? app : *used.front()), {length, help_columns()});
}

// Without another word `-o slides-{0p}.png` asks for what its ending says. (Not for notes: a name
// that ends in .md may be the deck's.)
void ask_by_ending(exporter::OutputOptions& outputs, const std::string& output) {
    static const std::map<std::string, bool exporter::OutputOptions::*> kEndings{
        {".png", &exporter::OutputOptions::png},
        {".svg", &exporter::OutputOptions::svg},
        {".json", &exporter::OutputOptions::json},
        {".pdfpc", &exporter::OutputOptions::pdfpc}};
    const auto kind =
        kEndings.find(ascii::lower_case(std::filesystem::path(output).extension().string()));
    if (kind != kEndings.end() && !exporter::asks_for_any(outputs)) {
        outputs.*kind->second = true;
    }
}

// What follows from what was given.
void complete_options(Options& options, const CLI::App& command) {
    options.exporting.offline =
        options.exporting.offline || (options.command == Command::kCheck && !options.online);
    if (options.command != Command::kExport && options.command != Command::kWatch) {
        return;
    }
    options.request = request_of(command);
    for (const CLI::Option* option : command.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            options.option_names.push_back(name);
            if (option->count() > 0) {
                options.given.insert(name);
            }
        }
    }
    exporter::OutputOptions& outputs = options.outputs;
    outputs.pdf = outputs.pdf || outputs.pdf_options.annotate_notes ||
                  command.count("--tag-steps") > 0 || command.count("--attach-source") > 0 ||
                  outputs.pdf_options.fullscreen || !outputs.pdf_options.transitions;
    if (options.index) {
        // They are what it shows and leads to.
        outputs.pdf = true;
        outputs.thumbnails = true;
    }
    ask_by_ending(outputs, options.output);
    // pdfpc reads the file that is called as the PDF is.
    outputs.presenter_pdfpc = outputs.presenter && outputs.pdfpc;
    outputs.pdfpc = outputs.pdfpc && (outputs.pdf || !outputs.presenter);
    outputs.fragments_given = command.get_option("--fragments")->count() > 0;
    if (outputs.handout) {
        outputs.handout_given = given_of_handout(command);
    }
    check_export_usage(command, options);
}

Command command_named(const std::string& name) {
    return name == "export"    ? Command::kExport
           : name == "merge"   ? Command::kMerge
           : name == "check"   ? Command::kCheck
           : name == "inspect" ? Command::kInspect
           : name == "watch"   ? Command::kWatch
           : name == "preview" ? Command::kPreview
                               : Command::kThemes;
}

}  // namespace

Size parse_page_size(const std::string& text) {
    std::optional<Size> size = parse_pair(text, 'x');
    if (const auto ratio = parse_pair(text, ':'); ratio && ratio->height > 0) {
        size = Size{ratio->width * kRatioHeight / ratio->height, kRatioHeight};
    }
    size = size ? size : paper_across(text);
    if (!size) {
        throw std::invalid_argument(fmt::format(
            "'{}' is not a size; write WIDTHxHEIGHT in px, 1280x720 say, a ratio as 16:9, or a "
            "paper as A4",
            text));
    }
    const auto usable = [](Px length) { return length >= 1 && length <= FixedLimits::page_side; };
    if (!usable(size->width) || !usable(size->height)) {
        throw std::invalid_argument(fmt::format("'{}': each side must be from 1 to {:.0f} px", text,
                                                FixedLimits::page_side));
    }
    return *size;
}

ParsedCommandLine parse_command_line(int argc, const char* const* argv) {
    Options options;
    options.threads = batch::usable_processors();
    CLI::App app;
    define_commands(app);
    const std::vector<std::string> words = with_command(joined_words(argc, argv), app);
    define_options(app, words.front(), options);
    try {
        std::vector<std::string> arguments = words;
        std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
        app.parse(std::move(arguments));
        if (options.manual != Manual::kNone) {
            return {std::nullopt, manual_text(options.manual), 0};
        }
        const CLI::App& command = *app.get_subcommands().front();
        options.command = command_named(command.get_name());
        complete_options(options, command);
    } catch (const CLI::CallForHelp&) {
        return {std::nullopt, help_of(app, HelpLength::kShort), 0};
    } catch (const CLI::CallForAllHelp&) {
        return {std::nullopt, help_of(app, HelpLength::kWhole), 0};
    } catch (const CLI::CallForVersion&) {
        return {std::nullopt, app.version() + "\n", 0};
    } catch (const CLI::ParseError& problem) {
        return {std::nullopt, usage_error(problem.what(), words, app) + "\n", 2};
    } catch (const std::invalid_argument& problem) {
        return {std::nullopt, usage_error(problem.what(), words, app) + "\n", 2};
    }
    return {options, "", 0};
}

}  // namespace ghreveal::cli
