#include "boxes/picture_source.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "css/queries/media_query.h"
#include "css/tokenizer.h"
#include "support/ascii.h"

namespace ghreveal::boxes {

namespace {

struct Candidate {
    std::string_view address;
    double density = 1;
    double width = 0;  // of a `w` descriptor; 0: none
};

// HTML §4.8.4.2.5: "parse a srcset attribute". Addresses may have commas inside.
std::vector<Candidate> candidates_in(std::string_view srcset) {
    std::vector<Candidate> found;
    while (true) {
        srcset = ascii::trimmed(srcset);
        srcset.remove_prefix(std::min(srcset.find_first_not_of(", \t\r\n"), srcset.size()));
        if (srcset.empty()) {
            return found;
        }
        const std::size_t end = std::min(srcset.find_first_of(" \t\r\n"), srcset.size());
        Candidate candidate{srcset.substr(0, end)};
        srcset.remove_prefix(end);
        if (candidate.address.ends_with(',')) {
            candidate.address =
                candidate.address.substr(0, candidate.address.find_last_not_of(',') + 1);
            found.push_back(candidate);
            continue;
        }
        const std::size_t comma = std::min(srcset.find(','), srcset.size());
        const css::Tokens tokens = css::tokenize(srcset.substr(0, comma));
        bool is_understood = true;
        for (const css::Token& token : tokens) {
            if (token.is(css::TokenType::kWhiteSpace)) {
                continue;
            }
            if (token.is(css::TokenType::kDimension) && token.value() == "x") {
                candidate.density = token.number;
            } else if (token.is(css::TokenType::kDimension) && token.value() == "w") {
                candidate.width = token.number;
            } else {
                is_understood = token.is(css::TokenType::kDimension) && token.value() == "h";
            }
        }
        if (is_understood && candidate.density > 0 && candidate.width >= 0) {
            found.push_back(candidate);
        }
        srcset.remove_prefix(std::min(comma + 1, srcset.size()));
    }
}

std::optional<Px> length_of(const css::Token& token, const Size& page) {
    if (token.is(css::TokenType::kNumber) && token.number == 0) {
        return 0;
    }
    if (!token.is(css::TokenType::kDimension) || token.number < 0) {
        return std::nullopt;
    }
    constexpr Px kInitialFontSize = 16;
    const std::string unit = ascii::lower_case(token.value());
    return unit == "px"                    ? std::optional(token.number)
           : unit == "vw"                  ? std::optional(token.number * page.width / 100)
           : unit == "vh"                  ? std::optional(token.number * page.height / 100)
           : unit == "em" || unit == "rem" ? std::optional(token.number * kInitialFontSize)
                                           : std::nullopt;
}

// HTML §4.8.4.2.6 "parse a sizes attribute": the first size whose condition holds.
Px source_size(std::string_view sizes, const Size& page) {
    while (!sizes.empty()) {
        const std::string_view one = sizes.substr(0, sizes.find(','));
        sizes.remove_prefix(std::min(sizes.size(), one.size() + 1));
        const css::Tokens tokens = css::tokenize(ascii::trimmed(one));
        if (tokens.empty()) {
            continue;
        }
        const std::optional<Px> length = length_of(tokens.back(), page);
        const std::span<const css::Token> condition(tokens.data(), tokens.size() - 1);
        if (length && (condition.empty() || css::media_matches(condition, page))) {
            return *length;
        }
    }
    return page.width;
}

// The least dense that is dense enough, else the densest.
PictureSource best_of(std::vector<Candidate> candidates, std::string_view sizes, const Size& page) {
    const Px size = source_size(sizes, page);
    const Candidate* best = nullptr;
    for (Candidate& candidate : candidates) {
        if (candidate.width > 0) {
            candidate.density = size > 0 ? candidate.width / size : candidate.width;
        }
        const bool is_better =
            best == nullptr ||
            (best->density < 1 ? candidate.density > best->density
                               : candidate.density >= 1 && candidate.density < best->density);
        best = is_better ? &candidate : best;
    }
    return best != nullptr ? PictureSource{std::string(best->address), best->density}
                           : PictureSource{};
}

std::string attribute_or(const dom::Node& node, std::string_view name,
                         std::string_view other = "") {
    const std::string* value = node.attribute(name);
    return value != nullptr && !value->empty() ? *value : std::string(other);
}

std::string srcset_of(const dom::Node& node) {
    return attribute_or(node, "data-srcset", attribute_or(node, "srcset"));
}

bool is_shown_type(const std::string& type) {
    constexpr std::array<std::string_view, 7> kTypes{
        "", "image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/svg+xml"};
    return std::find(kTypes.begin(), kTypes.end(), ascii::lower_case(type)) != kTypes.end();
}

bool applies(const dom::Node& source, const Size& page) {
    const std::string media = attribute_or(source, "media");
    return source.is_element("source") && is_shown_type(attribute_or(source, "type")) &&
           !srcset_of(source).empty() &&
           (media.empty() || css::media_matches(css::tokenize(media), page));
}

const dom::Node* source_before(const dom::Node& img, const Size& page) {
    if (img.parent == nullptr || !img.parent->is_element("picture")) {
        return nullptr;
    }
    for (const dom::Node* child = img.parent->first_child; child != nullptr && child != &img;
         child = child->next) {
        if (applies(*child, page)) {
            return child;
        }
    }
    return nullptr;
}

}  // namespace

PictureSource picture_source(const dom::Node& img, Size page) {
    const dom::Node* source = source_before(img, page);
    const dom::Node& chosen = source != nullptr ? *source : img;
    const std::string srcset = srcset_of(chosen);
    const std::string sizes = attribute_or(chosen, "sizes", attribute_or(img, "sizes"));
    const std::string address = attribute_or(img, "data-src", attribute_or(img, "src"));
    std::vector<Candidate> candidates = candidates_in(srcset);
    const bool has_widths = std::any_of(candidates.begin(), candidates.end(),
                                        [](const Candidate& one) { return one.width > 0; });
    if (source == nullptr && !has_widths && !address.empty()) {
        candidates.push_back({address, 1, 0});
    }
    PictureSource best = best_of(std::move(candidates), sizes, page);
    return best.address.empty() ? PictureSource{address, 1} : best;
}

}  // namespace ghreveal::boxes
