#include "css/selector.h"

#include <algorithm>

#include "css/pseudo_arguments.h"
#include "css/pseudo_names.h"
#include "css/selector_weight.h"
#include "support/ascii.h"

namespace ghreveal::css {

namespace {

constexpr std::uint32_t kIdWeight = 1u << 20;
constexpr std::uint32_t kClassWeight = 1u << 10;
constexpr std::uint32_t kTypeWeight = 1;

enum class ListKind : std::uint8_t {
    kPlain,
    kForgiving,  // what is not valid is left out of the list (Selectors 4 §18.1)
    kRelative,   // a combinator may come first
};

class SelectorParser {
public:
    // `depth`: how many :not() and the like the tokens are in.
    SelectorParser(std::span<const Token> tokens, const SelectorOptions& options, int depth = 0)
        : tokens_(tokens), options_(options), limits_(options.limits), depth_(depth) {}

    std::optional<SelectorList> parse_list(ListKind kind = ListKind::kPlain) {
        SelectorList selectors;
        while (true) {
            skip_space();
            Selector selector;
            bool is_valid =
                kind == ListKind::kRelative ? parse_relative(selector) : parse_selector(selector);
            // Inside of :is() and its like no pseudo-element is valid (Selectors 4 §4.2).
            const bool may_stand_here = depth_ == 0 || selector.part == SelectedPart::kElement;
            is_valid = is_valid && may_stand_here && (at_end() || at(TokenType::kComma));
            if (!is_valid && kind != ListKind::kForgiving) {
                return std::nullopt;
            }
            if (is_valid) {
                selectors.push_back(std::move(selector));
            } else {
                skip_to_comma();
            }
            if (at_end()) {
                return selectors;
            }
            ++at_;
        }
    }

private:
    bool at_end() const { return at_ >= tokens_.size(); }
    const Token& current() const { return tokens_[at_]; }
    bool at(TokenType type) const { return !at_end() && current().is(type); }

    bool skip_space() {
        const std::size_t before = at_;
        while (at(TokenType::kWhiteSpace)) {
            ++at_;
        }
        return at_ > before;
    }

    // Past what is not understood.
    void skip_to_comma() {
        int depth = 0;
        for (; !at_end() && (depth > 0 || !at(TokenType::kComma)); ++at_) {
            depth += at(TokenType::kFunction) || at(TokenType::kOpenParen) ? 1 : 0;
            depth -= at(TokenType::kCloseParen) ? 1 : 0;
        }
    }

    std::optional<Combinator> read_combinator() {
        if (at_end() ||
            !(current().is_delim('>') || current().is_delim('+') || current().is_delim('~'))) {
            return std::nullopt;
        }
        const char delim = tokens_[at_++].delim;
        skip_space();
        return delim == '>'   ? Combinator::kChild
               : delim == '+' ? Combinator::kNextSibling
                              : Combinator::kLaterSibling;
    }

    bool has_nesting_selector() const {
        return std::any_of(tokens_.begin(), tokens_.end(),
                           [](const Token& token) { return token.is_delim('&'); });
    }

    // In another rule, a selector that has no `&` or begins with a combinator is inside of that
    // rule's elements (CSS Nesting 1 §3.1).
    bool parse_selector(Selector& selector) {
        const bool is_nested = options_.parent != nullptr && depth_ == 0;
        const auto combinator = is_nested ? read_combinator() : std::nullopt;
        if (!is_nested || (!combinator && has_nesting_selector())) {
            return parse_complex({}, selector);
        }
        Start start{{}, combinator.value_or(Combinator::kDescendant)};
        add_nesting(start.compound, selector);
        return parse_complex(start, selector);
    }

    // What :has() asks for.
    bool parse_relative(Selector& selector) {
        Start start{{}, read_combinator().value_or(Combinator::kDescendant)};
        start.compound.pseudo_classes.push_back({PseudoClass::Kind::kScope, 0, 0, nullptr});
        return parse_complex(start, selector);
    }

    void add_nesting(Compound& compound, Selector& selector) {
        compound.pseudo_classes.push_back({PseudoClass::Kind::kIs, 0, 0, options_.parent});
        selector.specificity += largest_specificity(*options_.parent);
    }

    // What stands before the first compound that is written.
    struct Start {
        Compound compound;
        std::optional<Combinator> combinator;  // nothing: nothing does
    };

