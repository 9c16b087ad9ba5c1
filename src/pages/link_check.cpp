#include "pages/link_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "media/address.h"
#include "support/ascii.h"
#include "support/limits.h"
#include "support/rules.h"
#include "support/unicode/shortened.h"

namespace ghreveal::pages {

namespace {

class Checker {
public:
    Checker(const deck::Deck& deck, Diagnostics& diagnostics)
        : deck_(deck), diagnostics_(diagnostics) {}

    void check(const dom::Node& node) {
        const std::string* href = node.is_element("a") ? node.attribute("href") : nullptr;
        const std::string_view address = href != nullptr ? ascii::trimmed(*href) : "";
        if (address.empty()) {
            return;
        }
        const deck::LinkTarget target = deck::resolve_link(deck_, address);
        if (target.slide || !target.address.empty()) {
            return;
        }
        const SourcePosition where = dom::position_of(node, deck_.file);
        if (address.starts_with('#')) {
            diagnostics_.warn(Rule::kDeadLink, where,
                              fmt::format("the link '{}' leads nowhere",
                                          utf8::shortened(address, FixedLimits::shown_address)),
                              nearest_id(deck::name_in_link(address)));
        } else {
            diagnostics_.warn(Rule::kDeadLink, where,
                              fmt::format("the link to '{}' is left out",
                                          utf8::shortened(address, FixedLimits::shown_address)),
                              "links may lead to http, https, ftp, mailto and tel addresses, and "
                              "to slides");
        }
    }

private:
    std::string nearest_id(std::string_view name) {
        if (++hints_ > FixedLimits::compared_names) {
            return "";
        }
        if (ids_.empty()) {
            for (const auto& [id, slide] : deck_.slide_of_id) {
                ids_.emplace_back(id);
            }
            std::sort(ids_.begin(), ids_.end());
        }
        const std::string near = nearest_match(media::percent_decoded(name), ids_);
        if (!near.empty()) {
            return fmt::format("did you mean '#{}'?", near);
        }
        const bool is_number = name.find_first_not_of("0123456789/") == std::string_view::npos;
        return is_number          ? last_slide_hint(name)
               : ids_.size() == 1 ? fmt::format("the deck's only id is '#{}'", ids_.front())
                                  : "";
    }

    // Of the stack that "h/v" is in, or of the deck.
    std::string last_slide_hint(std::string_view name) const {
        const std::string h(name.substr(0, name.find('/')));
        const auto last = std::find_if(
            deck_.slides.rbegin(), deck_.slides.rend(),
            [&](const deck::Slide& slide) { return std::to_string(slide.index.h) == h; });
        return last != deck_.slides.rend()
                   ? fmt::format("the last slide there is '#/{}'", deck::to_string(last->index))
                   : fmt::format("the last slide is '#/{}'",
                                 deck::to_string(deck_.slides.back().index));
    }

    const deck::Deck& deck_;
    Diagnostics& diagnostics_;
    std::vector<std::string> ids_;
    int hints_ = 0;
};

}  // namespace

void check_links(const deck::Deck& deck, const std::vector<std::size_t>& slides,
                 Diagnostics& diagnostics) {
    Checker checker(deck, diagnostics);
    for (const std::size_t slide : slides) {
        if (const dom::Node* section = deck.slides[slide].section; section != nullptr) {
            dom::for_each(*section, [&](const dom::Node& node) { checker.check(node); });
        }
    }
}

}  // namespace ghreveal::pages
