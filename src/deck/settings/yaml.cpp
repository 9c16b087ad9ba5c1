#include "deck/settings/yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "support/error.h"
#include "support/rules.h"

namespace ghreveal::deck {

namespace {

// Whether a value begins with a quote that its line does not end.
bool opens_quote(std::string_view line) {
    const std::size_t quote = line.find(": \"");
    return quote != std::string_view::npos && line.find('"', quote + 3) == std::string_view::npos;
}

// What the parser found says little of what an author did: the line itself says more.
std::string hint_for(const YAML::ParserException& problem, std::string_view yaml, int first_line) {
    int open_quote = 0;  // the first line that has one, from 1
    for (int line = 0; line < problem.mark.line; ++line) {
        open_quote =
            open_quote == 0 && opens_quote(yaml.substr(0, yaml.find('\n'))) ? line + 1 : open_quote;
        yaml.remove_prefix(std::min(yaml.find('\n'), yaml.size() - 1) + 1);
    }
    const std::string_view line = yaml.substr(0, yaml.find('\n'));
    const std::size_t text = line.find_first_not_of(" \t");
    if (line.substr(0, text).find('\t') != std::string_view::npos) {
        return "a tab indents this line; YAML wants spaces";
    }
    if (problem.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR) {
        return "'*' begins an alias; a text that begins so needs quotes";
    }
    const std::size_t colon = line.find(": ");
    if (text != std::string_view::npos && colon != std::string_view::npos &&
        line.find(": ", colon + 1) != std::string_view::npos) {
        return fmt::format("a text with a colon in it needs quotes: {}: \"{}\"",
                           line.substr(text, colon - text), line.substr(colon + 2));
    }
    if (open_quote != 0) {
        return fmt::format("the quote that begins a value in line {} is not ended there",
                           open_quote + first_line - 1);
    }
    return "a text with a colon or brackets in it needs quotes, and a quote needs its end";
}

// Of a key that is there twice the last one counts, as for Jekyll's reader; yaml-cpp's finds the
// first. Nodes of aliases are gone through once.
void drop_overridden(YAML::Node node, std::set<int>& visited) {
    if (!visited.insert(node.Mark().pos).second || (!node.IsMap() && !node.IsSequence())) {
        return;
    }
    std::set<std::string> keys;
    std::vector<std::string> twice;
    for (const auto& entry : node) {
        if (node.IsSequence()) {
            drop_overridden(entry, visited);
        } else if (entry.first.IsScalar() && !keys.insert(entry.first.Scalar()).second) {
            twice.push_back(entry.first.Scalar());
        }
    }
    for (const std::string& key : twice) {
        node.remove(key);  // the first of them
    }
    if (node.IsMap()) {
        for (const auto& entry : node) {
            drop_overridden(entry.second, visited);
        }
    }
}

}  // namespace

YAML::Node parse_yaml(std::string_view yaml, const YamlSource& source) {
    try {
        YAML::Node root = YAML::Load(std::string(yaml));
        std::set<int> visited;
        drop_overridden(root, visited);
        return root;
    } catch (const YAML::ParserException& problem) {
        throw Error(
            {source.file, problem.mark.line + source.first_line},
            fmt::format("{} is not YAML: {}",
                        source.first_line == 1 ? "the file" : "the front matter", problem.msg),
            hint_for(problem, yaml, source.first_line), Rule::kFrontMatter);
    }
}

}  // namespace ghreveal::deck
