#include "deck/keywords.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "markdown/source_text.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::deck {

namespace {

constexpr std::string_view kSign = "§";
constexpr std::string_view kEnd = "§;";

// A command in a text node: `§element:class=x§;`.
struct Command {
    std::string_view name;
    std::string_view arguments;
    std::size_t begin = 0;
    std::size_t end = 0;
};

// What `§name:` and its arguments are, when the text at `at` begins so and is ended by `§;`.
bool match_command(std::string_view text, std::size_t at, std::string_view name,
                   std::size_t longest_arguments, Command& command) {
    const std::string_view rest = text.substr(at + kSign.size());
    if (!rest.starts_with(name) || rest.size() <= name.size() || rest[name.size()] != ':') {
        return false;
    }
    const std::size_t arguments = at + kSign.size() + name.size() + 1;
    const std::size_t size = text.substr(arguments, longest_arguments).find(kEnd);
    if (size == std::string_view::npos) {
        return false;
    }
    command = {name, text.substr(arguments, size), at, arguments + size + kEnd.size()};
    return true;
}

std::string with_all_replaced(std::string text, std::string_view from, std::string_view to) {
    std::size_t at = text.find(from);
    if (at == std::string::npos) {
        return text;
    }
    std::string out;
    std::size_t begin = 0;
    for (; at != std::string::npos; at = text.find(from, begin)) {
        out.append(text, begin, at - begin).append(to);
        begin = at + from.size();
    }
    return out.append(text, begin, std::string::npos);
}

void set_attributes(dom::Node& element, std::string_view arguments) {
    ascii::any_word(arguments, [&](std::string_view pair) {
        const std::size_t equals = pair.find('=');
        const std::string_view name = pair.substr(0, equals);
        if (equals == std::string_view::npos || name.empty()) {
            return false;
        }
        const std::string_view value = pair.substr(equals + 1);
        if (name == "class") {
            element.add_class(value);
        } else {
            element.set_attribute(name, std::string(value));
        }
        return false;
    });
}

// What §pelement names: the node before the text, or, for a text alone in its parent, the element
// before that.
dom::Node* previous_target(dom::Node& text) {
    dom::Node* node = text.previous;
    if (node == nullptr && text.next == nullptr && text.parent != nullptr) {
        node = text.parent->previous;
    }
    while (node != nullptr && !node->is_element()) {
        node = node->previous;
    }
    return node;
}

class KeywordPass {
public:
    KeywordPass(dom::Document& document, dom::Node& section, const KeywordOptions& options,
                Diagnostics& diagnostics)
        : document_(document), section_(section), options_(options), diagnostics_(diagnostics) {}

    void apply(dom::Node& text) {
        const bool has_sign = text.text.find(kSign) != std::string::npos;
        if (has_sign) {
            text.text = with_aliases_expanded(text.text);
            for (const std::string_view name : {"slide", "element", "pelement"}) {
                run_commands(text, name);
            }
            report_unknown(text);
        }
        text.text = with_all_replaced(std::move(text.text), "PARAGRAPH", kSign);
        if (has_sign && text.text.find("§icon:") != std::string::npos) {
            insert_icons(text);
        }
    }

private:
    bool match(std::string_view text, std::size_t at, std::string_view name,
               Command& command) const {
        return match_command(text, at, name, options_.limits.keyword_bytes, command);
    }

    // §id:X§; and §fragment in their long forms, so that only three commands are left.
    std::string with_aliases_expanded(const std::string& text) const {
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            Command command;
            if (text.compare(at, kSign.size(), kSign) != 0) {
                out += text[at++];
            } else if (match(text, at, "id", command)) {
                out += fmt::format("§slide:id={}§;", command.arguments);
                at = command.end;
            } else if (match(text, at, "fragment", command) &&
                       command.arguments.find(kSign) == std::string_view::npos) {
                out += fmt::format("§element:class=fragment data-fragment-index={}§;",
                                   command.arguments);
                at = command.end;
            } else if (text.compare(at + kSign.size(), 8, "fragment") == 0) {
                out += "§element:class=fragment§;";
                at += kSign.size() + 8;
            } else {
                out += kSign;
                at += kSign.size();
            }
        }
        return out;
    }

    dom::Node* target_of(std::string_view command, dom::Node& text) {
        return command == "slide"     ? &section_
               : command == "element" ? text.parent
                                      : previous_target(text);
    }

