// What is set beside the deck: in the scripts of a page, in a project's reveal-md.json and
// reveal.json, in a site's _config.yml.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "check/inventory/key_inventory.h"
#include "check/rules/key_lines.h"
#include "check/rules/options.h"
#include "check/rules/rules_of_deck.h"
#include "check/source_text.h"
#include "deck/jekyll/site.h"
#include "deck/page/scripts/object_literal.h"
#include "deck/page/scripts/page_scripts.h"
#include "deck/settings/front_matter.h"
#include "deck/settings/yaml.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

class SettingsCheck {
public:
    SettingsCheck(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics)
        : deck_(deck), sources_(sources), diagnostics_(diagnostics) {}

    void check_scripts() {
        for (const deck::PageScript& script : deck::page_scripts(*deck_.html)) {
            for (const std::string_view call : deck::kRevealCalls) {
                for (const std::string& literal : deck::object_literals(script.text, call)) {
                    check_options(literal, {deck_.file, script.line}, true);
                }
            }
        }
    }

    void check_project() {
        if (const auto file = deck::nearest_file(deck_.site, "reveal.json")) {
            check_options(text_of(*file), {file->string(), 1}, false);
        }
        if (const auto file = deck::nearest_file(deck_.site, "reveal-md.json")) {
            const SourcePosition start{file->string(), 1};
            for (const auto& [path, value] : values_of(text_of(*file), start)) {
                const std::string key = path.substr(0, path.find('.'));
                if (key == "revealOptions" && path.size() > key.size()) {
                    check_option({first_part(path.substr(key.size() + 1)), value,
                                  place_of(path.substr(key.size() + 1), start), false},
                                 deck_.version, diagnostics_);
                } else {
                    check_key(KeyOwner::kRevealMd, key, place_of(key, start));
                }
            }
        }
    }

    void check_site() {
        const std::string file = (deck_.site.root / "_config.yml").string();
        if (!is_yaml(file)) {
            return;
        }
        for (const KeyLine& key : key_lines(sources_.lines_of(file), 0)) {
            if (key.path.empty()) {
                check_site_key(key, {file, key.line});
            } else if (key.path == "kramdown.") {
                check_key(KeyOwner::kKramdown, key.key, {file, key.line});
                check_math_engine(key, {file, key.line});
            } else if (key.path == "reveal." && key.key != "version") {
                check_key_of_reveal(key, {file, key.line});
            }
        }
        check_defaults(deck::parse_yaml(text_of(file), {file, 1})["defaults"], file);
    }

private:
    // A key that nobody asks for is not read: the file as a whole may still be none.
    bool is_yaml(const std::string& file) {
        try {
            values_of(text_of(file), {file, 1});
        } catch (const Error& error) {
            diagnostics_.warn(Rule::kFrontMatter, error.where(), error.what(), error.hint());
            return false;
        }
        return true;
    }

    // kramdown's documentation, "Math Support": without an engine `$$` makes code.
    void check_math_engine(const KeyLine& key, const SourcePosition& where) {
        constexpr std::string_view kEngines = "mathjax katex mathjaxnode sskatex ritex itex2mml";
        const std::string_view value = ascii::trimmed(key.value.substr(0, key.value.find(" #")));
        const bool is_known =
            ascii::any_word(kEngines, [&](std::string_view engine) { return engine == value; });
        if (key.key == "math_engine" && !is_known) {
            diagnostics_.warn(
                Rule::kLeftOut, where, fmt::format("'{}' of math_engine has no effect", value),
                "formulas are set all the same; --math source leaves them as they are");
        }
    }

    // Jekyll's documentation, "Front Matter Defaults".
    void check_defaults(const YAML::Node& defaults, const std::string& file) {
        if (!defaults) {
            return;
        }
        if (!defaults.IsSequence()) {
            warn_of_defaults({file, defaults.Mark().line + 1}, "'defaults' must be a list",
                             "write `- scope: {path: \"\"}` and `values:` below it");
            return;
        }
        for (const YAML::Node& entry : defaults) {
            check_keys_of(entry, "scope values", file);
            if (entry.IsMap()) {
                check_keys_of(entry["scope"], "path type", file);
                check_values(entry["values"], file);
            }
        }
    }

    void check_keys_of(const YAML::Node& map, std::string_view known, const std::string& file) {
        if (!map || !map.IsMap()) {
            return;
        }
        std::vector<std::string> names;
        ascii::any_word(known, [&](std::string_view name) {
            names.emplace_back(name);
            return false;
        });
        for (const auto& entry : map) {
            const std::string key = entry.first.Scalar();
            if (std::find(names.begin(), names.end(), key) == names.end()) {
                const std::string near = nearest_match(key, names);
                diagnostics_.warn(Rule::kUnknownKey, {file, entry.first.Mark().line + 1},
                                  fmt::format("unknown key '{}'", key),
                                  near.empty()
                                      ? fmt::format("there are: {}", fmt::join(names, ", "))
                                      : fmt::format("did you mean '{}'?", near));
            }
        }
    }

