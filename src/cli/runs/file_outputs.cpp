#include "cli/runs/file_outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>

#include "deck/settings/settings.h"
#include "deck/settings/yaml.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace {

// What belongs to a call rather than to an output.
constexpr std::array<std::string_view, 10> kOfCall{"config",      "no-config", "force",   "deps",
                                                   "deps-format", "quiet",     "verbose", "strict",
                                                   "jobs",        "shard"};

bool asks_for_output(const Options& options) {
    constexpr std::array<const char*, 12> kOutputs{
        "pdf",     "png",   "svg",   "thumbnails", "contact-sheet", "json",
        "handout", "notes", "pdfpc", "article",    "fullscreen",    "index"};
    return std::any_of(kOutputs.begin(), kOutputs.end(),
                       [&](const char* name) { return options.given.contains(name); });
}

std::string anchor_of(const Options& options) {
    const std::string first = options.named.empty() ? "." : options.named.front();
    return is_folder(first) ? (std::filesystem::path(first) / "deck.md").string() : first;
}

class OutputReader {
public:
    OutputReader(const Options& options, std::string file)
        : options_(options), file_(std::move(file)) {}

    FileOutput read(const YAML::Node& map) const {
        if (!map.IsMap()) {
            throw Error(place(map), "an output is a list of options with their values",
                        "for example `- pdf: true`");
        }
        FileOutput output{place(map), {}};
        for (const auto& entry : map) {
            add(entry.first, entry.second, output);
        }
        return output;
    }

private:
    void add(const YAML::Node& key, const YAML::Node& value, FileOutput& output) const {
        const std::string name = key.IsScalar() ? key.Scalar() : "";
        check_name(key, name);
        if (options_.given.contains(name)) {
            return;
        }
        for (const YAML::Node& one : value.IsSequence() ? value : sequence_of(value)) {
            if (!one.IsScalar()) {
                throw Error(place(value), fmt::format("'{}' needs a plain value", name));
            }
            output.options.emplace_back(name, one.Scalar());
        }
    }

    static YAML::Node sequence_of(const YAML::Node& value) {
        YAML::Node list(YAML::NodeType::Sequence);
        list.push_back(value);
        return list;
    }

    void check_name(const YAML::Node& key, const std::string& name) const {
        std::vector<std::string> names;
        std::copy_if(options_.option_names.begin(), options_.option_names.end(),
                     std::back_inserter(names), [](const std::string& one) {
                         return std::find(kOfCall.begin(), kOfCall.end(), one) == kOfCall.end();
                     });
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            throw Error(place(key), fmt::format("an output has no option '{}'", name),
                        did_you_mean(name, names), Rule::kUnknownKey);
        }
    }

    SourcePosition place(const YAML::Node& node) const { return {file_, node.Mark().line + 1}; }

    const Options& options_;
    std::string file_;
};

}  // namespace

std::vector<FileOutput> outputs_of_file(const Options& options) {
    const auto file = deck::settings_file(anchor_of(options), options.exporting.settings);
    if (!file || asks_for_output(options)) {
        return {};
    }
    const std::string text = read_file(*file, options.exporting.limits.source_bytes);
    if (text.find("outputs") == std::string::npos) {
        return {};
    }
    const YAML::Node root = deck::parse_yaml(text, {file->string(), 1});
    const YAML::Node list = root.IsMap() ? root["outputs"] : YAML::Node();
    if (!list || list.IsNull()) {
        return {};
    }
    if (!list.IsSequence()) {
        throw Error({file->string(), list.Mark().line + 1}, "'outputs' must be a list",
                    "for example `- pdf: true`");
    }
    std::vector<FileOutput> outputs;
    const OutputReader reader(options, file->string());
    for (const YAML::Node& one : list) {
        outputs.push_back(reader.read(one));
    }
    return outputs;
}

Options with_output(std::vector<std::string> words, const FileOutput& output) {
    std::vector<std::string> added;
    for (const auto& [name, value] : output.options) {
        if (value == "true") {
            added.push_back("--" + name);
        } else if (value != "false") {
            added.push_back("--" + name + "=" + value);
        }
    }
    words.insert(std::find(words.begin(), words.end(), "--"), added.begin(), added.end());
    std::vector<const char*> arguments;
    for (const std::string& word : words) {
        arguments.push_back(word.c_str());
    }
    ParsedCommandLine parsed =
        parse_command_line(static_cast<int>(arguments.size()), arguments.data());
    if (!parsed.options) {
        throw Error(output.where,
                    "this output cannot be: " +
                        parsed.text.substr(0, parsed.text.find_last_not_of('\n') + 1));
    }
    Options options = *std::move(parsed.options);
    for (const auto& [name, value] : output.options) {
        options.outputs.handout_given.erase(name);
        if (name == "theme") {
            options.exporting.default_theme = std::exchange(options.exporting.theme, "");
        }
    }
    return options;
}

}  // namespace ghreveal::cli
