// kramdown's `{::options}` that are not known leave nothing on the slide.
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "check/inventory/key_inventory.h"
#include "check/rules/rules_of_deck.h"
#include "check/rules/text_lines.h"
#include "check/source_text.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

// Of the deck's own `{::options}`, as docs/decks.md has them.
constexpr std::string_view kOptions =
    "auto_ids auto_id_prefix footnote_nr parse_block_html parse_span_html";

class AttributeListCheck {
public:
    AttributeListCheck(const deck::Deck& deck, Diagnostics& diagnostics)
        : deck_(deck), diagnostics_(diagnostics) {}

    void check(const std::vector<std::string>& lines) {
        for_each_list(lines, [this](std::string_view list, int line) {
            if (list.starts_with(":options")) {
                check_options(list.substr(1), line);
            }
        });
    }

private:
    // What stands between `{:` and `}`.
    template <typename Visit>
    static void for_each_list(const std::vector<std::string>& lines, Visit&& visit) {
        for_each_text_line(lines, [&](std::string_view line, int number) {
            for (std::size_t at = line.find("{:"); at != std::string_view::npos;
                 at = line.find("{:", at + 2)) {
                const std::size_t end = line.find('}', at);
                if (end != std::string_view::npos && !is_in_code_span(line, at)) {
                    visit(line.substr(at + 2, end - at - 2), number);
                }
            }
        });
    }

    void check_options(std::string_view list, int line) {
        for (const std::string_view word : ascii::words(list)) {
            const std::size_t equals = word.find('=');
            const std::string_view name = word.substr(0, equals);
            const bool is_known =
                ascii::any_word(kOptions, [name](std::string_view known) { return known == name; });
            if (equals != std::string_view::npos && !is_known) {
                const KeyEffect effect = key_effect(KeyOwner::kKramdown, name);
                warn(line, fmt::format("the option '{}' of kramdown has no effect here", name),
                     effect == KeyEffect::kUnknown
                         ? did_you_mean(std::string(name), key_names(KeyOwner::kKramdown))
                         : fmt::format("those that have are {}", kOptions));
            }
        }
    }

    void warn(int line, std::string what, std::string hint) {
        diagnostics_.warn(Rule::kBrokenMarkup, {deck_.file, line}, std::move(what),
                          std::move(hint));
    }

    const deck::Deck& deck_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_attribute_lists(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    if (deck.format == deck::Format::kGhReveal) {
        AttributeListCheck(deck, diagnostics).check(sources.lines_of(deck.file));
    }
}

}  // namespace ghreveal::check
