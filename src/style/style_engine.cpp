#include "style/style_engine.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "style/cascade_layers.h"
#include "style/properties/box_style.h"
#include "style/style_engine_impl.h"
#include "support/ascii.h"
#include "support/limit_names.h"
#include "support/rules.h"

namespace ghreveal::style {

namespace fs = std::filesystem;

UnitContext StyleEngine::Impl::units() {
    UnitContext context;
    context.root_font_size = root_font_size;
    context.root_line_height = root_line_height;
    context.page = options.page;
    context.has_container_units = &has_container_units;
    context.fonts = &fonts;
    context.limits = &options.limits;
    return context;
}

void StyleEngine::Impl::index_rules() {
    CascadeLayers layers;
    MissingFonts missing_fonts(fonts, sheets.sheets, diagnostics);
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
            if (rule.container != css::Rule::kNoContainer) {
                containers.add(number, *loaded.sheet, rule.container);
            }
            for (const css::Selector& selector : *rule.selectors) {
                index.add(selector, number);
            }
            if (loaded.trust != Trust::kBundled && !loaded.is_library) {
                blocks.report_left_out(number);
                missing_fonts.check(blocks.of_rule(number));
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

// What a part of the sheets declares may be missing elsewhere on purpose: only names that nothing
// declares are slips.
void StyleEngine::Impl::report_missing(const StyleBlock& block, const ValidDeclaration& declaration,
                                       const std::string& name) {
    const auto is_of_block = [&](const LoadedSheet& loaded) {
        return &loaded.sheet->file == block.file;
    };
    const auto sheet = std::find_if(sheets.sheets.begin(), sheets.sheets.end(), is_of_block);
    const bool is_authors =
        sheet == sheets.sheets.end() || (sheet->trust != Trust::kBundled && !sheet->is_library);
    if (!is_authors || !missing_properties.insert(name).second || is_declared(name)) {
        return;
    }
    diagnostics.warn(
        Rule::kCssUnsupported, block.position(declaration.offset),
        fmt::format("'var({})' has no value", name),
        fmt::format("nothing declares it; '{}' is left out", declaration.property->name));
}

// In a sheet or in an element's attribute.
bool StyleEngine::Impl::is_declared(const std::string& name) const {
    const auto declares = [&](std::string_view text) {
        for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
            const std::size_t next = text.find_first_not_of(ascii::kSpace, at + name.size());
            if (next != text.npos && text[next] == ':') {
                return true;
            }
        }
        return false;
    };
    return std::any_of(sheets.sheets.begin(), sheets.sheets.end(),
                       [&](const LoadedSheet& loaded) { return declares(loaded.sheet->text); }) ||
           dom::find_first(static_cast<const dom::Node&>(*deck.html), [&](const dom::Node& node) {
               const std::string* style = node.attribute("style");
               return style != nullptr && declares(*style);
           }) != nullptr;
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
        if (part < css::kStyledParts &&
            (containers.empty() || containers.applies(matched.rule, element, part != kElement,
                                                      *walked, container_sizes))) {
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

StylePtr StyleEngine::Impl::style_of(AppliedBlocks applied, const StylePtr& parent,
                                     Size container) {
    StyleKey key{std::move(applied), parent.get(), container};
    const auto known = shared.find(key);
    if (known != shared.end()) {
        return known->second;
    }
    const auto inherited = custom.find(parent.get());
    const auto properties =
        custom_properties(key.blocks, inherited == custom.end() ? nullptr : inherited->second);
    UnitContext unit_context = units();
    unit_context.container = container;
    StylePtr style = compute_style(
        key.blocks, *parent,
        {unit_context, properties.get(), options.limits, blocks.check(),
         std::bind_front(&Impl::report_too_large, this),
         std::bind_front(&Impl::report_missing, this), std::bind_front(&Impl::last_frame, this)});
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
    const Size container = container_units(element, *walked, container_sizes, options.page);
    styles.element =
        style_of(std::move(parts.at(css::index_of(SelectedPart::kElement))), parent, container);
    const auto pseudo = [&](SelectedPart part) {
        AppliedBlocks& applied = parts.at(css::index_of(part));
        return applied.empty() ? nullptr : style_of(std::move(applied), styles.element, container);
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

StyleEngine::StyleEngine(const deck::Deck& deck, const fs::path& theme_path,
                         const std::vector<fs::path>& extra_sheets, const StyleOptions& options,
                         text::FontBook& fonts, Diagnostics& diagnostics)
    : impl_(std::make_unique<Impl>(deck, options, fonts, diagnostics)) {
    impl_->sheets = load_sheets(deck, theme_path, extra_sheets, options, fonts, diagnostics);
    impl_->index_rules();
}

StyleEngine::~StyleEngine() = default;

bool StyleEngine::asks_for_containers() const {
    return !impl_->containers.empty() || impl_->has_container_units;
}

const std::vector<fs::path>& StyleEngine::trusted_pictures() const {
    return impl_->sheets.trusted_pictures;
}

std::vector<fs::path> StyleEngine::sheet_files() const {
    std::vector<fs::path> files;
    for (const LoadedSheet& loaded : impl_->sheets.sheets) {
        if (!loaded.sheet->file.empty()) {
            files.emplace_back(loaded.sheet->file);
        }
    }
    return files;
}

std::vector<SheetPicture> StyleEngine::pictures() const {
    return pictures_in(impl_->sheets);
}

}  // namespace ghreveal::style