    bool parse_complex(const Start& start, Selector& selector) {
        std::vector<Compound> left_to_right;
        std::vector<Combinator> combinators;
        if (start.combinator) {
            left_to_right.push_back(start.compound);
            combinators.push_back(*start.combinator);
        }
        left_to_right.emplace_back();
        if (!parse_compound(left_to_right.back(), selector)) {
            return false;
        }
        while (true) {
            const bool spaced = skip_space();
            if (at_end() || at(TokenType::kComma)) {
                break;
            }
            const auto combinator = read_combinator();
            if (!combinator && !spaced) {
                return false;
            }
            combinators.push_back(combinator.value_or(Combinator::kDescendant));
            left_to_right.emplace_back();
            if (left_to_right.size() > limits_.selector_compounds ||
                !parse_compound(left_to_right.back(), selector)) {
                return false;
            }
        }
        std::size_t weight = 0;
        for (const Compound& compound : left_to_right) {
            weight += weight_of(compound);
        }
        if (weight > limits_.selector_compounds) {
            return false;
        }
        selector.compounds.assign(std::make_move_iterator(left_to_right.rbegin()),
                                  std::make_move_iterator(left_to_right.rend()));
        selector.combinators.assign(combinators.rbegin(), combinators.rend());
        return true;
    }

    bool parse_compound(Compound& compound, Selector& selector) {
        bool any = false;
        if (at(TokenType::kIdent)) {
            compound.tag = ascii::lower_case(current().value());
            selector.specificity += kTypeWeight;
            ++at_;
            any = true;
        } else if (!at_end() && current().is_delim('*')) {
            ++at_;
            any = true;
        }
        // Behind a pseudo-element nothing but states may stand (Selectors 4 §3.6.3).
        while (!at_end() && (selector.part == SelectedPart::kElement || at(TokenType::kColon))) {
            if (current().is_delim('&')) {
                ++at_;
                if (options_.parent == nullptr) {
                    // Outside of all rules it is the root (CSS Nesting 1 §3.2).
                    compound.pseudo_classes.push_back({PseudoClass::Kind::kScope, 0, 0, nullptr});
                } else {
                    add_nesting(compound, selector);
                }
            } else if (at(TokenType::kHash)) {
                compound.id = current().value();
                selector.specificity += kIdWeight;
                ++at_;
            } else if (current().is_delim('.') && at_ + 1 < tokens_.size() &&
                       tokens_[at_ + 1].is(TokenType::kIdent)) {
                compound.classes.emplace_back(tokens_[at_ + 1].value());
                selector.specificity += kClassWeight;
                at_ += 2;
            } else if (at(TokenType::kOpenBracket)) {
                if (!parse_attribute(compound, selector)) {
                    return false;
                }
            } else if (at(TokenType::kColon)) {
                if (!parse_pseudo(compound, selector)) {
                    return false;
                }
            } else {
                break;
            }
            any = true;
        }
        return any;
    }

    bool parse_attribute(Compound& compound, Selector& selector) {
        ++at_;
        skip_space();
        if (!at(TokenType::kIdent)) {
            return false;
        }
        AttributeTest test;
        test.name = ascii::lower_case(current().value());
        ++at_;
        skip_space();
        const bool is_valid = at(TokenType::kCloseBracket) || parse_attribute_value(test);
        if (!is_valid || !at(TokenType::kCloseBracket)) {
            return false;
        }
        ++at_;
        selector.specificity += kClassWeight;
        compound.attributes.push_back(std::move(test));
        return true;
    }

    bool parse_attribute_value(AttributeTest& test) {
        static constexpr std::string_view kOperators = "~|^$*";
        static constexpr AttributeMatch kMatches[]{AttributeMatch::kWord, AttributeMatch::kDash,
                                                   AttributeMatch::kPrefix, AttributeMatch::kSuffix,
                                                   AttributeMatch::kSubstring};
        test.match = AttributeMatch::kEquals;
        if (!at_end() && current().is(TokenType::kDelim) &&
            kOperators.find(current().delim) != std::string_view::npos) {
            test.match = kMatches[kOperators.find(current().delim)];
            ++at_;
        }
        if (at_end() || !current().is_delim('=')) {
            return false;
        }
        ++at_;
        skip_space();
        if (!at(TokenType::kIdent) && !at(TokenType::kString)) {
            return false;
        }
        test.value = current().value();
        ++at_;
        skip_space();
        if (at(TokenType::kIdent)) {
            test.ignore_case = current().is_ident("i");
            ++at_;
            skip_space();
        }
        return true;
    }

    bool parse_pseudo(Compound& compound, Selector& selector) {
        ++at_;
        const bool element = at(TokenType::kColon);
        at_ += element ? 1 : 0;
        if (at(TokenType::kFunction)) {
            return parse_pseudo_function(compound, selector, element);
        }
        if (!at(TokenType::kIdent)) {
            return false;
        }
        const std::string name = ascii::lower_case(current().value());
        ++at_;
        const bool old_style_element =
            name == "before" || name == "after" || name == "first-line" || name == "first-letter";
        if (element || old_style_element) {
            return select_part(name, selector);
        }
        const auto kind = pseudo_class_named(name);
        if (kind) {
            compound.pseudo_classes.push_back({*kind, 0, 0, nullptr});
            selector.specificity += kClassWeight;
        }
        return kind.has_value();
    }

