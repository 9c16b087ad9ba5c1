#include "css/selector.h"

#include <algorithm>
#include <map>

#include "support/ascii.h"

namespace ghreveal::css {

namespace {

constexpr std::uint32_t kIdWeight = 1u << 20;
constexpr std::uint32_t kClassWeight = 1u << 10;
constexpr std::uint32_t kTypeWeight = 1;

const std::map<std::string, PseudoClass::Kind, std::less<>> kPlainPseudoClasses{
    {"root", PseudoClass::Kind::kRoot},
    {"empty", PseudoClass::Kind::kEmpty},
    {"link", PseudoClass::Kind::kLink},
    {"any-link", PseudoClass::Kind::kLink},
    {"first-child", PseudoClass::Kind::kFirstChild},
    {"last-child", PseudoClass::Kind::kLastChild},
    {"only-child", PseudoClass::Kind::kOnlyChild},
    {"first-of-type", PseudoClass::Kind::kFirstOfType},
    {"last-of-type", PseudoClass::Kind::kLastOfType},
    {"only-of-type", PseudoClass::Kind::kOnlyOfType},
};
const std::map<std::string, PseudoClass::Kind, std::less<>> kNthPseudoClasses{
    {"nth-child", PseudoClass::Kind::kNthChild},
    {"nth-last-child", PseudoClass::Kind::kNthLastChild},
    {"nth-of-type", PseudoClass::Kind::kNthOfType},
    {"nth-last-of-type", PseudoClass::Kind::kNthLastOfType},
};

SelectedPart part_named(std::string_view name) {
    if (ascii::equal_ignoring_case(name, "before")) {
        return SelectedPart::kBefore;
    }
    if (ascii::equal_ignoring_case(name, "after")) {
        return SelectedPart::kAfter;
    }
    return ascii::equal_ignoring_case(name, "marker") ? SelectedPart::kMarker
                                                      : SelectedPart::kOther;
}

// an+b (CSS Syntax 3 §6), from its text without white space.
bool parse_nth(const std::string& text, PseudoClass& pseudo) {
    if (text == "odd" || text == "even") {
        pseudo.step = 2;
        pseudo.offset = text == "odd" ? 1 : 0;
        return true;
    }
    const std::size_t n = text.find('n');
    const auto number = [](const std::string& part, int when_empty) {
        if (part.empty() || part == "+") {
            return when_empty;
        }
        return part == "-" ? -when_empty : std::atoi(part.c_str());
    };
    if (n == std::string::npos) {
        pseudo.offset = number(text, 0);
        return !text.empty();
    }
    pseudo.step = number(text.substr(0, n), 1);
    pseudo.offset = number(text.substr(n + 1), 0);
    return true;
}

class SelectorParser {
public:
    // `depth`: how many :not() and the like the tokens are in.
    SelectorParser(std::span<const Token> tokens, const Limits& limits, int depth = 0)
        : tokens_(tokens), limits_(limits), depth_(depth) {}

