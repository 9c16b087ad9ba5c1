#include "css/style_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "css/condition.h"
#include "css/descriptors/counter_style.h"
#include "css/descriptors/font_descriptors.h"
#include "css/descriptors/font_face.h"
#include "css/known_pseudos.h"
#include "css/queries/container_query.h"
#include "css/queries/media_query.h"
#include "css/queries/supports_query.h"
#include "css/statements.h"
#include "support/ascii.h"
#include "support/unicode/shortened.h"

namespace ghreveal::css {

namespace {

std::string url_of(std::span<const Token> tokens) {
    for (const Token& token : tokens) {
        if (token.is(TokenType::kUrl) || token.is(TokenType::kString)) {
            return std::string(token.value());
        }
    }
    return "";
}

class SheetParser {
public:
    SheetParser(StyleSheet& sheet, const SheetOptions& options)
        : sheet_(sheet), options_(options) {}

    void parse_rules(std::span<const Token> tokens) {
        for (std::size_t at = 0; at < tokens.size();) {
            const Token& token = tokens[at];
            const bool skipped = token.is(TokenType::kWhiteSpace) ||
                                 token.is(TokenType::kSemicolon) || is_comment_mark(tokens, at);
            if (skipped) {
                ++at;
            } else if (token.is(TokenType::kAtKeyword)) {
                at = parse_at_rule(tokens, at);
            } else {
                at = parse_rule(tokens, at);
            }
        }
    }

private:
    // <!-- and --> around a <style>'s text.
    static bool is_comment_mark(std::span<const Token> tokens, std::size_t at) {
        return tokens[at].is_delim('<') || tokens[at].is_delim('!') ||
               (tokens[at].is(TokenType::kIdent) && tokens[at].text == "--") ||
               (tokens[at].is_delim('>') && at > 0 && tokens[at - 1].text == "--");
    }

    std::size_t parse_rule(std::span<const Token> tokens, std::size_t at) {
        const std::size_t open =
            find_at_depth_0(tokens, at, TokenType::kOpenBrace, TokenType::kOpenBrace);
        if (open == tokens.size()) {
            if (tokens[at].is(TokenType::kCloseBrace)) {
                return at + 1;  // nothing is left out by it
            }
            leave_out(tokens[at], "'{}' begins a rule that has no block", tokens.subspan(at));
            return open;
        }
        const std::size_t end = block_end(tokens, open);
        const auto written = trimmed(tokens.subspan(at, open - at));
        auto selectors = parse_selectors(written, {options_.limits, parent_});
        if (std::string unknown = unknown_pseudo(written); !unknown.empty()) {
            const char* hint = unknown.ends_with('?') ? "" : "the rule is left out";
            sheet_.left_out.push_back(
                {sheet_.lines.line_at(tokens[at].begin), std::move(unknown), hint});
        } else if (!selectors && !written.empty() && !has_prefixed_pseudo(written)) {
            leave_out(tokens[at],
                      written[0].is(TokenType::kCloseBrace)
                          ? "'{}' begins with a brace that closes nothing"
                          : "the selector '{}' is not understood",
                      written);
            sheet_.left_out.back().group = "selector";  // preprocessors repeat a slip
        }
        if (selectors) {
            add_rule(std::make_shared<const SelectorList>(std::move(*selectors)),
                     inside(tokens, open, end));
        }
        if (end == tokens.size() && !tokens[end - 1].is(TokenType::kCloseBrace) &&
            !written.empty()) {
            sheet_.left_out.push_back(
                {sheet_.lines.line_at(tokens[at].begin),
                 fmt::format("the rule '{}' is never closed", as_written(written)),
                 "all up to the end of the sheet belongs to it; close it with }"});
        }
        return end;
    }

    // A rule and those in it (CSS Nesting 1).
    void add_rule(const std::shared_ptr<const SelectorList>& selectors,
                  std::span<const Token> block) {
        sheet_.rules.push_back({selectors, block, layer_, container_});
        const auto parent_around = std::exchange(parent_, selectors);
        for_each_statement(block, [&](const Statement& statement) {
            if (statement.opens) {
                const Token& first = block[statement.begin];
                parse_nested(block.subspan(statement.begin, statement.end - statement.begin),
                             sheet_.lines.line_at(first.begin));
            }
        });
        parent_ = parent_around;
    }