    // Carries out the commands of this name and takes them out of the text.
    void run_commands(dom::Node& text, std::string_view name) {
        const std::string whole = std::move(text.text);
        text.text.clear();
        std::size_t begin = 0;
        for (std::size_t at = whole.find(kSign); at != std::string::npos;
             at = whole.find(kSign, at)) {
            Command command;
            if (!match(whole, at, name, command)) {
                at += kSign.size();
                continue;
            }
            if (dom::Node* target = target_of(name, text)) {
                set_attributes(*target, command.arguments);
            } else {
                diagnostics_.warn(Rule::kKeywordWithoutEffect,
                                  dom::position_of(text, options_.file),
                                  fmt::format("there is no element before this '§{}'", name),
                                  "it is for the element that ends right before it");
            }
            text.text.append(whole, begin, at - begin);
            at = command.end;
            begin = at;
        }
        text.text.append(whole, begin, std::string::npos);
    }

    void report_unknown(const dom::Node& text) {
        SourcePosition where = dom::position_of(text, options_.file);
        std::size_t counted = 0;
        for (std::size_t at = text.text.find(kSign); at != std::string::npos;
             at = text.text.find(kSign, at + kSign.size())) {
            const auto begin = text.text.begin();
            where.line +=
                static_cast<int>(std::count(begin + static_cast<std::ptrdiff_t>(counted),
                                            begin + static_cast<std::ptrdiff_t>(at), '\n'));
            counted = at;
            report_if_unknown(std::string_view(text.text).substr(at + kSign.size()), where);
        }
    }

    // `rest` is what follows a sign.
    void report_if_unknown(std::string_view rest, const SourcePosition& where) {
        static const std::vector<std::string> kNames{"new",  "break", "notes",   "fragment", "id",
                                                     "icon", "slide", "element", "pelement"};
        const std::size_t end =
            std::min(rest.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                     rest.size());
        const std::string word(rest.substr(0, end));
        const std::string_view arguments = rest.substr(end, options_.limits.keyword_bytes);
        if (word.empty() || (word == "icon" && arguments.starts_with(":") &&
                             arguments.find(kEnd) != std::string_view::npos)) {
            return;
        }
        const std::string near = nearest_match(word, kNames);
        const bool unfinished = near == word;
        const std::string hint = unfinished     ? fmt::format("write §{}:…§;", word)
                                 : near.empty() ? std::string("it is shown as it is written")
                                                : fmt::format("did you mean '§{}'?", near);
        diagnostics_.warn(Rule::kUnknownKeyword, where,
                          unfinished ? fmt::format("'§{}' is not ended", word)
                                     : fmt::format("unknown keyword '§{}'", word),
                          hint);
    }

    // Splits the text at each §icon:X§; and puts Font Awesome's element there.
    void insert_icons(dom::Node& text) {
        const std::string whole = std::move(text.text);
        std::size_t begin = 0;
        for (std::size_t at = whole.find(kSign); at != std::string::npos;
             at = whole.find(kSign, at)) {
            Command command;
            if (!match(whole, at, "icon", command)) {
                at += kSign.size();
                continue;
            }
            insert_text(text, whole.substr(begin, at - begin));
            dom::Node& icon = document_.create_element("i");
            dom::place_at(icon, text);
            icon.set_attribute("class", fmt::format("fa fa-{}", command.arguments));
            document_.insert_before(text, icon);
            at = command.end;
            begin = at;
        }
        text.text = whole.substr(begin);
    }

    void insert_text(dom::Node& before, const std::string& content) {
        if (!content.empty()) {
            dom::Node& text = document_.create_text(content);
            dom::place_at(text, before);
            document_.insert_before(before, text);
        }
    }

    dom::Document& document_;
    dom::Node& section_;
    const KeywordOptions& options_;
    Diagnostics& diagnostics_;
};

}  // namespace

void apply_keywords(dom::Document& document, dom::Node& section, const KeywordOptions& options,
                    Diagnostics& diagnostics) {
    std::vector<dom::Node*> texts;
    dom::for_each(section, [&](dom::Node& node) {
        if (node.is_text() && node.parent != nullptr && !node.parent->is_element("script") &&
            !node.parent->is_element("style")) {
            texts.push_back(&node);
        }
    });
    KeywordPass pass(document, section, options, diagnostics);
    for (dom::Node* text : texts) {
        pass.apply(*text);
    }
}

std::string with_signs(std::string html) {
    return with_all_replaced(std::move(html), "PARAGRAPH", kSign);
}

}  // namespace ghreveal::deck
