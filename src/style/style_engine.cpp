#include "style/style_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <unordered_map>

#include "style/block_store.h"
#include "style/cascade.h"
#include "style/cascade_layers.h"
#include "style/matching/matching.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "style/sheets/deck_sheets.h"
#include "style/style_builder.h"
#include "style/style_key.h"
#include "support/limit_names.h"
#include "support/rules.h"

namespace ghreveal::style {

namespace fs = std::filesystem;

namespace {

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

using OverrideBlocks = std::unordered_map<const dom::Node*, const StyleBlock*>;

}  // namespace

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
    std::unordered_map<std::string, std::array<std::optional<std::uint32_t>, 2>> keyframes;
    std::unordered_map<StyleKey, StylePtr, StyleKeyHash> shared;
    // Of the styles that have any.
    std::unordered_map<const ComputedStyle*, std::shared_ptr<const CustomProperties>> custom;
    std::vector<StylePtr> kept;  // styles whose addresses are keys

    Impl(const deck::Deck& of, const StyleOptions& asked, text::FontBook& book, Diagnostics& sink)
        : deck(of),
          options(asked),
          fonts(book),
          diagnostics(sink),
          blocks(deck.file, units(), sink),
          facts(deck.document, asked.limits.selector_looks) {}

    void index_rules();
    UnitContext units() const;
    const StyleBlock* last_frame(const css::Animation&);
    void report_too_large(const StyleBlock&, const ValidDeclaration&);
    void report_looks();

    using PartBlocks = std::array<AppliedBlocks, css::kStyledParts>;  // by css::index_of()
    PartBlocks blocks_for(const dom::Node&, const StyleBlock* override_block);
    AppliedBlocks in_cascade_order(std::vector<Match>, const StyleBlock* presentational);
    StylePtr style_of(AppliedBlocks, const StylePtr& parent);
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
};

UnitContext StyleEngine::Impl::units() const {
    UnitContext context;
    context.root_font_size = root_font_size;
    context.root_line_height = root_line_height;
    context.page = options.page;
    context.fonts = &fonts;
    context.limits = &options.limits;
    return context;
}

void StyleEngine::Impl::index_rules() {
    CascadeLayers layers;
    for (const LoadedSheet& loaded : sheets.sheets) {
        for (const std::string& name : loaded.sheet->layers) {
            layers.mention(name);
        }
    }
    layers.settle();
    for (const LoadedSheet& loaded : sheets.sheets) {
        for (const css::Rule& rule : loaded.sheet->rules) {
            const int layer =
                rule.layer == css::Rule::kNoLayer
                    ? CascadeLayers::kUnlayered
                    : layers.rank(loaded.sheet->layers[static_cast<std::size_t>(rule.layer)]);
            const std::uint32_t number =
                blocks.add_rule(rule, *loaded.sheet, {loaded.origin != Origin::kAuthor, layer});
            rank_of_rule.push_back({loaded.origin, layer});
            for (const css::Selector& selector : *rule.selectors) {
                index.add({&selector, number});
            }
            if (loaded.trust != Trust::kBundled && !loaded.is_library) {
                blocks.report_left_out(number);
            }
        }
        for (const css::Keyframe& frame : loaded.sheet->keyframes) {
            keyframes[frame.name].at(frame.is_last) =
                blocks.add_rule(frame.rule, *loaded.sheet, {});
            rank_of_rule.push_back({loaded.origin, CascadeLayers::kUnlayered});
        }
    }
}

// The frame that an animation stays at when it is over; null: none.
const StyleBlock* StyleEngine::Impl::last_frame(const css::Animation& animation) {
    const auto found = keyframes.find(animation.name);
    if (found == keyframes.end() || !animation.fills_forwards || animation.is_endless()) {
        return nullptr;
    }
    const auto rule = found->second.at(animation.ends_at_start() ? 0 : 1);
    return rule ? &blocks.of_rule(*rule) : nullptr;
}

void StyleEngine::Impl::report_too_large(const StyleBlock& block,
                                         const ValidDeclaration& declaration) {
    diagnostics.warn(
        Rule::kLimit, block.position(declaration.offset),
        fmt::format("the value of '{}' grows past all bounds by its var()",
                    declaration.property->name),
        "the declaration is left out; " + limit_hint(options.limits, "variable-bytes"));
}

void StyleEngine::Impl::report_looks() {
    if (facts.ran_out_of_looks()) {
        diagnostics.warn(
            Rule::kLimit, {deck.file, 0},
            "':has()' and ':nth-child(… of …)' look at too many elements",
            "they match nothing more; " + limit_hint(options.limits, "selector-looks"));
    }
}