    void leave_out(const Token& first, const char* sentence, std::span<const Token> part) {
        sheet_.left_out.push_back({sheet_.lines.line_at(first.begin),
                                   fmt::format(fmt::runtime(sentence), as_written(part)),
                                   "the rule is left out"});
    }

    // The beginning of a long one.
    std::string as_written(std::span<const Token> part) const {
        constexpr std::size_t kShown = 60;
        const std::size_t begin = part.front().begin;
        const std::size_t sign = part.back().is(TokenType::kAtKeyword) ? 1 : 0;
        const std::size_t end = part.back().begin + part.back().text.size() + sign;
        return utf8::shortened(std::string_view(sheet_.text).substr(begin, end - begin), kShown);
    }

    // At-rules that say nothing about a page on paper.
    static bool has_effect_on_paper(std::string_view name) {
        constexpr std::array<std::string_view, 6> kWithout{
            "charset", "-moz-keyframes", "page", "namespace", "starting-style", "view-transition"};
        return std::none_of(kWithout.begin(), kWithout.end(), [&](std::string_view known) {
            return ascii::equal_ignoring_case(name, known);
        });
    }

    static std::span<const Token> inside(std::span<const Token> tokens, std::size_t open,
                                         std::size_t end) {
        const std::size_t last =
            end > open + 1 && tokens[end - 1].is(TokenType::kCloseBrace) ? end - 1 : end;
        return tokens.subspan(open + 1, last - open - 1);
    }

    std::size_t parse_at_rule(std::span<const Token> tokens, std::size_t at) {
        const Token& name = tokens[at];
        const std::size_t end_of_prelude =
            find_at_depth_0(tokens, at + 1, TokenType::kOpenBrace, TokenType::kSemicolon);
        const auto prelude = trimmed(tokens.subspan(at + 1, end_of_prelude - at - 1));
        const int line = sheet_.lines.line_at(name.begin);
        const bool has_block =
            end_of_prelude < tokens.size() && tokens[end_of_prelude].is(TokenType::kOpenBrace);
        if (!has_block) {
            if (ascii::equal_ignoring_case(name.value(), "import")) {
                add_import(prelude, line);
            } else if (ascii::equal_ignoring_case(name.value(), "layer")) {
                name_layers(prelude);
            } else if (has_effect_on_paper(name.value())) {
                leave_out(name, "'{}' is not understood", tokens.subspan(at, 1));
            }
            return std::min(end_of_prelude + 1, tokens.size());
        }
        const std::size_t end = block_end(tokens, end_of_prelude);
        const auto block = inside(tokens, end_of_prelude, end);
        if (ascii::equal_ignoring_case(name.value(), "media")) {
            report_unknown_media(prelude, line);
            if (media_matches(prelude, options_.page)) {
                parse_group(block, line);
            }
        } else if (ascii::equal_ignoring_case(name.value(), "supports")) {
            if (is_supported(prelude, options_)) {
                parse_group(block, line);
            }
        } else if (ascii::equal_ignoring_case(name.value(), "layer")) {
            parse_layer(prelude, block, line);
        } else if (ascii::equal_ignoring_case(name.value(), "container")) {
            parse_container(prelude, block, line);
        } else if (ascii::equal_ignoring_case(name.value(), "keyframes") ||
                   ascii::equal_ignoring_case(name.value(), "-webkit-keyframes")) {
            add_keyframes(prelude, block);
        } else if (ascii::equal_ignoring_case(name.value(), "font-face")) {
            const DeclarationBlock descriptors = parse_declarations(block);
            sheet_.font_faces.push_back(read_font_face(descriptors, sheet_.text));
            sheet_.font_faces.back().line = line;
            for (const Declaration& descriptor : descriptors) {
                if (!has_effect(descriptor)) {
                    sheet_.left_out.push_back(
                        {sheet_.lines.line_at(descriptor.offset),
                         fmt::format("'{}' of an @font-face has no effect", descriptor.property),
                         "the font is used as if it were not there"});
                }
            }
        } else if (ascii::equal_ignoring_case(name.value(), "counter-style")) {
            if (auto style = read_counter_style(prelude, parse_declarations(block))) {
                sheet_.counter_styles.push_back(*std::move(style));
            } else {
                leave_out(name, "this '{}' has no effect", tokens.subspan(at, 1));
            }
        } else if (has_effect_on_paper(name.value())) {
            leave_out(name, "'{}' is not understood", tokens.subspan(at, 1));
        }
        return end;
    }

