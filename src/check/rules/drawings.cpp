// Drawings in a slide's HTML: names that SVG has not, references to nothing, what moves on a
// screen.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "check/inventory/svg_inventory.h"
#include "check/rules/rules_of_deck.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

// Shorter names are near to too many others.
constexpr std::size_t kLongEnough = 4;

class DrawingCheck {
public:
    DrawingCheck(const deck::Deck& deck, Diagnostics& diagnostics)
        : deck_(deck), diagnostics_(diagnostics) {}

    void check(const dom::Node& drawing) {
        dom::for_each(drawing, [&](const dom::Node& node) {
            if (node.is_element() && node.is_foreign) {
                check_name(node);
                for (const dom::Attribute& attribute : node.attributes) {
                    check_attribute_name(node, attribute.name);
                    check_effect(node, attribute);
                    check_reference(node, attribute);
                }
            }
        });
    }

private:
    void check_name(const dom::Node& node) {
        switch (svg_element(node.name)) {
            case SvgElement::kDrawn:
                return;
            case SvgElement::kStill:
                warn(Rule::kScriptContent, node, fmt::format("<{}> stands still", node.name),
                     "the drawing is shown as it begins");
                return;
            case SvgElement::kNotDrawn:
                warn(Rule::kUnknownElement, node,
                     fmt::format("<{}> is not drawn, as a browser would draw it", node.name),
                     node.name == "textPath" ? "place its letters with x, y and rotations, or make "
                                               "paths of them"
                                             : "a picture in its place is");
                return;
            case SvgElement::kOutdated:
                warn(Rule::kUnknownElement, node, fmt::format("<{}> draws nothing", node.name),
                     "it is of SVG 1.1, and browsers do not know it any more");
                return;
            case SvgElement::kUnknown:
                break;
        }
        // With a colon it is an editor's own: `sodipodi:namedview`.
        const bool is_own = node.name.find_first_of(":-") != std::string::npos;
        if (!is_own && reported_.insert(node.name).second) {
            const std::string near = nearest_match(node.name, svg_element_names());
            warn(Rule::kUnknownElement, node, fmt::format("SVG has no element '{}'", node.name),
                 near.empty() ? "nothing is drawn of it" : fmt::format("did you mean '{}'?", near));
        }
    }

    void check_attribute_name(const dom::Node& node, const std::string& name) {
        const bool is_word = std::all_of(
            name.begin(), name.end(), [](char c) { return ascii::is_alphanumeric(c) || c == '-'; });
        const bool is_known = std::find(known_.begin(), known_.end(), name) != known_.end();
        if (!is_word || is_known || name.size() < kLongEnough || name.starts_with("on") ||
            name.starts_with("data-") || name.starts_with("aria-") || name.starts_with("xml") ||
            svg_element(node.name) != SvgElement::kDrawn || !reported_.insert("@" + name).second) {
            return;
        }
        if (const std::string near = nearest_match(name, known_); !near.empty()) {
            warn(Rule::kUnknownAttribute, node, fmt::format("unknown attribute '{}'", name),
                 fmt::format("did you mean '{}'?", near));
        }
    }

    // `rotate` turns the letters of text; of animations it is something else.
    void check_effect(const dom::Node& node, const dom::Attribute& attribute) {
        const bool is_initial = attribute.value == "auto" || attribute.value == "normal" ||
                                attribute.value == "none" || attribute.value == "baseline" ||
                                attribute.value == "alphabetic" || attribute.value == "0" ||
                                attribute.value == "spacing";
        const bool is_of_dashes = attribute.name != "pathLength" ||
                                  node.attribute("stroke-dasharray") != nullptr ||
                                  node.attribute("style") != nullptr;
        // Shapes of CSS and pictures as masks: drawings have theirs by url(#id) only.
        const bool is_of_css = (attribute.name == "clip-path" || attribute.name == "mask") &&
                               !ascii::trimmed(attribute.value).starts_with("url(");
        if (is_of_css && !is_initial && reported_.insert("=" + attribute.name).second) {
            warn(Rule::kUnknownAttribute, node,
                 fmt::format("'{}' of {} has no effect", attribute.value, attribute.name),
                 fmt::format("draw it as a <{}> and name that: url(#id)",
                             attribute.name == "mask" ? "mask" : "clipPath"));
            return;
        }
        if (!is_initial && is_of_dashes && is_svg_attribute_without_effect(attribute.name) &&
            svg_element(node.name) == SvgElement::kDrawn &&
            reported_.insert("=" + attribute.name).second) {
            warn(Rule::kUnknownAttribute, node,
                 fmt::format("'{}' of <{}> has no effect", attribute.name, node.name),
                 "it looks as if it were not there");
        }
    }

    // `<use href="#shape">`, `fill="url(#colours)"`; links are checked with the page's.
    void check_reference(const dom::Node& node, const dom::Attribute& attribute) {
        const std::string_view value = ascii::trimmed(attribute.value);
        const bool is_href = attribute.name == "href" || attribute.name == "xlink:href";
        std::string_view id;
        if (is_href && node.name != "a" && value.starts_with('#')) {
            id = value.substr(1);
        } else if (value.starts_with("url(#")) {
            id = value.substr(5, value.find(')') - 5);
        }
        const bool has_other = value.find(')') + 1 < value.size();  // `url(#a) red`
        if (id.empty() || (!is_href && has_other) || has_id(id)) {
            return;
        }
        warn(Rule::kDeadLink, node,
             fmt::format("nothing has the id '{}' that this <{}> is drawn with", id, node.name),
             is_href ? "nothing is drawn in its place" : "it is drawn as if that were not there");
    }

    bool has_id(std::string_view id) {
        if (ids_.empty()) {
            dom::for_each(static_cast<const dom::Node&>(*deck_.html), [&](const dom::Node& node) {
                const std::string* own = node.is_element() ? node.attribute("id") : nullptr;
                if (own != nullptr) {
                    ids_.insert(*own);
                }
            });
        }
        return ids_.contains(std::string(id));
    }

    void warn(Rule rule, const dom::Node& node, std::string what, std::string hint) {
        diagnostics_.warn(rule, dom::position_of(node, deck_.file), std::move(what),
                          std::move(hint));
    }

    const deck::Deck& deck_;
    Diagnostics& diagnostics_;
    const std::vector<std::string> known_ = svg_attribute_names();
    std::unordered_set<std::string> ids_;
    std::unordered_set<std::string> reported_;
};

}  // namespace

void check_drawings(const deck::Deck& deck, Diagnostics& diagnostics) {
    std::optional<DrawingCheck> check;  // most decks have none
    dom::for_each(static_cast<const dom::Node&>(*deck.html), [&](const dom::Node& node) {
        const bool is_outermost =
            node.is_element("svg") && (node.parent == nullptr || !node.parent->is_foreign);
        if (is_outermost) {
            if (!check) {
                check.emplace(deck, diagnostics);
            }
            check->check(node);
        }
    });
}

}  // namespace ghreveal::check