// `presentational`: of the element's attributes, between the browser's sheet and the author's;
// null: none.
AppliedBlocks StyleEngine::Impl::in_cascade_order(std::vector<Match> matches,
                                                  const StyleBlock* presentational) {
    AppliedBlocks applied;
    if (matches.empty() && presentational == nullptr) {
        return applied;  // most pseudo-elements: no memory is taken for them
    }
    std::sort(matches.begin(), matches.end());
    applied.reserve(matches.size() + 2);
    bool placed = presentational == nullptr;
    for (const Match& match : matches) {
        if (!placed && match.rank.origin == Origin::kAuthor) {
            applied.push_back(presentational);
            placed = true;
        }
        applied.push_back(&blocks.of_rule(match.rule));
    }
    if (!placed) {
        applied.push_back(presentational);
    }
    return applied;
}

StyleEngine::Impl::PartBlocks StyleEngine::Impl::blocks_for(const dom::Node& element,
                                                            const StyleBlock* override_block) {
    constexpr std::size_t kElement = css::index_of(css::SelectedPart::kElement);
    PartBlocks parts;
    std::array<std::vector<Match>, css::kStyledParts> matches;
    index.for_each_match(element, facts, [&](const IndexedSelector& matched) {
        const std::size_t part = css::index_of(matched.selector->part);
        if (part < css::kStyledParts) {
            matches.at(part).push_back(
                {rank_of_rule[matched.rule], matched.selector->specificity, matched.rule});
        }
    });
    for (std::size_t part = 0; part < css::kStyledParts; ++part) {
        parts.at(part) = in_cascade_order(std::move(matches.at(part)),
                                          part == kElement ? blocks.hints_of(element) : nullptr);
    }
    if (const StyleBlock* inline_style = blocks.inline_style_of(element)) {
        parts.at(kElement).push_back(inline_style);
    }
    if (override_block != nullptr) {
        parts.at(kElement).push_back(override_block);
    }
    return parts;
}

StylePtr StyleEngine::Impl::style_of(AppliedBlocks applied, const StylePtr& parent) {
    StyleKey key{std::move(applied), parent.get()};
    const auto known = shared.find(key);
    if (known != shared.end()) {
        return known->second;
    }
    const auto inherited = custom.find(parent.get());
    const auto properties =
        custom_properties(key.blocks, inherited == custom.end() ? nullptr : inherited->second);
    StylePtr style = compute_style(
        key.blocks, *parent,
        {units(), properties.get(), options.limits, blocks.check(),
         std::bind_front(&Impl::report_too_large, this), std::bind_front(&Impl::last_frame, this)});
    if (properties) {
        custom.emplace(style.get(), properties);
    }
    kept.push_back(parent);
    shared.emplace(std::move(key), style);
    return style;
}

ElementStyles StyleEngine::Impl::element_styles(const dom::Node& element, const StylePtr& parent,
                                                const StyleBlock* override_block) {
    PartBlocks parts = blocks_for(element, override_block);
    ElementStyles styles;
    using css::SelectedPart;
    styles.element = style_of(std::move(parts.at(css::index_of(SelectedPart::kElement))), parent);
    const auto pseudo = [&](SelectedPart part) {
        AppliedBlocks& applied = parts.at(css::index_of(part));
        return applied.empty() ? nullptr : style_of(std::move(applied), styles.element);
    };
    const auto with_content = [](StylePtr style) {
        return style && style->box().has_content ? style : nullptr;
    };
    styles.before = with_content(pseudo(SelectedPart::kBefore));
    styles.after = with_content(pseudo(SelectedPart::kAfter));
    if (styles.element->box().display == Display::kListItem) {
        styles.marker = pseudo(SelectedPart::kMarker);
    }
    styles.first_letter = pseudo(SelectedPart::kFirstLetter);
    styles.first_line = pseudo(SelectedPart::kFirstLine);
    return styles;
}

OverrideBlocks StyleEngine::Impl::blocks_of(const std::vector<StyleOverride>& overrides) {
    OverrideBlocks found;
    for (const StyleOverride& one : overrides) {
        found[one.element] = &blocks.of_override(one.declarations);
    }
    return found;
}

void StyleEngine::Impl::show_state_of(const deck::Slide& slide) {
    const dom::Node* viewport = deck.version.major >= 4 ? deck.body : deck.html;
    const std::string* state = slide.section->attribute("data-state");
    if (viewport != nullptr) {
        // No temporary string: the classes are looked at until the next slide.
        facts.set_state(*viewport, state == nullptr ? std::string_view() : *state);
    }
}