    // Parts of parts (`::before::marker`) are not made, nor are their rules the part's.
    static bool select_part(std::string_view name, Selector& selector) {
        const auto part = selector.part == SelectedPart::kElement ? part_named(name) : std::nullopt;
        if (part) {
            selector.part = *part;
            selector.specificity += kTypeWeight;
        }
        return part.has_value();
    }

    // The tokens up to the parenthesis that closes a function's.
    std::optional<std::span<const Token>> read_arguments() {
        const std::size_t begin = ++at_;
        for (int depth = 1; !at_end(); ++at_) {
            depth += at(TokenType::kFunction) || at(TokenType::kOpenParen) ? 1 : 0;
            depth -= at(TokenType::kCloseParen) ? 1 : 0;
            if (depth == 0) {
                return tokens_.subspan(begin, at_++ - begin);
            }
        }
        return std::nullopt;
    }

    bool parse_pseudo_function(Compound& compound, Selector& selector, bool element) {
        const std::string name = ascii::lower_case(current().value());
        const auto arguments = read_arguments();
        if (!arguments) {
            return false;
        }
        if (element) {
            return select_part(name, selector);
        }
        if (is_logical_pseudo_class(name)) {
            return parse_logical(name, *arguments, compound, selector);
        }
        if (const auto nth = nth_pseudo_class_named(name)) {
            return parse_nth_function(*nth, *arguments, compound, selector);
        }
        selector.specificity += kClassWeight;
        if (const auto kind = word_pseudo_class_named(name)) {
            PseudoClass pseudo{*kind, 0, 0, nullptr};
            const bool is_valid = parse_words(*arguments, pseudo);
            compound.pseudo_classes.push_back(std::move(pseudo));
            return is_valid;
        }
        compound.pseudo_classes.push_back({PseudoClass::Kind::kNever, 0, 0, nullptr});
        return is_unmatched_pseudo_function(name);
    }

    std::optional<SelectorList> parse_inner(std::span<const Token> arguments, ListKind kind) {
        return depth_ < limits_.style_nesting
                   ? SelectorParser(arguments, options_, depth_ + 1).parse_list(kind)
                   : std::nullopt;
    }

    bool parse_logical(std::string_view name, std::span<const Token> arguments, Compound& compound,
                       Selector& selector) {
        const ListKind list = name == "has"                             ? ListKind::kRelative
                              : name == "not" || !options_.is_forgiving ? ListKind::kPlain
                                                                        : ListKind::kForgiving;
        auto inner = parse_inner(arguments, list);
        if (!inner) {
            return false;
        }
        const auto kind = name == "not"   ? PseudoClass::Kind::kNot
                          : name == "has" ? PseudoClass::Kind::kHas
                                          : PseudoClass::Kind::kIs;
        selector.specificity += name == "where" ? 0 : largest_specificity(*inner);
        compound.pseudo_classes.push_back(
            {kind, 0, 0, std::make_shared<const SelectorList>(std::move(*inner))});
        return true;
    }

    // `an+b`, and for children `of` selectors.
    bool parse_nth_function(PseudoClass::Kind kind, std::span<const Token> arguments,
                            Compound& compound, Selector& selector) {
        PseudoClass pseudo;
        pseudo.kind = kind;
        selector.specificity += kClassWeight;
        const auto of = std::find_if(arguments.begin(), arguments.end(),
                                     [](const Token& token) { return token.is_ident("of"); });
        if (of != arguments.end()) {
            const auto at = static_cast<std::size_t>(of - arguments.begin());
            auto inner = parse_inner(arguments.subspan(at + 1), ListKind::kPlain);
            if (!inner || !(kind == PseudoClass::Kind::kNthChild ||
                            kind == PseudoClass::Kind::kNthLastChild)) {
                return false;
            }
            selector.specificity += largest_specificity(*inner);
            pseudo.arguments = std::make_shared<const SelectorList>(std::move(*inner));
            arguments = arguments.first(at);
        }
        const bool is_valid = parse_an_plus_b(arguments, pseudo);
        compound.pseudo_classes.push_back(std::move(pseudo));
        return is_valid;
    }

    std::span<const Token> tokens_;
    const SelectorOptions& options_;
    const Limits& limits_;
    int depth_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<SelectorList> parse_selectors(std::span<const Token> tokens,
                                            const SelectorOptions& options) {
    while (!tokens.empty() && tokens.back().is(TokenType::kWhiteSpace)) {
        tokens = tokens.first(tokens.size() - 1);
    }
    return SelectorParser(tokens, options).parse_list();
}

}  // namespace ghreveal::css