    void report_unknown_media(std::span<const Token> queries, int line) {
        if (const std::string unknown = unknown_media_feature(queries); !unknown.empty()) {
            sheet_.left_out.push_back({line, fmt::format("unknown media feature '{}'", unknown),
                                       "rules for it are left out"});
        }
        if (const std::string unknown = unknown_media_type(queries); !unknown.empty()) {
            sheet_.left_out.push_back({line, fmt::format("unknown media type '{}'", unknown),
                                       std::string(kMediaTypesHint)});
        }
    }

    // What is in a group inside of a rule is that rule's, as far as it is declarations.
    void parse_group(std::span<const Token> block, int line) {
        if (parent_ == nullptr) {
            parse_nested(block, line);
        } else {
            add_rule(parent_, block);
        }
    }

    void parse_layer(std::span<const Token> prelude, std::span<const Token> block, int line) {
        const int around = layer_;
        layer_ = layer_named(layer_name(prelude));
        parse_group(block, line);
        layer_ = around;
    }

    void parse_container(std::span<const Token> prelude, std::span<const Token> block, int line) {
        ContainerQuery query{"", prelude, container_};
        if (!prelude.empty() && prelude[0].is(TokenType::kIdent) && !prelude[0].is_ident("not")) {
            query.name = std::string(prelude[0].value());
            query.condition = trimmed(prelude.subspan(1));
        }
        if (const std::string unknown = unknown_container_feature(query.condition);
            !unknown.empty()) {
            sheet_.left_out.push_back({line, fmt::format("unknown container feature '{}'", unknown),
                                       "rules for it are left out"});
        }
        const int around = std::exchange(container_, static_cast<int>(sheet_.containers.size()));
        sheet_.containers.push_back(std::move(query));
        parse_group(block, line);
        container_ = around;
    }

    void add_keyframes(std::span<const Token> prelude, std::span<const Token> block) {
        if (prelude.size() != 1) {
            return;
        }
        const std::string name(prelude[0].value());
        for_each_statement(block, [&](const Statement& statement) {
            const auto frame = block.subspan(statement.begin, statement.end - statement.begin);
            const std::size_t open =
                find_at_depth_0(frame, 0, TokenType::kOpenBrace, TokenType::kOpenBrace);
            if (!statement.opens || open == frame.size()) {
                return;
            }
            for (const Token& when : frame.first(open)) {
                const bool is_part = when.is(TokenType::kPercentage);
                const bool is_last = when.is_ident("to") || (is_part && when.number == 100);
                if (is_last || when.is_ident("from") || (is_part && when.number == 0)) {
                    sheet_.keyframes.push_back(
                        {name, is_last, {nullptr, inside(frame, open, frame.size())}});
                }
            }
        });
    }

    // `a, b.c`: mentioned, so that their order is known.
    void name_layers(std::span<const Token> prelude) {
        std::size_t begin = 0;
        for (std::size_t i = 0; i <= prelude.size(); ++i) {
            if (i == prelude.size() || prelude[i].is(TokenType::kComma)) {
                layer_named(layer_name(prelude.subspan(begin, i - begin)));
                begin = i + 1;
            }
        }
    }

    // With the layer around; one without a name is another each time.
    std::string layer_name(std::span<const Token> tokens) {
        std::string name =
            layer_ == Rule::kNoLayer ? "" : sheet_.layers[static_cast<std::size_t>(layer_)] + ".";
        const auto written = trimmed(tokens);
        for (const Token& token : written) {
            name += token.is(TokenType::kIdent) ? std::string(token.value()) : ".";
        }
        return written.empty() ? name + " " + std::to_string(sheet_.layers.size()) : name;
    }

