#include "style/style_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "style/cascade.h"
#include "style/matching.h"
#include "style/presentational_hints.h"
#include "style/properties/box_style.h"
#include "style/properties/properties.h"
#include "style/properties/text_style.h"
#include "style/sheets/deck_sheets.h"
#include "style/sheets/sheet_addresses.h"
#include "style/style_builder.h"

namespace ghreveal::style {

namespace fs = std::filesystem;
using css::Declaration;
using css::DeclarationBlock;

namespace {

// A rule as the cascade sorts it. Its declarations are read when it first applies.
struct CascadedRule {
    const css::Rule* rule = nullptr;
    Origin origin = Origin::kAuthor;
    std::optional<DeclarationBlock> declarations;
};

// One selector that applies, in the order of CSS Cascading 4 §6.1: origin, specificity, place.
struct Match {
    Origin origin;
    std::uint32_t specificity;
    std::uint32_t rule;
    bool operator<(const Match& other) const {
        return std::tuple(origin, specificity, rule) <
               std::tuple(other.origin, other.specificity, other.rule);
    }
};

// Elements with the same blocks and the same parent style share a style.
struct StyleKey {
    AppliedBlocks blocks;
    const ComputedStyle* parent;
    bool operator==(const StyleKey&) const = default;
};

struct StyleKeyHash {
    std::size_t operator()(const StyleKey& key) const {
        std::size_t hash = std::hash<const void*>{}(key.parent);
        for (const DeclarationBlock* block : key.blocks) {
            hash = hash * 1099511628211u ^ std::hash<const void*>{}(block);
        }
        return hash;
    }
};

// Declarations from an attribute, with the text they look into.
struct OwnedBlock {
    std::string text;
    css::Tokens tokens;
    DeclarationBlock declarations;

    explicit OwnedBlock(std::string css)
        : text(std::move(css)),
          tokens(css::tokenize(text)),
          declarations(css::parse_declarations(tokens)) {}
    OwnedBlock(const OwnedBlock&) = delete;
    OwnedBlock& operator=(const OwnedBlock&) = delete;
};

}  // namespace

struct StyleEngine::Impl {
    const deck::Deck& deck;
    StyleOptions options;
    text::FontBook& fonts;
    Diagnostics& diagnostics;
    DeckSheets sheets;
    std::vector<CascadedRule> rules;
    SelectorIndex index;
    ElementFacts facts;
    std::unordered_map<const dom::Node*, std::unique_ptr<OwnedBlock>> hints;
    std::unordered_map<const dom::Node*, std::unique_ptr<OwnedBlock>> inline_styles;
    std::unordered_map<std::string, std::unique_ptr<OwnedBlock>> override_blocks;  // by text
    std::unordered_map<StyleKey, StylePtr, StyleKeyHash> shared;
    std::map<const ComputedStyle*, CustomProperties> custom;
    std::vector<StylePtr> kept;  // styles whose addresses are keys
    Px root_font_size = 16;

    Impl(const deck::Deck& of, const StyleOptions& asked, text::FontBook& book, Diagnostics& sink)
        : deck(of), options(asked), fonts(book), diagnostics(sink), facts(of.document) {}

    void load(const fs::path& theme, const std::vector<fs::path>& extra);
    void index_rules();
    void check(const LoadedSheet&);
    void check_block(const DeclarationBlock&, std::string_view text, const std::string& file,
                     int first_line);
    UnitContext units() const;

