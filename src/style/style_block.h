// Declarations, each looked at once: which property it names, and whether its value is one. What is
// not valid is left out (CSS Syntax 3 §5.4.6), so that applying a block never fails half way.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "css/style_sheet.h"
#include "style/cascade_layers.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

struct ValidDeclaration {
    const Property* property = nullptr;
    css::Tokens value;
    bool is_important = false;
    bool has_variable = false;  // whether it is valid is known when var() is substituted
    std::size_t offset = 0;     // of its name in the block's text
    bool reverts = false;       // its value is `revert` or `revert-layer`
};

struct LeftOutDeclaration {
    enum class Reason : std::uint8_t {
        kUnknownProperty,
        kNotSupported,  // in full: what is, stands among the valid ones as well
        kInvalidValue,
        kTooLong
    };
    std::string property;
    std::string value;  // as it is written, the beginning of a long one
    Reason reason = Reason::kUnknownProperty;
    // A valid one stands for it: sheets give a value in the notations of several browsers.
    bool is_alternative = false;
    std::size_t offset = 0;
};

struct StyleBlock {
    std::vector<ValidDeclaration> declarations;
    std::vector<css::Declaration> custom_properties;
    std::vector<LeftOutDeclaration> left_out;
    bool has_important = false;
    // What `revert` and `revert-layer` go back behind (CSS Cascading 5 §7.3).
    bool is_of_browser = false;
    int layer = CascadeLayers::kUnlayered;
    // What offsets are in; it lives as long as the block.
    const std::string* file = nullptr;
    const css::LineIndex* lines = nullptr;

    SourcePosition position(std::size_t offset) const { return {*file, lines->line_at(offset)}; }
};

// Where values are tried before they are applied.
class ValueCheck {
public:
    explicit ValueCheck(const UnitContext&);
    // Whether the whole of it is a value of the property; var() in it must have been substituted.
    bool is_value(const Property&, const css::Tokens&);
    // Of what Limits allow.
    bool is_too_long(const css::Tokens&) const;

private:
    StyleBuilder scratch_;
};

// Whether the declaration would be taken, or is known and has no effect on paper (@supports).
bool is_supported(const css::Declaration&, ValueCheck&);

// `text`: what the declarations' offsets are in.
StyleBlock read_block(css::DeclarationBlock, std::string_view text, ValueCheck&);

}  // namespace ghreveal::style
