#include <algorithm>
#include <initializer_list>

#include "deck/liquid/slips.h"
#include "deck/liquid/template.h"
#include "deck/liquid/tokens.h"
#include "support/ascii.h"

namespace ghreveal::deck::liquid {

namespace {

// Ruby's strip takes NUL as well.
constexpr std::string_view kStripped{" \t\n\v\f\r\0", 7};

class Parser {
public:
    Parser(std::string_view text, int first_line, int most_nesting)
        : tokens_(tokenize(text, first_line)), most_nesting_(most_nesting) {}

    Template run() {
        template_.nodes = parse_body({});
        return std::move(template_);
    }

private:
    using Names = std::initializer_list<std::string_view>;

    // Up to one of these tags, which is taken and is terminator_ then (null at the end).
    Nodes parse_body(Names terminators) {
        Nodes nodes;
        terminator_ = nullptr;
        while (at_ < tokens_.size()) {
            const Token& token = tokens_[at_++];
            if (token.kind == Token::Kind::kText) {
                add_text(token, nodes);
                continue;
            }
            trim(token, nodes);
            if (token.kind == Token::Kind::kOutput) {
                nodes.push_back({token.line, token.written, Output{parse_filtered(token.content)}});
                continue;
            }
            const std::string_view name = token.name();
            if (std::find(terminators.begin(), terminators.end(), name) != terminators.end()) {
                terminator_ = &token;
                return nodes;
            }
            parse_tag(token, nodes);
        }
        return nodes;
    }

