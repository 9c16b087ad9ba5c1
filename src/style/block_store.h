// The declaration blocks of a deck, each read once however many elements it applies to, and told
// of once where people can mend it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dom/document.h"
#include "style/style_block.h"

namespace ghreveal::style {

// Declarations that are in no sheet, with the text they look into.
struct OwnedBlock {
    std::string text;
    std::string file;
    css::Tokens tokens;
    css::LineIndex lines;
    StyleBlock block;
};

class BlockStore {
public:
    // `deck_file` is for messages.
    BlockStore(std::string deck_file, const UnitContext&, Diagnostics&);

    struct RulePlace {
        bool is_of_browser = false;
        int layer = CascadeLayers::kUnlayered;
    };
    // Gives the rule's number.
    std::uint32_t add_rule(const css::Rule&, const css::StyleSheet&, const RulePlace&);
    const StyleBlock& of_rule(std::uint32_t number);
    // Of an element's presentational attributes; null: it has none.
    const StyleBlock* hints_of(const dom::Node&);
    // Of its `style` attribute.
    const StyleBlock* inline_style_of(const dom::Node&);
    // Of `--overflow fit`'s overrides: the same text gives the same block.
    const StyleBlock& of_override(const std::string& css);

    // Warns of the declarations that are left out of a rule. (Of those of `style` attributes, it is
    // said when they are first asked for.)
    void report_left_out(std::uint32_t rule);

    ValueCheck& check() { return check_; }

private:
    struct SheetRule {
        const css::Rule* rule = nullptr;
        const css::StyleSheet* sheet = nullptr;
        RulePlace place;
        std::unique_ptr<StyleBlock> block;  // read when the rule first applies
    };

    const OwnedBlock& of_text(const std::string& css, const SourcePosition& where);
    void report_left_out(const LeftOutDeclaration&, const SourcePosition&);

    std::string deck_file_;
    Diagnostics& diagnostics_;
    const Limits& limits_;
    ValueCheck check_;
    std::vector<SheetRule> rules_;
    std::unordered_map<std::string_view, std::unique_ptr<OwnedBlock>> by_text_;
    std::unordered_map<const dom::Node*, const StyleBlock*> hints_;
    std::unordered_map<const dom::Node*, const StyleBlock*> inline_styles_;
};

}  // namespace ghreveal::style
