// Style sheet text -> StyleSheet: rules in order, with their selectors; @media, @import and
// @font-face resolved or noted (CSS Syntax 3 §5, CSS Cascading 4 §3).
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "css/selector.h"
#include "css/tokenizer.h"
#include "support/error.h"
#include "support/geometry.h"
#include "support/limits.h"

namespace ghreveal::css {

struct Declaration {
    std::string property;  // lower case; custom properties as written
    Tokens value;          // without white space at its ends and without !important
    bool important = false;
    std::size_t offset = 0;  // of its name in the text that was tokenized
};

using DeclarationBlock = std::vector<Declaration>;

// Which line a byte of a text is on.
class LineIndex {
public:
    LineIndex() = default;
    // `first_line`: of the text in its file.
    LineIndex(std::string_view text, int first_line);
    int line_at(std::size_t offset) const;
    int first_line() const { return first_line_; }

private:
    std::vector<std::size_t> ends_;  // of the lines
    int first_line_ = 1;
};

// The declarations in a block's tokens (between its braces); broken ones are left out.
DeclarationBlock parse_declarations(std::span<const Token>);

struct Rule {
    std::shared_ptr<const SelectorList> selectors;
    // Into the sheet's tokens: parsed when the rule first applies. Rules in it are rules of their
    // own, after this one.
    std::span<const Token> block;
    int layer = kNoLayer;  // of StyleSheet::layers
    static constexpr int kNoLayer = -1;
    int container = kNoContainer;  // of StyleSheet::containers
    static constexpr int kNoContainer = -1;
};

// What an @container around rules asks of an element's containers (CSS Conditional 5 §6).
struct ContainerQuery {
    std::string name;                  // of the container; empty: any
    std::span<const Token> condition;  // empty: that there is one
    int around = Rule::kNoContainer;   // the query that this one is in
};

// Where a face may come from: a file's address, or the name of a font that is there already.
struct FontSource {
    std::string name;
    bool is_local = false;
    bool operator==(const FontSource&) const = default;
};

// The first or the last frame of an animation (CSS Animations 1 §3).
struct Keyframe {
    std::string name;  // of the animation
    bool is_last = false;
    Rule rule;  // without selectors
};

struct FontFace {
    std::string family;
    std::array<int, 2> weight{400, 400};      // first and last
    std::array<double, 2> stretch{100, 100};  // the same, in percent
    bool italic = false;
    std::vector<FontSource> sources;                           // of `src`, in order
    std::vector<std::pair<char32_t, char32_t>> unicode_range;  // first and last; empty: all
    double size_adjust = 1;
    std::optional<double> ascent_override, descent_override, line_gap_override;  // of its size
    int line = 0;
};

// How a sheet writes numbers (CSS Counter Styles 3). What is not given has a value by default, or
// that of the style which it extends.
struct CounterStyle {
    enum class System { kCyclic, kNumeric, kAlphabetic, kSymbolic, kAdditive, kFixed, kExtends };
    std::string name;  // lower case
    System system = System::kSymbolic;
    int first_value = 1;   // kFixed
    std::string extended;  // kExtends: another style's name
    std::vector<std::string> symbols;
    std::vector<std::pair<int, std::string>> additive_symbols;    // weights, largest first
    std::optional<std::pair<std::string, std::string>> negative;  // before and behind the number
    std::optional<std::string> prefix, suffix;
    std::optional<std::vector<std::pair<int, int>>> range;  // nothing: auto
    std::optional<std::pair<int, std::string>> pad;         // to so many characters, by which
    std::optional<std::string> fallback;
};
using CounterStyles = std::map<std::string, CounterStyle, std::less<>>;

struct Import {
    std::string address;
    int line = 0;
};

// What a sheet says without effect: a whole rule, by its selector or at-rule.
struct LeftOutRule {
    int line = 0;
    std::string what;  // "the selector 'p:foo' is not understood"
    std::string hint;
    std::string group{};  // those of a sheet that are of one group are told once
};

struct StyleSheet {
    std::string file;  // for messages, and what its addresses are relative to
    std::string text;  // the tokens look into it
    LineIndex lines;
    Tokens tokens;
    std::vector<Rule> rules;
    std::vector<Keyframe> keyframes;
    std::vector<FontFace> font_faces;
    std::vector<CounterStyle> counter_styles;
    std::vector<Import> imports;
    // The names of cascade layers, in the order of their first mention; `a.b` is in `a`. One
    // without a name has one that no author can write (CSS Cascading 5 §6.4).
    std::vector<std::string> layers;
    std::vector<ContainerQuery> containers;
    std::vector<int> late_imports;  // lines of @imports that come after rules and have no effect
    std::vector<LeftOutRule> left_out;
    std::vector<int> too_deep;  // lines of blocks that are nested past the Limits and left out
};

struct SheetSource {
    std::string text;
    std::string file;
    int first_line = 1;  // of the text in the file
};

struct SheetOptions {
    Size page;  // for media queries
    Limits limits{};
    // Whether a declaration would be taken, for @supports; empty: every one.
    std::function<bool(const Declaration&)> supports{};
};

// Gives the sheet behind a pointer, since its rules look into it.
std::unique_ptr<StyleSheet> parse_style_sheet(SheetSource, const SheetOptions&);

}  // namespace ghreveal::css
