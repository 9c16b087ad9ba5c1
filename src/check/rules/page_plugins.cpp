// What a page's scripts ask of reveal.js by name: plugins that are not run, a misspelt call.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

#include "check/rules/rules_of_deck.h"
#include "deck/page/scripts/page_scripts.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

constexpr auto kNowhere = std::string_view::npos;

// Of reveal.js's plugins and the known ones of others, in lower case and without "reveal" before
// them: those whose work is done here as well, and those that show nothing on paper.
constexpr std::string_view kDoneOrNotSeen =
    "anything audio-slideshow audioslideshow broadcast chalkboard classlist classlist.js "
    "copycode elapsed-time-bar elapsedtimebar external head.min html5shiv highlight js-yaml leap "
    "loadcontent markdown marked math math-katex mathjax multiplex master client menu notes "
    "notes-server pointer postmessage print-pdf remote remotes search seminar socket.io spotlight "
    "tagcloud zoom zoom-js";

bool is_name(char c) {
    return ascii::is_alphanumeric(c) || c == '_' || c == '$' || c == '.';
}

// What stands between the brackets of `name: […]`; empty where there is none.
std::string_view list_of(std::string_view script, std::string_view name) {
    for (std::size_t at = script.find(name); at != kNowhere; at = script.find(name, at + 1)) {
        std::size_t next = at + name.size();
        next += next < script.size() && (script[next] == '"' || script[next] == '\'') ? 1 : 0;
        next = script.find_first_not_of(" \t\r\n", next);
        next = next == kNowhere || script[next] != ':'
                   ? kNowhere
                   : script.find_first_not_of(" \t\r\n", next + 1);
        if (next == kNowhere || script[next] != '[' || (at > 0 && is_name(script[at - 1]))) {
            continue;
        }
        int depth = 0;
        for (std::size_t end = next; end < script.size(); ++end) {
            depth += script[end] == '[' ? 1 : script[end] == ']' ? -1 : 0;
            if (depth == 0) {
                return script.substr(next + 1, end - next - 1);
            }
        }
    }
    return {};
}

// `plugin/mermaid/mermaid.js` -> `mermaid`; of `plugin.js` and the like the folder's name.
std::string_view name_in_address(std::string_view address) {
    address = address.substr(0, address.find_first_of("?#"));
    const std::string_view folder = address.substr(0, std::min(address.rfind('/'), address.size()));
    std::string_view name = address.substr(address.rfind('/') + 1);
    name = name.substr(0, name.rfind(".js"));
    const bool is_plain = name == "plugin" || name == "index" || name == "main";
    return is_plain ? folder.substr(folder.rfind('/') + 1) : name;
}

class PluginCheck {
public:
    PluginCheck(const deck::Deck& deck, Diagnostics& diagnostics)
        : deck_(deck), diagnostics_(diagnostics) {}

    void check(const deck::PageScript& script) {
        check_call(script);
        const bool hands_settings =
            std::any_of(deck::kRevealCalls.begin(), deck::kRevealCalls.end(),
                        [&](std::string_view call) { return script.text.find(call) != kNowhere; });
        if (hands_settings) {
            check_plugins(script);
            check_dependencies(script);
        }
    }

private:
    // `Reveal.initialise({…})`
    void check_call(const deck::PageScript& script) {
        constexpr std::string_view kCall = "Reveal.init";
        constexpr std::string_view kRight = "Reveal.initialize";
        const std::string_view text = script.text;
        const std::size_t at = text.find(kCall);
        if (at == kNowhere || text.substr(at).starts_with(kRight)) {
            return;
        }
        const auto end =
            std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_name);
        const std::string_view name(text.data() + at,
                                    static_cast<std::size_t>(end - text.begin()) - at);
        if (end != text.end() && *end == '(') {
            warn(Rule::kUnknownKey, script, at, fmt::format("reveal.js has no '{}'", name),
                 fmt::format("did you mean '{}'?", kRight));
        }
    }

    // `plugins: [RevealMarkdown, RevealMath.KaTeX]`
    void check_plugins(const deck::PageScript& script) {
        const std::string_view list = list_of(script.text, "plugins");
        int depth = 0;
        for (std::size_t at = 0; at < list.size(); ++at) {
            depth += list[at] == '(' || list[at] == '{' || list[at] == '[' ? 1 : 0;
            depth -= list[at] == ')' || list[at] == '}' || list[at] == ']' ? 1 : 0;
            if (depth != 0 || !ascii::is_letter(list[at])) {
                continue;
            }
            const auto end = std::find_if_not(list.begin() + static_cast<std::ptrdiff_t>(at),
                                              list.end(), is_name);
            const std::string_view name(list.data() + at,
                                        static_cast<std::size_t>(end - list.begin()) - at);
            say_plugin(name, script, static_cast<std::size_t>(name.data() - script.text.data()));
            at += name.size() - 1;
        }
    }

    // `dependencies: [{src: 'plugin/mermaid/mermaid.js', async: true}]`
    void check_dependencies(const deck::PageScript& script) {
        constexpr std::string_view kSource = "src";
        const std::string_view list = list_of(script.text, "dependencies");
        for (std::size_t at = list.find(kSource); at != kNowhere;
             at = list.find(kSource, at + kSource.size())) {
            const std::size_t begin = list.find_first_of("'\"`", at + kSource.size() + 1);
            const std::size_t end = begin == kNowhere ? begin : list.find(list[begin], begin + 1);
            if (end == kNowhere) {
                return;
            }
            const std::string_view name = name_in_address(list.substr(begin + 1, end - begin - 1));
            say_plugin(name, script, static_cast<std::size_t>(name.data() - script.text.data()));
        }
    }

    void say_plugin(std::string_view name, const deck::PageScript& script, std::size_t at) {
        std::string known = ascii::lower_case(name.substr(0, name.find('.')));
        if (known.starts_with("reveal") && known.size() > 6) {
            known = known.substr(6);
        }
        if (known.starts_with("-") || known.starts_with("_")) {
            known = known.substr(1);
        }
        const auto is_known = [&](std::string_view one) {
            return one == known || ascii::equal_ignoring_case(one, name);
        };
        if (!name.empty() && !ascii::any_word(kDoneOrNotSeen, is_known) &&
            said_.insert(std::string(name)).second) {
            warn(Rule::kScriptContent, script, at, fmt::format("the plugin '{}' is not run", name),
                 "what it would change on the slides stays as it is");
        }
    }

    void warn(Rule rule, const deck::PageScript& script, std::size_t at, std::string what,
              std::string hint) {
        const auto lines = std::count(script.text.begin(),
                                      script.text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        diagnostics_.warn(rule, {deck_.file, script.line + static_cast<int>(lines)},
                          std::move(what), std::move(hint));
    }

    const deck::Deck& deck_;
    Diagnostics& diagnostics_;
    std::unordered_set<std::string> said_;
};

}  // namespace

void check_plugins(const deck::Deck& deck, Diagnostics& diagnostics) {
    if (deck.format != deck::Format::kPage) {
        return;
    }
    PluginCheck check(deck, diagnostics);
    for (const deck::PageScript& script : deck::page_scripts(*deck.html)) {
        check.check(script);
    }
}

}  // namespace ghreveal::check
