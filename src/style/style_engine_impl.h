// What a StyleEngine is made of. Private to it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "css/style_sheet.h"
#include "style/block_store.h"
#include "style/cascade.h"
#include "style/matching/changed_elements.h"
#include "style/matching/container_rules.h"
#include "style/matching/matching.h"
#include "style/sheets/deck_sheets.h"
#include "style/sheets/missing_fonts.h"
#include "style/style_engine.h"
#include "style/style_key.h"

namespace ghreveal::style {

// What a rule has for its place in the cascade beside its selectors.
struct RuleRank {
    Origin origin;
    int layer;
    auto operator<=>(const RuleRank&) const = default;
};

// One selector that applies, in the order of CSS Cascading 5 §6.1: origin, layer, specificity,
// place.
struct Match {
    RuleRank rank;
    std::uint32_t specificity;
    std::uint32_t rule;
    bool operator<(const Match& other) const {
        return std::tuple(rank, specificity, rule) <
               std::tuple(other.rank, other.specificity, other.rule);
    }
};

struct StyleEngine::Impl {
    const deck::Deck& deck;
    StyleOptions options;
    text::FontBook& fonts;
    Diagnostics& diagnostics;
    Px root_font_size = 16;
    Px root_line_height = 0;
    DeckSheets sheets;
    BlockStore blocks;
    std::vector<RuleRank> rank_of_rule;
    SelectorIndex index;
    ElementFacts facts;
    ContainerRules containers;
    bool has_container_units = false;
    // Of the slide that is being styled.
    const SlideStyles* walked = nullptr;
    ContainerSizes container_sizes;
    std::unordered_map<std::string, std::array<std::optional<std::uint32_t>, 2>> keyframes;
    std::unordered_map<StyleKey, StylePtr, StyleKeyHash> shared;
    // Of the styles that have any.
    std::unordered_map<const ComputedStyle*, std::shared_ptr<const CustomProperties>> custom;
    std::unordered_set<std::string> missing_properties;  // that were looked for already
    std::vector<StylePtr> kept;                          // styles whose addresses are keys
    // The slide that was styled last, and how.
    const deck::Slide* last_slide = nullptr;
    StyledWith last_with;
    SlideStyles last_styles;

    Impl(const deck::Deck& of, const StyleOptions& asked, text::FontBook& book, Diagnostics& sink)
        : deck(of),
          options(asked),
          fonts(book),
          diagnostics(sink),
          blocks(deck.file, units(), sink),
          facts(deck.document, asked.limits.selector_looks),
          containers(units()) {}

    void index_rules();
    UnitContext units();
    const StyleBlock* last_frame(const css::Animation&);
    void report_too_large(const StyleBlock&, const ValidDeclaration&);
    void report_missing(const StyleBlock&, const ValidDeclaration&, const std::string& name);
    bool is_declared(const std::string& custom_property) const;
    void report_looks();

    using PartBlocks = std::array<AppliedBlocks, css::kStyledParts>;  // by css::index_of()
    PartBlocks blocks_for(const dom::Node&, const StyleBlock* override_block);
    AppliedBlocks in_cascade_order(std::vector<Match>, const StyleBlock* presentational);
    StylePtr style_of(AppliedBlocks, const StylePtr& parent, Size container);
    ElementStyles element_styles(const dom::Node&, const StylePtr& parent,
                                 const StyleBlock* override_block);
    OverrideBlocks blocks_of(const std::vector<StyleOverride>&);
    // The classes of the slide's `data-state`, which the viewport has while it shows.
    void show_state_of(const deck::Slide&);
    struct Walk {
        SlideStyles& styles;
        const OverrideBlocks& overrides;
        std::function<bool(const dom::Node&)> is_closed;  // may be empty: none is
    };
    void style_below(const dom::Node& element, const StylePtr& parent, const Walk&);
    void style_whole(const deck::Slide&, const Walk&);
    void style_anew(const dom::Node& element, const Walk&);
};

}  // namespace ghreveal::style
