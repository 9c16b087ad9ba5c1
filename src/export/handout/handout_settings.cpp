#include "export/handout/handout_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <stdexcept>

#include "export/sheets/paper.h"
#include "support/rules.h"

namespace ghreveal::exporter {

namespace {

struct WrongValue {
    std::string expected;
};

bool switched(const std::string& value) {
    for (const auto& [word, is_on] : {std::pair{"true", true},
                                      {"on", true},
                                      {"yes", true},
                                      {"false", false},
                                      {"off", false},
                                      {"no", false}}) {
        if (value == word) {
            return is_on;
        }
    }
    throw WrongValue{"true or false"};
}

Px millimetres(const std::string& value) {
    double mm = 0;
    const auto parsed = std::from_chars(value.data(), value.data() + value.size(), mm);
    constexpr double kMost = 100;
    if (parsed.ec != std::errc{} || parsed.ptr != value.data() + value.size() || !(mm >= 0) ||
        mm > kMost) {
        throw WrongValue{"a number of mm, from 0 to 100"};
    }
    return mm * 96 / 25.4;
}

int slides_on_sheet(const std::string& value) {
    for (const int count : {1, 2, 3, 4, 6, 8, 9}) {
        if (value == std::to_string(count)) {
            return count;
        }
    }
    if (value == "auto") {
        return 0;
    }
    throw WrongValue{"auto, 1, 2, 3, 4, 6, 8 or 9"};
}

RuledLines ruled_lines(const std::string& value) {
    if (value == "below" || value == "beside") {
        return value == "below" ? RuledLines::kBelow : RuledLines::kBeside;
    }
    try {
        return switched(value) ? RuledLines::kBeside : RuledLines::kNone;
    } catch (const WrongValue&) {
        throw WrongValue{"true, false, beside or below"};
    }
}

Size paper(const std::string& value) {
    try {
        return parse_paper(value);
    } catch (const std::invalid_argument&) {
        throw WrongValue{"A3, A4, A5, Letter, Legal, WIDTHxHEIGHTmm or in"};
    }
}

struct Setting {
    std::string_view name;
    void (*apply)(const std::string& value, HandoutOptions&);
};

constexpr std::array kSettings{
    Setting{"paper", [](const std::string& v, HandoutOptions& o) { o.paper = paper(v); }},
    Setting{"per-page",
            [](const std::string& v, HandoutOptions& o) { o.per_page = slides_on_sheet(v); }},
    Setting{"article", [](const std::string& v, HandoutOptions& o) { o.article = switched(v); }},
    Setting{"landscape",
            [](const std::string& v, HandoutOptions& o) {
                o.orientation = switched(v) ? Orientation::kLandscape : Orientation::kPortrait;
            }},
    Setting{"margin", [](const std::string& v, HandoutOptions& o) { o.margin = millimetres(v); }},
    Setting{"binding", [](const std::string& v, HandoutOptions& o) { o.binding = millimetres(v); }},
    Setting{"duplex", [](const std::string& v, HandoutOptions& o) { o.duplex = switched(v); }},
    Setting{"lines", [](const std::string& v, HandoutOptions& o) { o.lines = ruled_lines(v); }},
    Setting{"notes", [](const std::string& v, HandoutOptions& o) { o.with_notes = switched(v); }},
    Setting{"ink-saver",
            [](const std::string& v, HandoutOptions& o) { o.ink_saver = switched(v); }},
    Setting{"cover", [](const std::string& v, HandoutOptions& o) { o.cover = switched(v); }},
    Setting{"header", [](const std::string& v, HandoutOptions& o) { o.header = v; }},
    Setting{"footer", [](const std::string& v, HandoutOptions& o) { o.footer = v; }}};

bool is_given(std::string_view name, const std::set<std::string>& given) {
    return given.contains(std::string(name)) || (name == "notes" && given.contains("no-notes")) ||
           (name == "landscape" && given.contains("portrait")) ||
           (name == "article" && given.contains("per-page"));
}

using deck::Settings;

void apply(const std::string& name, const Settings::PlacedValue& setting,
           const std::set<std::string>& given, HandoutOptions& options, Diagnostics& diagnostics) {
    const auto* const known = std::find_if(kSettings.begin(), kSettings.end(),
                                           [&](const Setting& one) { return one.name == name; });
    if (known == kSettings.end()) {
        std::vector<std::string> names;
        std::transform(kSettings.begin(), kSettings.end(), std::back_inserter(names),
                       [](const Setting& one) { return std::string(one.name); });
        diagnostics.warn(Rule::kUnknownKey, setting.where,
                         fmt::format("unknown setting '{}' of the handout", name),
                         did_you_mean(name, names));
        return;
    }
    try {
        HandoutOptions set = options;
        known->apply(setting.value, set);
        if (!is_given(name, given)) {
            options = std::move(set);
        }
    } catch (const WrongValue& wrong) {
        diagnostics.warn(Rule::kInvalidValue, setting.where,
                         fmt::format("'{}' of the handout must be {}", name, wrong.expected),
                         "the default is used");
    }
}

}  // namespace

void apply_handout_settings(pages::Session& session, const std::set<std::string>& given,
                            HandoutOptions& options) {
    Diagnostics& diagnostics = session.parts().diagnostics;
    for (const auto& [name, setting] : session.settings().handout) {
        apply(name, setting, given, options, diagnostics);
    }
    const deck::Deck& deck = session.deck();
    for (const auto& [name, setting] : deck.metadata.handout) {
        apply(name, {setting.value, {deck.file, setting.line}}, given, options, diagnostics);
    }
}

}  // namespace ghreveal::exporter