    std::optional<std::vector<Selector>> parse_list() {
        std::vector<Selector> selectors;
        while (true) {
            skip_space();
            Selector selector;
            if (!parse_selector(selector)) {
                return std::nullopt;
            }
            selectors.push_back(std::move(selector));
            if (at_end()) {
                return selectors;
            }
            if (!current().is(TokenType::kComma)) {
                return std::nullopt;
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

    bool parse_selector(Selector& selector) {
        std::vector<Compound> left_to_right(1);
        std::vector<Combinator> combinators;
        if (!parse_compound(left_to_right.back(), selector)) {
            return false;
        }
        while (true) {
            const bool spaced = skip_space();
            if (at_end() || at(TokenType::kComma)) {
                break;
            }
            Combinator combinator = Combinator::kDescendant;
            if (current().is_delim('>') || current().is_delim('+') || current().is_delim('~')) {
                combinator = current().delim == '>'   ? Combinator::kChild
                             : current().delim == '+' ? Combinator::kNextSibling
                                                      : Combinator::kLaterSibling;
                ++at_;
                skip_space();
            } else if (!spaced) {
                return false;
            }
            combinators.push_back(combinator);
            left_to_right.emplace_back();
            if (left_to_right.size() > limits_.selector_compounds ||
                !parse_compound(left_to_right.back(), selector)) {
                return false;
            }
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
        while (!at_end()) {
            if (at(TokenType::kHash)) {
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
        if (!at(TokenType::kCloseBracket) && !parse_attribute_value(test)) {
            return false;
        }
        if (!at(TokenType::kCloseBracket)) {
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
        if (at(TokenType::kIdent)) {
            const std::string name = ascii::lower_case(current().value());
            ++at_;
            const bool old_style_element = name == "before" || name == "after" ||
                                           name == "first-line" || name == "first-letter";
            if (element || old_style_element) {
                selector.part = part_named(name);
                selector.specificity += kTypeWeight;
                return true;
            }
            const auto known = kPlainPseudoClasses.find(name);
            PseudoClass pseudo;
            pseudo.kind =
                known == kPlainPseudoClasses.end() ? PseudoClass::Kind::kNever : known->second;
            compound.pseudo_classes.push_back(std::move(pseudo));
            selector.specificity += kClassWeight;
            return true;
        }
        return at(TokenType::kFunction) && parse_pseudo_function(compound, selector, element);
    }

    bool parse_pseudo_function(Compound& compound, Selector& selector, bool element) {
        const std::string name = ascii::lower_case(current().value());
        const std::size_t begin = ++at_;
        for (int depth = 1; !at_end(); ++at_) {
            depth += at(TokenType::kFunction) || at(TokenType::kOpenParen) ? 1 : 0;
            depth -= at(TokenType::kCloseParen) ? 1 : 0;
            if (depth == 0) {
                break;
            }
        }
        if (at_end()) {
            return false;
        }
        const auto arguments = tokens_.subspan(begin, at_ - begin);
        ++at_;
        PseudoClass pseudo;
        if (name == "not" || name == "is" || name == "where") {
            auto inner = depth_ < limits_.style_nesting
                             ? SelectorParser(arguments, limits_, depth_ + 1).parse_list()
                             : std::nullopt;
            if (!inner) {
                return false;
            }
            pseudo.kind = name == "not" ? PseudoClass::Kind::kNot : PseudoClass::Kind::kIs;
            std::uint32_t weight = 0;
            for (const Selector& argument : *inner) {
                weight = std::max(weight, argument.specificity);
            }
            selector.specificity += name == "where" ? 0 : weight;
            pseudo.arguments = std::move(*inner);
        } else if (const auto nth = kNthPseudoClasses.find(name); nth != kNthPseudoClasses.end()) {
            std::string text;
            for (const Token& token : arguments) {
                text += token.is(TokenType::kWhiteSpace)
                            ? ""
                            : raw_text(token, text.ends_with('+') || text.ends_with('-'));
            }
            pseudo.kind = nth->second;
            selector.specificity += kClassWeight;
            if (!parse_nth(text, pseudo)) {
                return false;
            }
        } else {
            selector.specificity += kClassWeight;
        }
        if (element) {
            selector.part = SelectedPart::kOther;
        }
        compound.pseudo_classes.push_back(std::move(pseudo));
        return true;
    }

    // "2n", "+1" … are numbers and dimensions to the tokenizer.
    static std::string raw_text(const Token& token, bool after_sign) {
        if (token.is(TokenType::kNumber) || token.is(TokenType::kDimension)) {
            const int value = token.integer();
            const std::string sign = value >= 0 && !after_sign ? "+" : "";
            return sign + std::to_string(value) +
                   ascii::lower_case(token.is(TokenType::kDimension) ? token.value() : "");
        }
        return ascii::lower_case(token.is(TokenType::kDelim) ? std::string_view(&token.delim, 1)
                                                             : token.value());
    }

    std::span<const Token> tokens_;
    const Limits& limits_;
    int depth_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<std::vector<Selector>> parse_selectors(std::span<const Token> tokens,
                                                     const Limits& limits) {
    while (!tokens.empty() && tokens.back().is(TokenType::kWhiteSpace)) {
        tokens = tokens.first(tokens.size() - 1);
    }
    return SelectorParser(tokens, limits).parse_list();
}

}  // namespace ghreveal::css
