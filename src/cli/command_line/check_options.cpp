#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <stdexcept>

#include "cli/command_line/option_groups.h"
#include "cli/command_line/option_kinds.h"

namespace ghreveal::cli {

namespace {

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

}  // namespace

void add_lint_options(CLI::App& app, Options& options) {
    app.option_defaults()->group("Rules");
    add_rules(app, "--allow", options.lint.allowed, "Report nothing of this rule; may be repeated");
    add_rules(app, "--deny", options.lint.denied,
              "End with status 1 when this rule is broken; may be repeated");
    app.add_option("--baseline", options.baseline,
                   "Report nothing that this file has, which --write-baseline has written")
        ->type_name("FILE");
    app.add_option("--write-baseline", options.new_baseline,
                   "Write what is found now to a file for --baseline")
        ->type_name("FILE");
    app.add_flag("--online", options.online,
                 "Fetch pictures from the network, to say which are not there");
}

// The words of --deck-format are taken as well, as `export` takes them under this name.
void add_message_format(CLI::App& app, Options& options) {
    app.option_defaults()->group("Messages");
    app.add_option_function<std::string>(
           "--format",
           [&options](const std::string& word) {
               if (const auto message = kMessageFormats.find(word);
                   message != kMessageFormats.end()) {
                   options.messages = message->second;
               } else if (const auto deck = deck_formats().find(word);
                          deck != deck_formats().end()) {
                   options.exporting.format = deck->second;
               } else {
                   throw CLI::ValidationError("--format", fmt::format("'{}' is not one of {}", word,
                                                                      names_of(kMessageFormats)));
               }
           },
           "Format of the findings: human has their lines of source (default on a terminal), short "
           "a "
           "line each (default elsewhere); json, sarif and github go to standard output, for "
           "programs")
        ->type_name("human|short|json|sarif|github");
}

}  // namespace ghreveal::cli