    int layer_named(const std::string& name) {
        const auto known = std::find(sheet_.layers.begin(), sheet_.layers.end(), name);
        const auto number = known - sheet_.layers.begin();
        if (known == sheet_.layers.end()) {
            sheet_.layers.push_back(name);
        }
        return static_cast<int>(number);
    }

    // CSS Cascading 4 §2: before all other rules, or it is invalid; its media queries come last.
    void add_import(std::span<const Token> prelude, int line) {
        if (!sheet_.rules.empty() || !sheet_.font_faces.empty()) {
            sheet_.late_imports.push_back(line);
            return;
        }
        const std::size_t end = prelude.empty()                       ? 0
                                : prelude[0].is(TokenType::kFunction) ? block_end(prelude, 0)
                                                                      : 1;
        const auto written = trimmed(prelude.subspan(end));
        const auto media = without_import_conditions(written);
        if (media.size() != written.size()) {
            sheet_.left_out.push_back({line, "the layer or condition of an @import is not kept",
                                       "the sheet is imported as if it had none"});
        }
        if (media.empty() || media_matches(media, options_.page)) {
            sheet_.imports.push_back({url_of(prelude), line});
        }
    }

    // `layer(name) supports(…)` before the media queries (CSS Cascading 5 §2): neither is kept.
    static std::span<const Token> without_import_conditions(std::span<const Token> rest) {
        while (!rest.empty()) {
            const Token& token = rest[0];
            if (token.is_ident("layer")) {
                rest = trimmed(rest.subspan(1));
            } else if (token.is_function("layer") || token.is_function("supports")) {
                const std::size_t end = block_end(rest, 0);
                rest = trimmed(rest.subspan(end));
            } else {
                break;
            }
        }
        return rest;
    }

    void parse_nested(std::span<const Token> block, int line) {
        if (depth_ == options_.limits.style_nesting) {
            sheet_.too_deep.push_back(line);
            return;
        }
        ++depth_;
        parse_rules(block);
        --depth_;
    }

    StyleSheet& sheet_;
    const SheetOptions& options_;
    int depth_ = 0;
    std::shared_ptr<const SelectorList> parent_;  // of the rule around; null: none
    int layer_ = Rule::kNoLayer;
    int container_ = Rule::kNoContainer;
};

}  // namespace

LineIndex::LineIndex(std::string_view text, int first_line) : first_line_(first_line) {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos;
         end = text.find('\n', end + 1)) {
        ends_.push_back(end);
    }
}

int LineIndex::line_at(std::size_t offset) const {
    const auto end = std::lower_bound(ends_.begin(), ends_.end(), offset);
    return first_line_ + static_cast<int>(end - ends_.begin());
}

namespace {

// CSS Syntax 3 §4.3.2: it hides the rest without an error that anyone sees.
void report_open_comment(StyleSheet& sheet) {
    const std::size_t comment = sheet.text.rfind("/*");
    const bool is_open = comment != std::string::npos &&
                         sheet.text.find("*/", comment + 2) == std::string::npos &&
                         (sheet.tokens.empty() || sheet.tokens.back().begin < comment);
    if (is_open) {
        sheet.left_out.push_back({sheet.lines.line_at(comment), "a comment is never closed",
                                  "what follows is left out; end it with */"});
    }
}

}  // namespace

std::unique_ptr<StyleSheet> parse_style_sheet(SheetSource source, const SheetOptions& options) {
    auto sheet = std::make_unique<StyleSheet>();
    sheet->file = std::move(source.file);
    sheet->text = std::move(source.text);
    sheet->lines = LineIndex(sheet->text, source.first_line);
    sheet->tokens = tokenize(sheet->text);
    SheetParser(*sheet, options).parse_rules(sheet->tokens);
    report_open_comment(*sheet);
    return sheet;
}

}  // namespace ghreveal::css
