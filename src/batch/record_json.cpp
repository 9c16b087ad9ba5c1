#include <nlohmann/json.hpp>

#include "batch/export_record.h"
#include "support/rules.h"

namespace ghreveal::batch {

namespace {

using nlohmann::json;

constexpr int kVersion = 1;

json of_state(const FileState& state) {
    return {state.path, state.bytes, state.modified, state.content};
}

FileState to_state(const json& from) {
    return {from.at(0), from.at(1), from.at(2), from.at(3)};
}

json of_finding(const check::Finding& one) {
    return {{"rule", facts_of(one.rule).name},
            {"level", name_of(one.level)},
            {"file", one.where.file},
            {"place", {one.where.line, one.where.column, one.where.end_column}},
            {"what", one.what},
            {"hint", one.hint},
            {"slide", one.slide},
            {"source", one.source},
            {"count", one.count}};
}

check::Finding to_finding(const json& from) {
    check::Finding one;
    one.rule = rule_of_name(from.at("rule").get<std::string>()).value_or(Rule::kFailure);
    one.level = level_of_name(from.at("level").get<std::string>()).value_or(Level::kWarning);
    const json& place = from.at("place");
    one.where = {from.at("file"), place.at(0), place.at(1), place.at(2)};
    one.what = from.at("what");
    one.hint = from.at("hint");
    one.slide = from.at("slide");
    one.source = from.at("source");
    one.count = from.at("count");
    return one;
}

template <typename T>
json of_optional(const std::optional<T>& value) {
    return value ? json(*value) : json();
}

template <typename T>
std::optional<T> to_optional(const json& from) {
    return from.is_null() ? std::nullopt : std::optional<T>(from.get<T>());
}

json of_written(const exporter::WrittenFile& file) {
    return {file.kind,
            file.path,
            of_optional(file.slide),
            of_optional(file.step),
            file.size.width,
            file.size.height,
            file.pages,
            file.bytes};
}

exporter::WrittenFile to_written(const json& from) {
    return {from.at(0),
            from.at(1),
            to_optional<std::size_t>(from.at(2)),
            to_optional<int>(from.at(3)),
            {from.at(4).get<Px>(), from.at(5).get<Px>()},
            from.at(6),
            from.at(7)};
}

template <typename T, typename Convert>
json of_list(const std::vector<T>& values, Convert convert) {
    json list = json::array();
    for (const T& value : values) {
        list.push_back(convert(value));
    }
    return list;
}

template <typename T, typename Convert>
std::vector<T> to_list(const json& from, Convert convert) {
    std::vector<T> values;
    for (const json& one : from) {
        values.push_back(convert(one));
    }
    return values;
}

ExportRecord to_record(const json& from) {
    ExportRecord record;
    record.deck = from.at("deck");
    record.options = from.at("options");
    record.inputs = to_list<FileState>(from.at("inputs"), to_state);
    record.outputs = to_list<FileState>(from.at("outputs"), to_state);
    record.written = to_list<exporter::WrittenFile>(from.at("written"), to_written);
    const json& facts = from.at("facts");
    record.facts = {facts.at(0), facts.at(1), facts.at(2), facts.at(3), facts.at(4), facts.at(5)};
    record.summary = from.at("summary");
    record.findings = to_list<check::Finding>(from.at("findings"), to_finding);
    record.good_until = to_optional<std::int64_t>(from.at("goodUntil"));
    return record;
}

}  // namespace

std::string to_json(const ExportRecord& record) {
    const DeckFacts& facts = record.facts;
    const json root{
        {"version", kVersion},
        {"deck", record.deck},
        {"options", record.options},
        {"inputs", of_list(record.inputs, of_state)},
        {"outputs", of_list(record.outputs, of_state)},
        {"written", of_list(record.written, of_written)},
        {"facts",
         {facts.title, facts.subtitle, facts.author, facts.date, facts.language, facts.slides}},
        {"summary", record.summary},
        {"findings", of_list(record.findings, of_finding)},
        {"goodUntil", of_optional(record.good_until)}};
    return root.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<ExportRecord> record_from_json(const std::string& text) {
    try {
        const json root = json::parse(text);
        return root.at("version") == kVersion ? std::optional(to_record(root)) : std::nullopt;
    } catch (const json::exception&) {
        return std::nullopt;  // cut off, or somebody's
    }
}

}  // namespace ghreveal::batch