    void add_text(const Token& token, Nodes& nodes) {
        std::string_view text = token.written;
        int line = token.line;
        if (trims_next_) {
            const std::size_t begin = std::min(text.find_first_not_of(kStripped), text.size());
            line += static_cast<int>(
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
            text.remove_prefix(begin);
        }
        trims_next_ = false;
        note_open_braces(text, line, template_.slips);
        nodes.push_back({line, text, Text{text}});
    }

    Condition known_condition(const Token& token) {
        Condition condition = parse_condition(token.arguments());
        note_unknown_operators(condition, token.line, template_.slips);
        return condition;
    }

    void trim(const Token& token, Nodes& nodes) {
        if (token.trims_before && !nodes.empty()) {
            if (Text* before = std::get_if<Text>(&nodes.back().content)) {
                before->text = before->text.substr(0, before->text.find_last_not_of(kStripped) + 1);
            }
        }
        trims_next_ = token.trims_after;
    }

    void parse_tag(const Token& token, Nodes& nodes) {
        const std::string_view name = token.name();
        if (name == "raw") {
            return parse_raw(token, nodes);
        }
        if (name == "comment") {
            return skip_comment(token);
        }
        if (name.starts_with('#')) {
            return;
        }
        if (!parse_block(token, nodes)) {
            parse_simple_tag(token, nodes);
        }
    }

    // False when the tag is no block.
    bool parse_block(const Token& token, Nodes& nodes) {
        const std::string_view name = token.name();
        const bool is_block = name == "if" || name == "unless" || name == "case" || name == "for" ||
                              name == "tablerow" || name == "capture" || name == "highlight";
        if (!is_block) {
            return false;
        }
        if (depth_ >= most_nesting_) {
            template_.is_nested_too_deep = true;
            nodes.push_back({token.line, token.written, Unknown{name}});
            return true;
        }
        ++depth_;
        Node node{token.line, token.written, Interrupt::kNone};
        if (name == "if" || name == "unless") {
            node.content = parse_if(token);
        } else if (name == "case") {
            node.content = parse_case(token);
        } else if (name == "for") {
            For tag = parse_loop(token).loop;
            parse_for_bodies(token, tag);
            node.content = std::move(tag);
        } else if (name == "tablerow") {
            TableRow tag = parse_loop(token);
            tag.loop.body = parse_whole(token, "endtablerow");
            node.content = std::move(tag);
        } else if (name == "capture") {
            std::string_view markup = token.arguments();
            std::string variable(capture_name(markup));
            node.content = Capture{std::move(variable), parse_whole(token, "endcapture")};
        } else {
            const std::string_view markup = token.arguments();
            std::string language(markup.substr(0, markup.find_first_of(ascii::kSpace)));
            node.content = Highlight{std::move(language), parse_whole(token, "endhighlight")};
        }
        --depth_;
        nodes.push_back(std::move(node));
        return true;
    }

    // With or without quotes around it.
    static std::string_view capture_name(std::string_view markup) {
        if (!markup.empty() && (markup[0] == '"' || markup[0] == '\'')) {
            markup.remove_prefix(1);
        }
        return take_name(markup);
    }

    Nodes parse_whole(const Token& token, std::string_view end) {
        Nodes body = parse_body({end});
        note_end(token);
        return body;
    }

    void note_end(const Token& opening) {
        if (terminator_ == nullptr) {
            template_.unclosed.push_back({opening.name(), opening.line});
        }
    }

    If parse_if(const Token& token) {
        const std::string_view end = token.name() == "if" ? "endif" : "endunless";
        If tag;
        Branch branch;
        branch.condition = known_condition(token);
        branch.is_negated = token.name() == "unless";
        for (;;) {
            branch.body = parse_body({"elsif", "else", end});
            tag.branches.push_back(std::move(branch));
            if (terminator_ == nullptr || terminator_->name() == end) {
                break;
            }
            branch = {};
            if (terminator_->name() == "elsif") {
                branch.condition = known_condition(*terminator_);
            }
        }
        note_end(token);
        drop_blanks(tag.branches);
        return tag;
    }

    template <typename Branches>
    static void drop_blanks(Branches& branches) {
        if (std::all_of(branches.begin(), branches.end(),
                        [](const auto& branch) { return is_blank(branch.body); })) {
            for (auto& branch : branches) {
                drop_blank_texts(branch.body);
            }
        }
    }

    Case parse_case(const Token& token) {
        Case tag;
        tag.value = parse_expression(token.arguments());
        const Nodes dropped = parse_body({"when", "else", "endcase"});
        if (!is_blank(dropped)) {
            template_.slips.push_back({token.line,
                                       "what stands before the first {% when %} is dropped",
                                       "write {% when VALUE %} above it"});
        }
        while (terminator_ != nullptr && terminator_->name() != "endcase") {
            When branch;
            if (terminator_->name() == "when") {
                branch.values = parse_when(terminator_->arguments());
            }
            branch.body = parse_body({"when", "else", "endcase"});
            tag.branches.push_back(std::move(branch));
        }
        note_end(token);
        drop_blanks(tag.branches);
        return tag;
    }

    // `1, 2 or 3`
    static std::vector<Expression> parse_when(std::string_view markup) {
        std::vector<Expression> values;
        while (true) {
            const std::string_view fragment = take_fragment(markup);
            if (!fragment.empty() && fragment != "or") {
                values.push_back(parse_expression(fragment));
            } else if (fragment.empty() && !take(markup, ',') && !take(markup, '|')) {
                break;
            }
        }
        return values;
    }

    // What `for` and `tablerow` begin with.
    TableRow parse_loop(const Token& token) {
        TableRow row;
        For& tag = row.loop;
        std::string_view markup = token.arguments();
        tag.variable = take_name(markup);
        std::string_view ahead = ascii::trimmed(markup);
        if (ahead.starts_with("in")) {
            markup = ascii::trimmed(ahead.substr(2));
        }
        const std::size_t range_end = markup.starts_with('(') ? markup.find(')') : markup.npos;
        std::string_view collection;
        if (range_end != markup.npos) {
            collection = markup.substr(0, range_end + 1);
            markup.remove_prefix(range_end + 1);
        } else {
            collection = take_fragment(markup);
        }
        tag.collection = parse_expression(collection);
        tag.name = tag.variable + "-" + std::string(collection);
        markup = ascii::trimmed(markup);
        tag.is_reversed = markup.starts_with("reversed");
        for (auto& [name, value] : parse_attributes(markup)) {
            if (name == "limit") {
                tag.limit = std::move(value);
            } else if (name == "offset") {
                tag.continues = value.kind == Expression::Kind::kVariable &&
                                value.parts.size() == 1 &&
                                to_text(value.parts[0].literal) == "continue";
                tag.offset = std::move(value);
            } else if (name == "cols") {
                row.columns = std::move(value);
            }
        }
        return row;
    }

    void parse_for_bodies(const Token& token, For& tag) {
        tag.body = parse_body({"else", "endfor"});
        if (terminator_ != nullptr && terminator_->name() == "else") {
            tag.otherwise = parse_body({"endfor"});
        }
        note_end(token);
        if (is_blank(tag.body) && is_blank(tag.otherwise)) {
            drop_blank_texts(tag.body);
            drop_blank_texts(tag.otherwise);
        }
    }

    void parse_simple_tag(const Token& token, Nodes& nodes) {
        const std::string_view name = token.name();
        const std::string_view arguments = token.arguments();
        const auto add = [&](auto content) {
            nodes.push_back({token.line, token.written, std::move(content)});
        };
        if (name == "assign") {
            std::string_view markup = arguments;
            std::string variable(take_name(markup));
            if (take(markup, '=')) {
                return add(Assign{std::move(variable), parse_filtered(markup)});
            }
        } else if (name == "echo") {
            return add(Output{parse_filtered(arguments)});
        } else if (name == "break" || name == "continue") {
            return add(name == "break" ? Interrupt::kBreak : Interrupt::kContinue);
        } else if (name == "include" || name == "include_relative") {
            return add(Include{name == "include" ? Folder::kIncludes : Folder::kDeck, arguments});
        } else if (name == "link" || name == "post_url") {
            return add(PageAddress{name == "post_url", arguments});
        } else if (name == "cycle") {
            return add(parse_cycle(arguments));
        } else if (name == "increment" || name == "decrement") {
            return add(Counter{std::string(arguments), name == "increment" ? 1 : -1});
        }
        add(Unknown{name});
    }

    static Cycle parse_cycle(std::string_view markup) {
        Cycle cycle;
        cycle.group = markup;
        std::string_view ahead = markup;
        const std::string_view name = take_fragment(ahead);
        if (name.ends_with(':') || take(ahead, ':')) {
            cycle.group = name.substr(0, name.find(':'));
            markup = ahead;
        }
        do {
            cycle.values.push_back(parse_expression(take_fragment(markup)));
        } while (take(markup, ','));
        return cycle;
    }

    // What stands in raw is one text, to the first `endraw`.
    void parse_raw(const Token& opening, Nodes& nodes) {
        trims_next_ = false;
        const std::size_t first = at_;
        while (at_ < tokens_.size()) {
            const Token& token = tokens_[at_++];
            if (token.kind == Token::Kind::kTag && token.name() == "endraw") {
                add_raw(first, at_ - 1, nodes);
                trims_next_ = token.trims_after;
                return;
            }
        }
        add_raw(first, at_, nodes);
        template_.unclosed.push_back({opening.name(), opening.line});
    }

    void add_raw(std::size_t first, std::size_t end, Nodes& nodes) {
        if (first == end) {
            return;
        }
        const char* begin = tokens_[first].written.data();
        const std::string_view last = tokens_[end - 1].written;
        const std::string_view text(begin,
                                    static_cast<std::size_t>(last.data() + last.size() - begin));
        nodes.push_back({tokens_[first].line, text, Raw{text}});
    }

    void skip_comment(const Token& opening) {
        int depth = 1;
        while (at_ < tokens_.size()) {
            const Token& token = tokens_[at_++];
            if (token.kind == Token::Kind::kTag) {
                depth += token.name() == "comment" ? 1 : token.name() == "endcomment" ? -1 : 0;
                if (depth == 0) {
                    trims_next_ = token.trims_after;
                    return;
                }
            }
        }
        template_.unclosed.push_back({opening.name(), opening.line});
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
    int most_nesting_;
    bool trims_next_ = false;
    const Token* terminator_ = nullptr;
    Template template_;
};

}  // namespace

Template parse_template(std::string_view text, int first_line, int most_nesting) {
    return Parser(text, first_line, most_nesting).run();
}

}  // namespace ghreveal::deck::liquid