void StyleEngine::Impl::style_below(const dom::Node& element, const StylePtr& parent,
                                    const Walk& walk) {
    std::vector<ElementStyles>& by_node = walk.styles.by_node;
    const auto overriding = walk.overrides.find(&element);
    const std::size_t at = element.index - walk.styles.first_node;
    if (at >= by_node.size()) {
        by_node.resize(at + 1);
    }
    by_node[at] = element_styles(element, parent,
                                 overriding == walk.overrides.end() ? nullptr : overriding->second);
    const StylePtr own = by_node[at].element;
    by_node[at].is_closed = walk.is_closed && walk.is_closed(element);
    if (own->box().display == Display::kNone || by_node[at].is_closed) {
        return;
    }
    for (const dom::Node* child = element.first_child; child != nullptr; child = child->next) {
        if (child->is_element()) {
            style_below(*child, own, walk);
        }
    }
}

StyleEngine::StyleEngine(const deck::Deck& deck, const fs::path& theme_path,
                         const std::vector<fs::path>& extra_sheets, const StyleOptions& options,
                         text::FontBook& fonts, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(deck, options, fonts, diagnostics)) {
    impl_->sheets = load_sheets(deck, theme_path, extra_sheets, options, fonts, diagnostics);
    impl_->index_rules();
}

StyleEngine::~StyleEngine() = default;

const std::vector<fs::path>& StyleEngine::trusted_pictures() const {
    return impl_->sheets.trusted_pictures;
}

std::vector<fs::path> StyleEngine::sheet_files() const {
    std::vector<fs::path> files;
    for (const LoadedSheet& loaded : impl_->sheets.sheets) {
        if (loaded.trust != Trust::kBundled) {
            files.emplace_back(loaded.sheet->file);
        }
    }
    return files;
}

std::vector<SheetPicture> StyleEngine::pictures() const {
    return pictures_in(impl_->sheets);
}

SlideStyles StyleEngine::style_slide(const deck::Slide& slide, int step,
                                     const std::vector<StyleOverride>& overrides) {
    Impl& impl = *impl_;
    const OverrideBlocks override_blocks = impl.blocks_of(overrides);
    impl.show_state_of(slide);
    for (const deck::Fragment& fragment : slide.fragments) {
        const int classes = (fragment.step <= step ? kVisible : kNoStepClass) |
                            (fragment.step == step ? kCurrentFragment : kNoStepClass);
        impl.facts.set_step_classes(*fragment.element, static_cast<std::uint8_t>(classes));
    }
    SlideStyles styles;
    styles.counter_styles = impl.sheets.counter_styles;
    styles.first_node = slide.section->index;
    std::vector<const dom::Node*> path;
    for (const dom::Node* node = slide.section->parent; node != nullptr; node = node->parent) {
        path.insert(path.begin(), node);
    }
    StylePtr parent = initial_style();
    for (const dom::Node* node : path) {
        styles.around.push_back(impl.element_styles(*node, parent, nullptr));
        parent = styles.around.back().element;
        if (node->parent == nullptr) {
            impl.root_font_size = parent->text().font.size;
            impl.root_line_height = used_line_height(parent->text(), &impl.fonts);
        }
        if (slide.background != nullptr && node == slide.background->parent->parent) {
            styles.backgrounds =
                impl.element_styles(*slide.background->parent, parent, nullptr).element;
            styles.slide_background =
                impl.element_styles(*slide.background, styles.backgrounds, nullptr).element;
        }
    }
    impl.style_below(*slide.section, parent, {styles, override_blocks, {}});
    impl.report_looks();
    for (const deck::Fragment& fragment : slide.fragments) {
        impl.facts.set_step_classes(*fragment.element, kNoStepClass);
    }
    return styles;
}

SlideStyles StyleEngine::style_surroundings(const deck::Slide& slide,
                                            const std::vector<StyleOverride>& overrides,
                                            Surroundings how_far) {
    Impl& impl = *impl_;
    const OverrideBlocks override_blocks = impl.blocks_of(overrides);
    impl.show_state_of(slide);
    const dom::Node* stack = how_far == Surroundings::kInStack ? slide.section->parent : nullptr;
    const dom::Node* slides = impl.deck.slides_element;
    const auto is_closed = [&](const dom::Node& element) {
        const bool is_slide =
            element.parent == stack || (element.parent == slides && stack != nullptr);
        return &element == impl.deck.backgrounds || (stack == nullptr && &element == slides) ||
               (is_slide && &element != stack && element.is_element("section"));
    };
    SlideStyles styles;
    impl.style_below(*impl.deck.html, initial_style(), {styles, override_blocks, is_closed});
    return styles;
}

}  // namespace ghreveal::style
