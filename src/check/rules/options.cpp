#include "check/rules/options.h"

#include <fmt/format.h>

#include <array>

#include "check/inventory/reveal_inventory.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

struct Values {
    std::string_view option;
    std::string_view values;  // between blanks
    std::string_view taken_as;
    deck::RevealVersion since{0, 0};
};

// reveal.js's config.js; of transitions those of version 2 as well.
constexpr auto kValues = std::to_array<Values>({
    {"showSlideNumber", "all print speaker", "all"},
    {"slideNumber", "true false c c/t h/v h.v null", "h.v", {3, 2}},
    {"transition", "none fade slide convex concave zoom default cube page linear", "slide"},
    {"transitionSpeed", "default fast slow", "default"},
});

void check_value(const WrittenOption& option, const deck::RevealVersion& version,
                 Diagnostics& diagnostics) {
    for (const Values& known : kValues) {
        const bool is_wrong =
            known.option == option.name && version >= known.since && !option.value.empty() &&
            !ascii::any_word(known.values,
                             [&](std::string_view value) { return value == option.value; });
        if (is_wrong) {
            diagnostics.warn(Rule::kInvalidValue, option.where,
                             fmt::format("'{}' is no value of {}; it is taken as '{}'",
                                         option.value, option.name, known.taken_as),
                             fmt::format("write one of {}", known.values));
        }
    }
}

bool is_on(const std::string& value) {
    return value != "false" && value != "null" && value != "''";
}

}  // namespace

void check_option(const WrittenOption& option, const deck::RevealVersion& version,
                  Diagnostics& diagnostics) {
    switch (option_effect(option.name)) {
        case RevealEffect::kActedOn:
            check_value(option, version, diagnostics);
            return;
        case RevealEffect::kNothingToShow:
            return;
        case RevealEffect::kNotSupported:
            if (is_on(option.value)) {
                diagnostics.warn(Rule::kLeftOut, option.where,
                                 fmt::format("'{}' has no effect on paper", option.name),
                                 std::string(hint_for_option(option.name)));
            }
            return;
        case RevealEffect::kUnknown:
            break;
    }
    const std::string near = nearest_match(option.name, option_names());
    if (!near.empty() || !option.may_be_a_plugins) {
        diagnostics.warn(
            Rule::kUnknownKey, option.where,
            fmt::format("unknown option of reveal.js '{}'", option.name),
            near.empty() ? "it has no effect" : fmt::format("did you mean '{}'?", near));
    }
}

}  // namespace ghreveal::check