    const DeclarationBlock& declarations_of(std::uint32_t rule);
    const DeclarationBlock* hints_of(const dom::Node&);
    const DeclarationBlock* inline_style_of(const dom::Node&);
    struct PartBlocks {
        AppliedBlocks element, before, after;
    };
    PartBlocks blocks_for(const dom::Node&, const OwnedBlock* override_block);
    StylePtr style_of(AppliedBlocks, const StylePtr& parent);
    ElementStyles element_styles(const dom::Node&, const StylePtr& parent,
                                 const OwnedBlock* override_block);
};

UnitContext StyleEngine::Impl::units() const {
    UnitContext context;
    context.root_font_size = root_font_size;
    context.page = options.page;
    context.fonts = &fonts;
    return context;
}

void StyleEngine::Impl::load(const fs::path& theme, const std::vector<fs::path>& extra) {
    sheets = load_sheets(deck, theme, extra, options, fonts, diagnostics);
    index_rules();
    for (const LoadedSheet& sheet : sheets.sheets) {
        if (sheet.trust != Trust::kBundled) {
            check(sheet);
        }
    }
}

void StyleEngine::Impl::index_rules() {
    for (const LoadedSheet& loaded : sheets.sheets) {
        for (const css::Rule& rule : loaded.sheet->rules) {
            const auto number = static_cast<std::uint32_t>(rules.size());
            rules.push_back({&rule, loaded.origin, std::nullopt});
            for (const css::Selector& selector : rule.selectors) {
                index.add({&selector, number});
            }
        }
    }
}

void StyleEngine::Impl::check(const LoadedSheet& loaded) {
    const css::StyleSheet& sheet = *loaded.sheet;
    for (const css::Rule& rule : sheet.rules) {
        check_block(css::parse_declarations(rule.block), sheet.text, sheet.file, sheet.first_line);
    }
}

void StyleEngine::Impl::check_block(const DeclarationBlock& block, std::string_view text,
                                    const std::string& file, int first_line) {
    const UnitContext context = units();
    // Sheets give a value in the notations of several browsers, of which one serves.
    const auto has_valid_one = [&](const std::string& name) {
        return std::any_of(block.begin(), block.end(), [&](const Declaration& declaration) {
            return declaration.property == name && is_valid(declaration, context);
        });
    };
    for (const Declaration& declaration : block) {
        const std::string& name = declaration.property;
        if (is_ignored_property(name) || has_valid_one(name)) {
            continue;
        }
        const SourcePosition where{file, css::line_at(text, declaration.offset, first_line)};
        if (find_property(name) != nullptr) {
            diagnostics.warn(where, fmt::format("the value of '{}' is not understood", name),
                             "the declaration is left out");
            continue;
        }
        const std::string near = nearest_match(name, property_names());
        diagnostics.warn(where, fmt::format("unknown property '{}'", name),
                         near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }
}

const DeclarationBlock& StyleEngine::Impl::declarations_of(std::uint32_t number) {
    CascadedRule& rule = rules[number];
    if (!rule.declarations) {
        rule.declarations = css::parse_declarations(rule.rule->block);
    }
    return *rule.declarations;
}

const DeclarationBlock* StyleEngine::Impl::hints_of(const dom::Node& element) {
    const auto known = hints.find(&element);
    if (known != hints.end()) {
        return known->second ? &known->second->declarations : nullptr;
    }
    std::string css = presentational_hints(element);
    auto& block = hints[&element];
    if (!css.empty()) {
        block = std::make_unique<OwnedBlock>(std::move(css));
    }
    return block ? &block->declarations : nullptr;
}

const DeclarationBlock* StyleEngine::Impl::inline_style_of(const dom::Node& element) {
    const std::string* css = element.attribute("style");
    if (css == nullptr) {
        return nullptr;
    }
    auto& block = inline_styles[&element];
    if (!block) {
        block = std::make_unique<OwnedBlock>(*css);
        check_block(block->declarations, block->text,
                    element.file == nullptr ? deck.file : *element.file, std::max(element.line, 1));
    }
    return &block->declarations;
}

StyleEngine::Impl::PartBlocks StyleEngine::Impl::blocks_for(const dom::Node& element,
                                                            const OwnedBlock* override_block) {
    std::vector<Match> for_element;
    std::vector<Match> for_before;
    std::vector<Match> for_after;
    index.for_each_match(element, facts, [&](const IndexedSelector& matched) {
        auto* list = matched.selector->part == css::SelectedPart::kElement  ? &for_element
                     : matched.selector->part == css::SelectedPart::kBefore ? &for_before
                     : matched.selector->part == css::SelectedPart::kAfter  ? &for_after
                                                                            : nullptr;
        if (list != nullptr) {
            list->push_back(
                {rules[matched.rule].origin, matched.selector->specificity, matched.rule});
        }
    });
    const auto sorted = [&](std::vector<Match>& list, const DeclarationBlock* presentational) {
        std::sort(list.begin(), list.end());
        AppliedBlocks blocks;
        blocks.reserve(list.size() + 2);
        bool placed = presentational == nullptr;
        for (const Match& match : list) {
            if (!placed && match.origin == Origin::kAuthor) {
                blocks.push_back(presentational);
                placed = true;
            }
            blocks.push_back(&declarations_of(match.rule));
        }
        if (!placed) {
            blocks.push_back(presentational);
        }
        return blocks;
    };
    PartBlocks parts{sorted(for_element, hints_of(element)), sorted(for_before, nullptr),
                     sorted(for_after, nullptr)};
    if (const DeclarationBlock* inline_style = inline_style_of(element)) {
        parts.element.push_back(inline_style);
    }
    if (override_block != nullptr) {
        parts.element.push_back(&override_block->declarations);
    }
    return parts;
}

StylePtr StyleEngine::Impl::style_of(AppliedBlocks blocks, const StylePtr& parent) {
    StyleKey key{std::move(blocks), parent.get()};
    const auto known = shared.find(key);
    if (known != shared.end()) {
        return known->second;
    }
    static const CustomProperties kNone;
    const auto inherited = custom.find(parent.get());
    const CustomProperties* properties = inherited == custom.end() ? &kNone : &inherited->second;
    std::optional<CustomProperties> own;
    if (declares_custom_properties(key.blocks)) {
        own = custom_properties(key.blocks, *properties);
        properties = &*own;
    }
    StylePtr style = compute_style(key.blocks, *parent, units(), *properties);
    if (own || inherited != custom.end()) {
        custom.emplace(style.get(), *properties);
    }
    kept.push_back(parent);
    shared.emplace(std::move(key), style);
    return style;
}

ElementStyles StyleEngine::Impl::element_styles(const dom::Node& element, const StylePtr& parent,
                                                const OwnedBlock* override_block) {
    PartBlocks parts = blocks_for(element, override_block);
    ElementStyles styles;
    styles.element = style_of(std::move(parts.element), parent);
    const auto pseudo = [&](AppliedBlocks& blocks) {
        StylePtr style = blocks.empty() ? nullptr : style_of(std::move(blocks), styles.element);
        return style && style->box().has_content ? style : nullptr;
    };
    styles.before = pseudo(parts.before);
    styles.after = pseudo(parts.after);
    return styles;
}

StyleEngine::StyleEngine(const deck::Deck& deck, const fs::path& theme_path,
                         const std::vector<fs::path>& extra_sheets, const StyleOptions& options,
                         text::FontBook& fonts, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(deck, options, fonts, diagnostics)) {
    impl_->load(theme_path, extra_sheets);
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
    std::vector<SheetPicture> pictures;
    for (const LoadedSheet& loaded : impl_->sheets.sheets) {
        if (loaded.trust == Trust::kBundled) {
            continue;
        }
        const css::StyleSheet& sheet = *loaded.sheet;
        for (const css::Rule& rule : sheet.rules) {
            for (const css::Token* token : address_tokens(rule.block)) {
                pictures.push_back(
                    {std::string(token->value()),
                     {sheet.file, css::line_at(sheet.text, token->begin, sheet.first_line)}});
            }
        }
    }
    return pictures;
}

SlideStyles StyleEngine::style_slide(const deck::Slide& slide, int step,
                                     const std::vector<StyleOverride>& overrides) {
    Impl& impl = *impl_;
    std::map<const dom::Node*, const OwnedBlock*> override_blocks;
    for (const StyleOverride& override_of : overrides) {
        // Kept by their text, so that the same override gives the same style again.
        auto& blocks = impl.override_blocks[override_of.declarations];
        if (!blocks) {
            blocks = std::make_unique<OwnedBlock>(override_of.declarations);
        }
        override_blocks[override_of.element] = blocks.get();
    }
    for (const deck::Fragment& fragment : slide.fragments) {
        const int classes = (fragment.step <= step ? kVisible : kNoStepClass) |
                            (fragment.step == step ? kCurrentFragment : kNoStepClass);
        impl.facts.set_step_classes(*fragment.element, static_cast<std::uint8_t>(classes));
    }
    SlideStyles styles;
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
        }
    }
    const auto style_below = [&](const auto& self, const dom::Node& element,
                                 const StylePtr& inherited) -> void {
        const auto found = override_blocks.find(&element);
        const std::size_t at = element.index - styles.first_node;
        if (at >= styles.by_node.size()) {
            styles.by_node.resize(at + 1);
        }
        styles.by_node[at] = impl.element_styles(
            element, inherited, found == override_blocks.end() ? nullptr : found->second);
        const StylePtr own = styles.by_node[at].element;
        if (own->box().display == Display::kNone) {
            return;
        }
        for (const dom::Node* child = element.first_child; child != nullptr; child = child->next) {
            if (child->is_element()) {
                self(self, *child, own);
            }
        }
    };
    style_below(style_below, *slide.section, parent);
    for (const deck::Fragment& fragment : slide.fragments) {
        impl.facts.set_step_classes(*fragment.element, kNoStepClass);
    }
    return styles;
}

}  // namespace ghreveal::style
