// Kinds of options that CLI11 has no words for.
#pragma once

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace ghreveal::cli {

template <typename T>
std::string names_of(const std::map<std::string, T>& choices, const std::string& separator = ", ") {
    std::string names;
    for (const auto& [name, value] : choices) {
        names += (names.empty() ? "" : separator) + name;
    }
    return names;
}

// An option that takes one of a few words; CLI11's own transformers list the enum's numbers.
template <typename T>
CLI::Option* add_choice(CLI::App& app, const std::string& flags, T& target,
                        const std::map<std::string, T>& choices, const std::string& help) {
    return app.add_option_function<std::string>(
        flags,
        [&target, &choices, flags](const std::string& word) {
            const auto found = choices.find(word);
            if (found == choices.end()) {
                throw CLI::ValidationError(
                    flags, fmt::format("'{}' is not one of {}", word, names_of(choices)));
            }
            target = found->second;
        },
        help);
}

// A value of the command line through a parser that throws std::invalid_argument.
template <typename T, typename Parse>
CLI::Option* add_parsed(CLI::App& app, const std::string& name, T& target, Parse parse,
                        const std::string& help) {
    return app.add_option_function<std::string>(
        name,
        [&target, parse, name](const std::string& text) {
            try {
                target = parse(text);
            } catch (const std::invalid_argument& problem) {
                throw CLI::ValidationError(name, problem.what());
            }
        },
        help);
}

// Says "'many' is no number from 1 to 256"; CLI11's Range shows how the program writes numbers.
template <typename T>
CLI::Validator number_within(T least, T most) {
    return CLI::Validator(
        [least, most](const std::string& text) {
            T number{};
            const bool is_within =
                CLI::detail::lexical_cast(text, number) && number >= least && number <= most;
            return is_within ? std::string()
                             : fmt::format("'{}' is no {} from {} to {}", text,
                                           std::is_integral_v<T> ? "whole number" : "number", least,
                                           most);
        },
        "");
}

// A time that is kept in milliseconds.
inline CLI::Option* add_seconds(CLI::App& app, const std::string& name, long& milliseconds,
                                const std::string& help) {
    return app
        .add_option_function<double>(
            name,
            [&milliseconds](double seconds) { milliseconds = static_cast<long>(seconds * 1000); },
            help)
        ->type_name("SECONDS")
        ->check(number_within(0.1, 3600.0));
}

// A flag that may have a word, as in --lines=below: a deck's name behind it is not taken for it.
// `flag` says which word the bare flag stands for: "--lines{beside}".
template <typename T>
void add_worded_flag(CLI::App& app, const std::string& flag, T& target,
                     const std::map<std::string, T>& choices, const std::string& help) {
    const auto word = std::make_shared<std::string>();  // CLI11 wants a place for it
    app.add_flag(flag, *word, help)
        ->each([&target, &choices, flag, word](const std::string& given) {
            const auto found = choices.find(given);
            if (found == choices.end()) {
                throw CLI::ValidationError(
                    flag.substr(0, flag.find('{')),
                    fmt::format("'{}' is not one of {}", given, names_of(choices)));
            }
            target = found->second;
        })
        ->type_name(names_of(choices, "|"));
}

}  // namespace ghreveal::cli
