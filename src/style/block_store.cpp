#include "style/block_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "css/statements.h"
#include "style/hints/presentational_hints.h"
#include "style/inventory/value_hint.h"
#include "support/ascii.h"
#include "support/limit_names.h"
#include "support/rules.h"
#include "support/unicode/shortened.h"

namespace ghreveal::style {

namespace {

constexpr std::size_t kLongestShown = 60;

// Whether it is one word: a declaration without a colon is none.
bool is_property_name(std::string_view name) {
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return ascii::is_word_or_beyond(c) || c == '-'; });
}

// With what is no declaration, which no property has the name of.
css::DeclarationBlock declarations_of(std::span<const css::Token> block) {
    css::DeclarationBlock unread;
    css::DeclarationBlock all = css::parse_declarations(block, unread);
    std::move(unread.begin(), unread.end(), std::back_inserter(all));
    return all;
}

}  // namespace

BlockStore::BlockStore(std::string deck_file, const UnitContext& units, Diagnostics& diagnostics)
    : deck_file_(std::move(deck_file)),
      diagnostics_(diagnostics),
      limits_(limits_of(units)),
      check_(units) {}

std::uint32_t BlockStore::add_rule(const css::Rule& rule, const css::StyleSheet& sheet,
                                   const RulePlace& place) {
    rules_.push_back({&rule, &sheet, place, nullptr});
    return static_cast<std::uint32_t>(rules_.size() - 1);
}

const StyleBlock& BlockStore::of_rule(std::uint32_t number) {
    SheetRule& rule = rules_[number];
    if (!rule.block) {
        rule.block = std::make_unique<StyleBlock>(
            read_block(declarations_of(rule.rule->block), rule.sheet->text, check_));
        rule.block->file = &rule.sheet->file;
        rule.block->lines = &rule.sheet->lines;
        rule.block->is_of_browser = rule.place.is_of_browser;
        rule.block->layer = rule.place.layer;
    }
    return *rule.block;
}

const OwnedBlock& BlockStore::of_text(const std::string& css, const SourcePosition& where) {
    const auto known = by_text_.find(css);
    if (known != by_text_.end()) {
        return *known->second;
    }
    auto owned = std::make_unique<OwnedBlock>();
    owned->text = css;
    owned->file = where.file;
    owned->lines = css::LineIndex(owned->text, where.line);
    owned->tokens = css::tokenize(owned->text);
    owned->block = read_block(declarations_of(owned->tokens), owned->text, check_);
    owned->block.file = &owned->file;
    owned->block.layer = CascadeLayers::kUnlayered + 1;  // over all that sheets say
    owned->block.lines = &owned->lines;
    return *by_text_.emplace(owned->text, std::move(owned)).first->second;
}

const StyleBlock* BlockStore::hints_of(const dom::Node& element) {
    const auto [known, is_new] = hints_.try_emplace(&element, nullptr);
    if (is_new) {
        const std::string css = presentational_hints(element);
        known->second = css.empty() ? nullptr : &of_text(css, {}).block;
    }
    return known->second;
}

const StyleBlock* BlockStore::inline_style_of(const dom::Node& element) {
    const std::string* css = element.attribute("style");
    if (css == nullptr) {
        return nullptr;
    }
    const auto [known, is_new] = inline_styles_.try_emplace(&element, nullptr);
    if (is_new) {
        SourcePosition where = dom::position_of(element, deck_file_);
        where.line = std::max(where.line, 1);
        const OwnedBlock& owned = of_text(*css, where);
        for (const LeftOutDeclaration& left_out : owned.block.left_out) {
            // Elements of drawings keep their `style` as it is written.
            const bool names_part =
                (left_out.property == "filter" || left_out.property == "clip-path") &&
                left_out.value.starts_with("url(#");
            if (element.is_foreign && names_part) {
                continue;
            }
            const int line_in_text =
                owned.lines.line_at(left_out.offset) - owned.lines.first_line();
            report_left_out(left_out, {where.file, where.line + line_in_text});
        }
        known->second = &owned.block;
    }
    return known->second;
}

const StyleBlock& BlockStore::of_override(const std::string& css) {
    return of_text(css, {}).block;
}

void BlockStore::report_left_out(std::uint32_t rule) {
    const StyleBlock& block = of_rule(rule);
    for (const LeftOutDeclaration& left_out : block.left_out) {
        report_left_out(left_out, block.position(left_out.offset));
    }
}

void BlockStore::report_left_out(const LeftOutDeclaration& left_out, const SourcePosition& where) {
    if (left_out.is_alternative) {
        return;
    }
    if (left_out.reason == LeftOutDeclaration::Reason::kInvalidValue) {
        diagnostics_.report({Rule::kCssUnsupported, where,
                             left_out.value.empty()
                                 ? fmt::format("'{}' has no value", left_out.property)
                                 : fmt::format("the value '{}' of '{}' is not understood",
                                               left_out.value, left_out.property),
                             value_hint(left_out.property, left_out.value, check_),
                             fmt::format("{}\n{}", where.file, left_out.property)});
        return;
    }
    if (left_out.reason == LeftOutDeclaration::Reason::kNotSupported) {
        diagnostics_.report(
            {Rule::kCssUnsupported, where,
             fmt::format("'{}: {}' is not supported", left_out.property, left_out.value),
             "it looks as if it were not there",
             fmt::format("{}\n{}", where.file, left_out.property)});
        return;
    }
    if (left_out.reason == LeftOutDeclaration::Reason::kTooLong) {
        diagnostics_.warn(Rule::kCssUnsupported, where,
                          fmt::format("the value of '{}' is too long; the declaration is left out",
                                      left_out.property),
                          limit_hint(limits_, "value-tokens"));
        return;
    }
    if (!is_property_name(left_out.property)) {
        const std::string_view written = left_out.property;
        const std::string shown = utf8::shortened(written, kLongestShown);
        diagnostics_.warn(Rule::kCssUnsupported, where,
                          written.find(':') == written.npos
                              ? fmt::format("there is no colon in '{}'", shown)
                              : fmt::format("'{}' is no declaration", shown),
                          written.starts_with("//") ? "a comment is /* … */"
                                                    : "a declaration is PROPERTY: VALUE");
        return;
    }
    diagnostics_.warn(Rule::kCssUnsupported, where,
                      fmt::format("unknown property '{}'", left_out.property),
                      did_you_mean(left_out.property, property_names()));
}

}  // namespace ghreveal::style