    // Pages have keys of their site's: only slips are said.
    void check_values(const YAML::Node& values, const std::string& file) {
        if (!values || !values.IsMap()) {
            return;
        }
        for (const auto& entry : values) {
            const std::string key = entry.first.Scalar();
            const std::string near = key_effect(KeyOwner::kFrontMatter, key) == KeyEffect::kUnknown
                                         ? nearest_match(key, key_names(KeyOwner::kFrontMatter))
                                         : "";
            if (!near.empty()) {
                diagnostics_.warn(Rule::kUnknownKey, {file, entry.first.Mark().line + 1},
                                  fmt::format("unknown key '{}'", key),
                                  fmt::format("did you mean '{}'?", near));
            }
        }
    }

    void warn_of_defaults(SourcePosition where, std::string what, std::string hint) {
        diagnostics_.warn(Rule::kInvalidValue, std::move(where), std::move(what), std::move(hint));
    }

    // A site may keep more there for its layouts: only slips are said.
    void check_key_of_reveal(const KeyLine& key, const SourcePosition& where) {
        if (const std::string near = nearest_match(key.key, {"version"}); !near.empty()) {
            diagnostics_.warn(Rule::kUnknownKey, where, fmt::format("unknown key '{}'", key.key),
                              fmt::format("did you mean '{}'?", near));
        }
    }

    static std::string first_part(const std::string& path) {
        return path.substr(0, path.find('.'));
    }

    std::string text_of(const std::filesystem::path& file) {
        std::string text;
        for (const std::string& line : sources_.lines_of(file.string())) {
            text += line + "\n";
        }
        return text;
    }

    std::map<std::string, std::string> values_of(const std::string& text,
                                                 const SourcePosition& start) const {
        return deck::flat_values(text, {start.file, start.line}, limits_);
    }

    void check_options(const std::string& text, const SourcePosition& start, bool of_page) {
        std::string last;
        for (const auto& [path, value] : values_of(text, start)) {
            const std::string name = first_part(path);
            if (name != last) {
                check_option({name, name == path ? value : "", place_of(name, start), of_page},
                             deck_.version, diagnostics_);
            }
            last = name;
        }
    }

    // The first line from there on that has the key, with a colon behind.
    SourcePosition place_of(const std::string& key, const SourcePosition& start) {
        const std::string name = first_part(key);
        const std::vector<std::string>& lines = sources_.lines_of(start.file);
        for (auto i = static_cast<std::size_t>(std::max(start.line, 1)) - 1; i < lines.size();
             ++i) {
            const std::size_t at = lines[i].find(name);
            if (at != std::string::npos &&
                lines[i].find(':', at + name.size()) != std::string::npos) {
                return {start.file, static_cast<int>(i) + 1};
            }
        }
        return start;
    }

    void check_key(KeyOwner owner, const std::string& key, const SourcePosition& where) {
        const KeyEffect effect = key_effect(owner, key);
        if (effect == KeyEffect::kNotSupported) {
            diagnostics_.warn(Rule::kLeftOut, where, fmt::format("'{}' has no effect", key),
                              owner == KeyOwner::kKramdown ? "docs/decks.md has kramdown's options"
                                                           : "it needs a browser or reveal-md");
        } else if (effect == KeyEffect::kUnknown) {
            diagnostics_.warn(Rule::kUnknownKey, where, fmt::format("unknown key '{}'", key),
                              did_you_mean(key, key_names(owner)));
        }
    }

    // A site has keys of its own, which its layouts read: only slips are said.
    void check_site_key(const KeyLine& key, const SourcePosition& where) {
        const KeyEffect effect = key_effect(KeyOwner::kJekyll, key.key);
        const std::string value = ascii::lower_case(key.value);
        if (effect == KeyEffect::kNotSupported && value != "kramdown" && key.key == "markdown") {
            diagnostics_.warn(Rule::kLeftOut, where,
                              fmt::format("Markdown is not read by '{}'", key.value),
                              "it is read as kramdown reads it");
        }
        constexpr std::string_view kTexts =
            "baseurl collections_dir data_dir includes_dir lang url";
        if (ascii::any_word(kTexts, [&](std::string_view word) { return word == key.key; }) &&
            key.value.find_first_of("[{") == 0) {
            diagnostics_.warn(Rule::kInvalidValue, where,
                              fmt::format("'{}' must be a text", key.key),
                              fmt::format("it is as if '{}' were not there", key.key));
        }
        if (effect != KeyEffect::kUnknown) {
            return;
        }
        const auto plain = [](std::string_view name) {
            std::string letters = ascii::lower_case(name);
            std::erase_if(letters, [](char c) { return c == '_' || c == '-'; });
            return letters;
        };
        for (const std::string& known : key_names(KeyOwner::kJekyll)) {
            if (plain(known) == plain(key.key)) {
                diagnostics_.warn(Rule::kUnknownKey, where,
                                  fmt::format("unknown key '{}'", key.key),
                                  fmt::format("did you mean '{}'?", known));
            }
        }
    }

    const deck::Deck& deck_;
    SourceTexts& sources_;
    Diagnostics& diagnostics_;
    const Limits limits_{};
};

}  // namespace

void check_settings_files(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    SettingsCheck check(deck, sources, diagnostics);
    switch (deck.format) {
        case deck::Format::kPage:
            check.check_scripts();
            return;
        case deck::Format::kMarkdown:
            check.check_project();
            return;
        case deck::Format::kGhReveal:
            check.check_site();
            return;
    }
}

}  // namespace ghreveal::check
