#include "cli/command_line/usage.h"

#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>

#include "cli/command_line/option_groups.h"
#include "export/name_template.h"
#include "export/targets.h"
#include "support/ascii.h"
#include "support/error.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace {

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App* one) {
             return !one->get_group().empty();  // else it is hidden
         })) {
        names.push_back(command->get_name());
    }
    return names;
}

bool names_deck(const std::string& word) {
    const std::string suffix = ascii::lower_case(std::filesystem::path(word).extension().string());
    return is_there(word) || suffix == ".md" || suffix == ".markdown" || suffix == ".html";
}

// "did you mean '--theme'?" for a word that no option is.
std::string nearest_option(const std::string& word, const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return nearest_match(word.substr(0, word.find('=')), names);
}

// What an option that is none may stand for: a command (`--watch`), or another option.
std::string advice_on(const std::string& word, const CLI::App& command, const CLI::App& app) {
    const std::vector<std::string> commands = command_names(app);
    if (word.starts_with("--") &&
        std::find(commands.begin(), commands.end(), word.substr(2)) != commands.end()) {
        return fmt::format("; it is a command: ghreveal {}", word.substr(2));
    }
    const std::string near = nearest_option(word, command);
    return near.empty() ? "" : fmt::format("; did you mean '{}'?", near);
}

// CLI11 names the option before each reason, and so do the options' own reasons.
std::string without_doubled_name(const std::string& problem) {
    const std::size_t colon = problem.find(": ");
    if (colon == std::string::npos) {
        return problem;
    }
    const std::string name = problem.substr(0, colon + 2);
    return problem.substr(colon + 2).starts_with(name) ? problem.substr(colon + 2) : problem;
}

struct DependentOption {
    const char* name;
    const char* needed;  // as a person writes it
    bool (*has_output)(const exporter::OutputOptions&);
};

bool has_paper(const exporter::OutputOptions& outputs) {
    return outputs.handout || outputs.contact_sheet;
}
// A PDF is what there is without any output's option as well.
bool has_pdf(const exporter::OutputOptions& outputs) {
    return outputs.pdf || has_paper(outputs) || outputs.presenter ||
           !exporter::asks_for_any(outputs);
}
constexpr auto kPng = [](const exporter::OutputOptions& outputs) { return outputs.png; };

const std::vector<DependentOption>& dependent_options() {
    static const std::vector<DependentOption> kOptions{
        {"--width", "--png", kPng},
        {"--height", "--png", kPng},
        {"--scale", "--png", kPng},
        {"--thumbnail-width", "--thumbnails",
         [](const exporter::OutputOptions& outputs) { return outputs.thumbnails; }},
        {"--columns", "--contact-sheet",
         [](const exporter::OutputOptions& outputs) { return outputs.contact_sheet; }},
        {"--paper", "--handout or --contact-sheet", has_paper},
        {"--pdf-a", "--pdf, --presenter, --handout or --contact-sheet", has_pdf},
        {"--image-dpi", "--pdf, --presenter, --handout or --contact-sheet", has_pdf},
    };
    return kOptions;
}

// The options of the group "Handouts" change nothing else. Throws std::invalid_argument.
void check_no_handout_option(const CLI::App& exporting) {
    for (const CLI::Option* option : exporting.get_options()) {
        // --notes-pages has no effect with a handout either.
        if (option->get_group() == kHandoutGroup && option->count() > 0 &&
            !option->check_lname("notes-pages")) {
            throw std::invalid_argument(
                fmt::format("--{} has no effect without --handout", option->get_lnames().front()));
        }
    }
}

// A part needs a folder: it may write several files, or none. Throws std::invalid_argument.
void check_shard(const Options& options) {
    const bool has_field = options.output.find('{') != std::string::npos;
    const std::filesystem::path output(options.output);
    if (options.shard && !options.output.empty() && !has_field && !is_folder(output) &&
        options.output.back() != '/') {
        throw std::invalid_argument(fmt::format(
            "--shard needs a folder after -o: '{}/', with a / at its end", options.output));
    }
}

}  // namespace

std::vector<std::string> with_command(std::vector<std::string> words, const CLI::App& app) {
    if (words.empty()) {
        return {"--help"};
    }
    if (words.front() == "help") {
        words.erase(words.begin());
        words.emplace_back("--help");
    } else {
        const std::vector<std::string> commands = command_names(app);
        const bool has_command = std::find_first_of(words.begin(), words.end(), commands.begin(),
                                                    commands.end()) != words.end();
        const std::string& first = words.front();
        const bool is_export =
            first.starts_with("-") ? app.get_option_no_throw(first) == nullptr : names_deck(first);
        if (!has_command && is_export) {
            words.insert(words.begin(), "export");
        }
    }
    return words;
}

std::string usage_error(const std::string& problem, const std::vector<std::string>& words,
                        const CLI::App& app) {
    std::string sentence = without_doubled_name(problem);
    const std::vector<CLI::App*> used = app.get_subcommands();
    if (used.empty() && !words.empty() && !words.front().starts_with("-")) {
        const std::string near = nearest_match(words.front(), command_names(app));
        sentence = fmt::format(
            "unknown command '{}'; {}", words.front(),
            near.empty() ? fmt::format("there are: {}", fmt::join(command_names(app), ", "))
                         : fmt::format("did you mean '{}'?", near));
    }
    for (const CLI::App* command : used) {
        const std::vector<std::string> left = command->remaining();
        const auto option = std::find_if(left.begin(), left.end(), [](const std::string& word) {
            return word.starts_with("-");
        });
        if (option != left.end()) {
            sentence =
                fmt::format("unknown option '{}'{}", *option, advice_on(*option, *command, app));
        }
    }
    std::string command = "ghreveal";
    for (const CLI::App* one : used) {
        command += " " + one->get_name();
    }
    return fmt::format("ghreveal: {}; see '{} --help'", sentence, command);
}

void check_export_usage(const CLI::App& exporting, const Options& options) {
    for (const DependentOption& option : dependent_options()) {
        const CLI::Option* known = exporting.get_option_no_throw(option.name);
        if (known != nullptr && known->count() > 0 && !option.has_output(options.outputs)) {
            throw std::invalid_argument(
                fmt::format("{} has no effect without {}", option.name, option.needed));
        }
    }
    exporter::NameTemplate::parse(options.output);
    check_shard(options);
    if (!options.outputs.handout) {
        check_no_handout_option(exporting);
    }
    const bool is_json = options.outputs.json && !options.outputs.pdf;
    if (options.output == "-" && !is_json && !options.outputs.notes && isatty(STDOUT_FILENO) != 0) {
        throw std::invalid_argument(
            "-o - would write a file's bytes to the terminal; send them on with > FILE or |");
    }
}

}  // namespace ghreveal::cli
