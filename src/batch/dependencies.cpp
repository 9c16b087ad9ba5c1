#include "batch/dependencies.h"

#include <nlohmann/json.hpp>
#include <set>

namespace ghreveal::batch {

namespace {

using nlohmann::ordered_json;

// As compilers write names in rules for make, which ninja reads as well.
std::string escaped(const std::string& path) {
    std::string text;
    for (const char c : path) {
        if (c == ' ' || c == '#') {
            text += '\\';
        } else if (c == '$') {
            text += '$';
        }
        text += c;
    }
    return text;
}

std::string rule(const std::vector<std::string>& outputs, const std::set<std::string>& inputs) {
    std::string text;
    for (const std::string& output : outputs) {
        text += (text.empty() ? "" : " ") + escaped(output);
    }
    text += ":";
    for (const std::string& input : inputs) {
        text += " \\\n  " + escaped(input);
    }
    return text + "\n";
}

std::string make_rules(const std::vector<DeckDependencies>& decks) {
    std::string text;
    std::set<std::string> all;
    for (const DeckDependencies& deck : decks) {
        const std::set<std::string> inputs(deck.inputs.begin(), deck.inputs.end());
        text += rule(deck.outputs, inputs);
        all.insert(inputs.begin(), inputs.end());
    }
    for (const std::string& input : all) {
        text += "\n" + escaped(input) + ":\n";
    }
    return text;
}

std::string ninja_rule(const std::vector<DeckDependencies>& decks) {
    std::vector<std::string> outputs;
    std::set<std::string> inputs;
    for (const DeckDependencies& deck : decks) {
        outputs.insert(outputs.end(), deck.outputs.begin(), deck.outputs.end());
        inputs.insert(deck.inputs.begin(), deck.inputs.end());
    }
    return rule(outputs, inputs);
}

std::string json_text(const std::vector<DeckDependencies>& decks) {
    ordered_json list = ordered_json::array();
    for (const DeckDependencies& deck : decks) {
        list.push_back({{"deck", deck.deck}, {"outputs", deck.outputs}, {"inputs", deck.inputs}});
    }
    return ordered_json{{"generator", "ghreveal " GHREVEAL_VERSION}, {"decks", std::move(list)}}
               .dump(2, ' ', false, ordered_json::error_handler_t::replace) +
           "\n";
}

}  // namespace

DeckDependencies dependencies_of(const ExportRecord& record) {
    DeckDependencies dependencies{record.deck, {}, {}};
    for (const FileState& output : record.outputs) {
        dependencies.outputs.push_back(output.path);
    }
    for (const FileState& input : record.inputs) {
        if (input.bytes >= 0) {
            dependencies.inputs.push_back(input.path);
        }
    }
    return dependencies;
}

std::string dependencies_text(const std::vector<DeckDependencies>& decks, DependencyFormat format) {
    switch (format) {
        case DependencyFormat::kMake:
            return make_rules(decks);
        case DependencyFormat::kNinja:
            return ninja_rule(decks);
        case DependencyFormat::kJson:
            break;
    }
    return json_text(decks);
}

}  // namespace ghreveal::batch
