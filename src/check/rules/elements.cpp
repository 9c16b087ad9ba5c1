#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "check/inventory/attribute_values.h"
#include "check/inventory/html_inventory.h"
#include "check/inventory/icon_inventory.h"
#include "check/inventory/reveal_inventory.h"
#include "check/rules/rules_of_deck.h"
#include "check/source_text.h"
#include "dom/parse.h"
#include "media/address.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

// Longer words only: short ones are near to too many others.
constexpr std::size_t kLongEnough = 5;

bool is_any_of(std::string_view word, const auto& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::string suggestion(const std::string& near, const std::string& otherwise) {
    return near.empty() ? otherwise : fmt::format("did you mean '{}'?", near);
}

class ElementCheck {
public:
    ElementCheck(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics)
        : deck_(deck), sources_(sources), diagnostics_(diagnostics) {}

    void check(const dom::Node& node) {
        if (!node.is_element() || node.is_foreign || node.is_element(dom::kComment)) {
            return;
        }
        check_name(node);
        check_alternative(node);
        check_icon(node);
        check_classes(node);
        for (const dom::Attribute& attribute : node.attributes) {
            check_attribute(node, attribute);
        }
    }

private:
    void check_name(const dom::Node& node) {
        const ElementFacts facts = element_facts(node.name);
        switch (facts.kind) {
            case ElementKind::kDrawn:
                return;
            case ElementKind::kPlaceholder:
                check_placeholder(node);
                return;
            case ElementKind::kOtherwise:
                check_otherwise(node, facts.note);
                return;
            case ElementKind::kUnknown:
                break;
        }
        // With a hyphen it is somebody's own (HTML §4.13.3), which a script fills.
        if (node.name.find('-') != std::string::npos) {
            if (node.first_child == nullptr) {
                warn(Rule::kScriptContent, node, fmt::format("<{}> shows nothing", node.name),
                     "it needs a script, which is not run");
            } else if (node.name.starts_with("v-") && deck_.format != deck::Format::kPage &&
                       reported_.insert(node.name).second) {
                warn(Rule::kScriptContent, node,
                     fmt::format("<{}> is shown as what is in it", node.name),
                     "it is for Vue or Slidev, whose scripts are not run");
            }
        } else {
            warn(Rule::kUnknownElement, node, fmt::format("unknown element '{}'", node.name),
                 suggestion(nearest_match(node.name, element_names()), "it is shown as its text"));
        }
    }

    void check_placeholder(const dom::Node& node) {
        const bool is_script = node.name == "script";
        if (node.line == 0 || (is_script && deck_.format == deck::Format::kPage) ||
            shows_picture(node)) {
            return;
        }
        const bool has_poster = node.attribute("poster") != nullptr;
        const bool has_fallback = node.name == "object" && node.first_child != nullptr;
        warn(Rule::kScriptContent, node,
             is_script      ? "a script is not run"
             : has_poster   ? "of a <video> only its poster is shown"
             : has_fallback ? "of this <object> what is written in it is shown"
                            : fmt::format("<{}> is shown as a placeholder", node.name),
             is_script ? "what it would change stays as it is"
                       : "a picture in its place is printed");
    }

    // What is shown instead by HTML's own rules, or is a picture itself.
    static bool shows_picture(const dom::Node& node) {
        if (node.name != "object" && node.name != "embed") {
            return false;
        }
        const std::string* address = node.attribute(node.name == "object" ? "data" : "src");
        const std::string* type = node.attribute("type");
        return address == nullptr || media::names_picture(type == nullptr ? "" : *type, *address);
    }

    void check_otherwise(const dom::Node& node, std::string_view note) {
        constexpr std::string_view kDrawnOtherwise =
            " color date datetime-local file month range time week ";
        const std::string* type = node.attribute("type");
        const bool is_drawn = node.name == "input" &&
                              (type == nullptr || type->empty() ||
                               kDrawnOtherwise.find(" " + *type + " ") == kDrawnOtherwise.npos);
        if (node.line != 0 && !is_drawn) {
            warn(Rule::kUnknownElement, node,
                 fmt::format("<{}> is not drawn as a browser draws it", node.name),
                 std::string(note), "drawn\n" + node.name);
        }
    }

    void check_alternative(const dom::Node& node) {
        if (node.name != "img") {
            return;
        }
        const std::string address = address_of_picture(node);
        if (address.empty()) {
            warn(
                Rule::kMissingPicture, node, "this picture has no address",
                deck_.format == deck::Format::kPage ? "write src=\"FILE\"" : "write ![text](FILE)");
            return;
        }
        const std::string* text = node.attribute("alt");
        const bool is_markdown = deck_.format != deck::Format::kPage;
        if (text == nullptr || (text->empty() && is_markdown)) {
            const SourcePosition where = dom::position_of(node, deck_.file);
            const bool is_tag =
                !is_markdown ||
                sources_.line(where.file, where.line).find("<img") != std::string_view::npos;
            warn(Rule::kMissingAlt, node,
                 fmt::format("the picture '{}' has no alternative text", address.substr(0, 200)),
                 is_tag ? "write alt=\"what it shows\"" : "write it: ![what it shows](…)");
        }
    }

    static std::string address_of_picture(const dom::Node& node) {
        for (const char* name : {"src", "data-src", "srcset", "data-srcset"}) {
            const std::string* address = node.attribute(name);
            if (address != nullptr && !ascii::is_blank(*address)) {
                return std::string(ascii::trimmed(*address));
            }
        }
        const dom::Node* parent = node.parent;
        const bool has_sources = parent != nullptr && parent->is_element("picture");
        return has_sources ? "<picture>" : "";
    }

    void check_icon(const dom::Node& node) {
        if (!node.has_class("fa") || deck_.format == deck::Format::kPage) {
            return;
        }
        if (icons_.empty()) {
            icons_ = icon_names();
        }
        ascii::any_word(*node.attribute("class"), [&](std::string_view word) {
            if (word.size() > 3 && word.starts_with("fa-") && !is_icon_modifier(word.substr(3)) &&
                !is_any_of(word.substr(3), icons_)) {
                const std::string name(word.substr(3));
                const std::string near = nearest_match(name, icons_);
                warn(Rule::kUnknownIcon, node, fmt::format("unknown icon '{}'", name),
                     near.empty() ? "icons are those of Font Awesome 4.7"
                                  : fmt::format("did you mean '{}'?", near));
            }
            return false;
        });
    }

    void check_attribute(const dom::Node& node, const dom::Attribute& attribute) {
        // HTML takes them for a part of the value.
        if (attribute.value.starts_with("“") || attribute.value.starts_with("”")) {
            warn(Rule::kUnknownAttribute, node,
                 fmt::format("the value of '{}' begins with a typographic quote", attribute.name),
                 "write straight quotes: \"");
        }
        if (attribute.name.starts_with("data-")) {
            check_data_attribute(node, attribute);
            return;
        }
        switch (attribute_effect(node.name, attribute.name)) {
            case AttributeEffect::kActedOn:
                check_value_of_html(node, attribute);
                return;
            case AttributeEffect::kNothingToShow:
                return;
            case AttributeEffect::kNotSupported:
                say_without_effect(node, attribute);
                return;
            case AttributeEffect::kUnknown:
                check_unknown_attribute(node, attribute.name);
        }
    }

    void check_value_of_html(const dom::Node& node, const dom::Attribute& attribute) {
        const std::string_view wanted = wanted_value(node.name, attribute.name, attribute.value);
        if (node.line != 0 && !wanted.empty()) {
            warn(Rule::kUnknownAttribute, node,
                 fmt::format("'{}' of {} has no effect", attribute.value, attribute.name),
                 fmt::format("write {}", wanted));
        }
    }

    void say_without_effect(const dom::Node& node, const dom::Attribute& attribute) {
        const std::string_view css = css_instead_of(attribute.name);
        warn(Rule::kUnknownAttribute, node,
             fmt::format("'{}' of <{}> has no effect", attribute.name, node.name),
             attribute.name == "usemap"   ? "link the whole picture, or parts of it"
             : attribute.name == "srcdoc" ? "write it into the slide itself"
             : css.empty()                ? "it looks as if it were not there"
                                          : fmt::format("write it as CSS: {}", css),
             fmt::format("attribute\n{} {}", node.name, attribute.name));
    }

    // Other programs' names have other signs in them: `v-if`, `@click`, `x:y`, `onclick` is a
    // script's.
    void check_unknown_attribute(const dom::Node& node, const std::string& name) {
        const bool is_word = std::all_of(name.begin(), name.end(), ascii::is_letter);
        if (name.starts_with("v-") && reported_.insert(name).second) {
            warn(Rule::kScriptContent, node, fmt::format("'{}' has no effect", name),
                 "it is for Vue or Slidev, whose scripts are not run");
        }
        if (!is_word || name.size() < kLongEnough - 1 || name.starts_with("on") ||
            element_facts(node.name).kind == ElementKind::kUnknown ||
            !reported_.insert(name).second) {
            return;
        }
        std::string near = nearest_match(name, attribute_names(node.name));
        if (near.empty() && name.starts_with("data")) {
            near = nearest_match(name, data_attribute_names());  // `databackground`
        }
        if (!near.empty()) {
            warn(Rule::kUnknownAttribute, node, fmt::format("unknown attribute '{}'", name),
                 fmt::format("did you mean '{}'?", near));
        }
    }

    void check_data_attribute(const dom::Node& node, const dom::Attribute& attribute) {
        const RevealEffect effect = data_attribute_effect(attribute.name);
        if (effect == RevealEffect::kNotSupported) {
            warn(Rule::kScriptContent, node,
                 fmt::format("'{}' is for a plugin, which is not run", attribute.name),
                 "write what it would bring into the deck");
        } else if (effect != RevealEffect::kUnknown) {
            check_value(node, attribute);
        } else if (reported_.insert(attribute.name).second) {
            // Authors may have attributes of their own: only what looks like a slip is one.
            const std::string near = nearest_slip(attribute.name);
            if (!near.empty()) {
                warn(Rule::kUnknownAttribute, node,
                     fmt::format("unknown attribute '{}'", attribute.name),
                     fmt::format("did you mean '{}'?", near));
            }
        }
    }

    void check_value(const dom::Node& node, const dom::Attribute& attribute) {
        const std::string value = ascii::lower_case(ascii::trimmed(attribute.value));
        const std::string_view words = values_of_attribute(attribute.name);
        const bool is_number_missing = attribute.name == "data-fragment-index" &&
                                       !is_of_keyword(node, value) &&
                                       value.find_first_not_of("-0123456789") != value.npos;
        if (attribute.name == "data-line-numbers") {
            check_line_numbers(node, attribute.value);
        } else if (attribute.name == "data-transition") {
            check_transition(node, value);
        } else if (is_number_missing) {
            warn(Rule::kUnknownAttribute, node,
                 fmt::format("'{}' of {} is no number", attribute.value, attribute.name),
                 "write which step it is: 0, 1, 2 …");
        } else if (!value.empty() && !words.empty() &&
                   !ascii::any_word(words, [&](std::string_view word) { return word == value; })) {
            warn(Rule::kUnknownAttribute, node,
                 fmt::format("'{}' of {} has no effect", attribute.value, attribute.name),
                 fmt::format("it is one of {}", words));
        }
    }

    // Whether it is gh-reveal's §fragment:VALUE§;, which is told of as a keyword.
    bool is_of_keyword(const dom::Node& node, const std::string& value) {
        const SourcePosition where = dom::position_of(node, deck_.file);
        return deck_.format == deck::Format::kGhReveal &&
               ascii::lower_case(sources_.line(where.file, where.line))
                       .find("§fragment:" + value) != std::string::npos;
    }

    // `1,3-5|6|`
    void check_line_numbers(const dom::Node& node, const std::string& value) {
        const bool is_word = value == "true" || value == "false";
        if (!is_word && value.find_first_not_of("0123456789,-| \t\n") != value.npos) {
            warn(Rule::kUnknownAttribute, node,
                 fmt::format("'{}' of data-line-numbers names no lines", value),
                 "write numbers, ranges and steps: 1,3-5|6");
        }
    }

    // Sheets may bring transitions of their own: only slips are said.
    void check_transition(const dom::Node& node, const std::string& value) {
        static const std::vector<std::string> kKnown{"none",    "fade",    "slide", "convex",
                                                     "concave", "default", "zoom",  "page",
                                                     "cube",    "linear"};
        for (std::string_view word : ascii::words(value)) {
            for (const std::string_view end : {"-in", "-out"}) {
                word.remove_suffix(word.ends_with(end) ? end.size() : 0);
            }
            const std::string near =
                is_any_of(word, kKnown) ? "" : nearest_match(std::string(word), kKnown);
            if (!near.empty()) {
                warn(Rule::kUnknownAttribute, node,
                     fmt::format("there is no transition '{}'", word),
                     fmt::format("did you mean '{}'?", near));
            }
        }
    }

    // Names of reveal.js's that are nearly there: others are the author's own.
    void check_classes(const dom::Node& node) {
        const std::string* classes = node.attribute("class");
        if (classes == nullptr) {
            return;
        }
        if (node.is_element("aside") && node.has_class("note")) {
            warn(Rule::kUnknownAttribute, node, "reveal.js has no class 'note'",
                 "did you mean 'notes'?");
        }
        const bool is_fragment = node.has_class("fragment");
        ascii::any_word(*classes, [&](std::string_view word) {
            if ((is_fragment || word.starts_with("r-") || word.starts_with("fragm")) &&
                word.size() > kLongEnough && !is_any_of(word, class_names_) &&
                reported_.insert("." + std::string(word)).second) {
                const std::string near = nearest_match(std::string(word), class_names_);
                if (!near.empty()) {
                    warn(Rule::kUnknownAttribute, node,
                         fmt::format("reveal.js has no class '{}'", word),
                         fmt::format("did you mean '{}'?", near));
                }
            }
            return false;
        });
    }

    static std::string nearest_slip(const std::string& name) {
        constexpr std::size_t kPrefix = 5;  // of "data-", which is alike in all of them
        std::vector<std::string> names;
        for (const std::string& known : data_attribute_names()) {
            names.push_back(known.substr(kPrefix));
        }
        const std::string near = nearest_match(name.substr(kPrefix), names);
        const bool is_short = name.size() < kPrefix + kLongEnough;
        return near.empty() || is_short ? "" : "data-" + near;
    }

    // Those of one group are told once.
    void warn(Rule rule, const dom::Node& node, std::string what, std::string hint,
              std::string group = "") {
        diagnostics_.report({rule, dom::position_of(node, deck_.file), std::move(what),
                             std::move(hint), std::move(group)});
    }

    const deck::Deck& deck_;
    SourceTexts& sources_;
    Diagnostics& diagnostics_;
    const std::vector<std::string> class_names_ = class_names();
    std::vector<std::string> icons_;
    std::unordered_set<std::string> reported_;
};

}  // namespace

void check_elements(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    ElementCheck check(deck, sources, diagnostics);
    if (deck.format == deck::Format::kPage) {
        check.check(*deck.body);
    }
    for (const deck::Slide& slide : deck.slides) {
        dom::for_each(*slide.section, [&](const dom::Node& node) { check.check(node); });
    }
}

}  // namespace ghreveal::check
