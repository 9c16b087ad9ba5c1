#include "markdown/kramdown/spans/spans.h"

#include <algorithm>
#include <array>

#include "markdown/kramdown/attributes.h"
#include "markdown/kramdown/spans/links.h"
#include "markdown/kramdown/unicode_class.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

using Rule = bool (*)(SpanReader&);
// In kramdown's order: the first that fits wins.
constexpr std::array<Rule, 14> kRules{take_emphasis,
                                      take_code_span,
                                      take_autolink,
                                      take_span_html,
                                      take_footnote_marker,
                                      take_link,
                                      take_quote,
                                      take_inline_math,
                                      take_span_extension,
                                      take_entity,
                                      take_typographic_symbol,
                                      take_line_break,
                                      take_escaped_character,
                                      take_strikethrough};

constexpr std::string_view kStarts = "*_`<[!\"'${&-.\\>~ ";

}  // namespace

bool SpanReader::is_candidate(std::size_t position, SpanRules rules) const {
    const std::string_view text = bytes();
    const char c = text[position];
    if (rules == SpanRules::kHtmlOnly) {
        return c == '<';
    }
    if (position + 1 < text.size() && c != '\\') {
        // kramdown's rules for a quotation mark begin at the character before it.
        const char next = text[position + 1];
        if (next == '"' || next == '\'') {
            return true;
        }
    }
    if (c == ' ') {
        const std::string_view rest = text.substr(position);
        return rest.starts_with(" <<") || rest.starts_with(" >>") || rest.starts_with("  \n");
    }
    return kStarts.find(c) != kStarts.npos;
}

void SpanReader::run_rules(SpanRules rules) {
    const bool taken =
        rules == SpanRules::kHtmlOnly
            ? take_span_html(*this)
            : std::any_of(kRules.begin(), kRules.end(), [this](Rule rule) { return rule(*this); });
    if (!taken) {
        take_text(1);
    }
}

bool SpanReader::read(Element& element, const SpanStop& stop, SpanRules rules) {
    ancestors_.push_back(tree_);
    tree_ = &element;
    bool found = false;
    while (position_ < bytes().size() && !found && !(stop.test && document_.budget.is_spent())) {
        std::size_t next = position_;
        while (next < bytes().size() && !is_candidate(next, rules) &&
               stop.characters.find(bytes()[next]) == std::string_view::npos) {
            ++next;
        }
        document_.budget.spend(next - position_ + 1);
        if (next == bytes().size() && stop.test) {
            break;
        }
        take_text(next - position_);
        if (next == bytes().size()) {
            break;
        }
        found = stop.test && stop.characters.find(bytes()[next]) != std::string_view::npos &&
                stop.test();
        if (!found) {
            run_rules(rules);
        }
    }
    tree_ = ancestors_.back();
    ancestors_.pop_back();
    return found;
}

void SpanReader::read_all() {
    read(*tree_, {});
}

bool SpanReader::is_inside(ElementType type) const {
    return tree_->is(type) || std::any_of(ancestors_.begin(), ancestors_.end(),
                                          [type](const Element* one) { return one->is(type); });
}

bool SpanReader::may_nest() const {
    document_.budget.spend(ancestors_.size());
    return ancestors_.size() < static_cast<std::size_t>(document_.limits.markdown_nesting) &&
           !document_.budget.is_spent();
}

Element& SpanReader::make(ElementType type) {
    Element& element = document_.pool.make(type, origin());
    element.category = Category::kSpan;
    return element;
}

Element& SpanReader::add(ElementType type, std::string value) {
    Element& element = make(type);
    element.value = std::move(value);
    tree_->children.push_back(&element);
    return element;
}

void SpanReader::add_text(std::string_view text) {
    Element* last = tree_->last_child();
    if (last != nullptr && last->is(ElementType::kText)) {
        last->value += text;
    } else if (!text.empty()) {
        add(ElementType::kText, std::string(text));
    }
}

void SpanReader::take_text(std::size_t size) {
    add_text(rest().substr(0, size));
    position_ += size;
}

void parse_spans(KramdownDocument& document, Element& into, const Text& text) {
    SpanReader(document, text, into).read_all();
}

namespace {

// `_` inside a word is text.
bool stands_in_word(std::string_view before) {
    if (before.ends_with('-')) {
        before.remove_suffix(1);
    }
    return ends_with_letter(before);
}

// Reads emphasis whose delimiter was just passed; gives the element, or nullptr when it never ends.
Element* read_emphasis(SpanReader& reader, std::string_view delimiter, ElementType type) {
    Element& element = reader.make(type);
    const std::string doubled(2, delimiter[0]);
    const auto ends_here = [&] {
        const std::string_view rest = reader.rest();
        if (!rest.starts_with(delimiter) || element.children.empty() ||
            (reader.position() > 0 && ascii::is_space(reader.before()))) {
            return false;
        }
        if (type == ElementType::kEmphasis && rest.starts_with(doubled) &&
            !rest.substr(doubled.size()).starts_with(delimiter)) {
            return false;
        }
        return delimiter[0] != '_' || !begins_with_alphanumeric(rest.substr(delimiter.size()));
    };
    if (!reader.read(element, {delimiter.substr(0, 1), ends_here})) {
        return nullptr;
    }
    reader.move_to(reader.position() + delimiter.size());
    return &element;
}

}  // namespace

bool take_emphasis(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    if (rest[0] != '*' && rest[0] != '_') {
        return false;
    }
    const std::size_t size = rest.size() > 1 && rest[1] == rest[0] ? 2 : 1;
    const ElementType type = size == 2 ? ElementType::kStrong : ElementType::kEmphasis;
    const std::size_t begin = reader.position();
    const bool in_word = rest[0] == '_' && stands_in_word(reader.bytes().substr(0, begin));
    const bool before_space = rest.size() > size && ascii::is_space(rest[size]);
    if (in_word || before_space || reader.is_inside(type) || !reader.may_nest()) {
        reader.take_text(size);
        return true;
    }
    const std::size_t made = reader.document().pool.size();
    reader.move_to(begin + size);
    Element* element = read_emphasis(reader, rest.substr(0, size), type);
    if (element == nullptr && size == 2 && !reader.tree().is(ElementType::kEmphasis)) {
        reader.document().pool.shrink_to(made);
        reader.move_to(begin + 1);
        element = read_emphasis(reader, rest.substr(0, 1), ElementType::kEmphasis);
    }
    if (element == nullptr) {
        reader.document().pool.shrink_to(made);
        reader.move_to(begin);
        reader.take_text(size);
    } else {
        reader.tree().children.push_back(element);
    }
    return true;
}

bool take_code_span(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    if (rest[0] != '`') {
        return false;
    }
    const std::size_t ticks = std::min(rest.find_first_not_of('`'), rest.size());
    const bool alone = ticks == 1 && rest.size() > 1 && ascii::is_space(rest[1]) &&
                       (reader.position() == 0 || ascii::is_space(reader.before()));
    const std::size_t end = alone || reader.document().budget.is_spent()
                                ? rest.npos
                                : rest.find(rest.substr(0, ticks), ticks);
    if (end == rest.npos) {
        reader.document().budget.spend(alone ? 0 : rest.size());
        reader.take_text(ticks);
        return true;
    }
    std::string_view code = rest.substr(ticks, end - ticks);
    if (ticks > 1) {
        code.remove_prefix(code.starts_with(' ') ? 1 : 0);
        code.remove_suffix(code.ends_with(' ') ? 1 : 0);
    }
    reader.add(ElementType::kCode, std::string(code));
    reader.move_to(reader.position() + end + ticks);
    return true;
}

bool take_inline_math(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    const std::size_t end = rest.starts_with("$$") ? rest.find("$$", 2) : rest.npos;
    if (end == rest.npos) {
        reader.document().budget.spend(rest.starts_with("$$") ? rest.size() : 0);
        return false;
    }
    reader.add(ElementType::kMath, std::string(ascii::trimmed(rest.substr(2, end - 2))));
    reader.move_to(reader.position() + end + 2);
    return true;
}

bool take_line_break(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    if (!rest.starts_with("  \n") && !rest.starts_with("\\\\\n")) {
        return false;
    }
    reader.add(ElementType::kBreak);
    reader.move_to(reader.position() + 2);
    return true;
}

bool take_escaped_character(SpanReader& reader) {
    constexpr std::string_view kEscapable = "\\.*_+`<>()[]{}#!:|\"'$=-~";
    const std::string_view rest = reader.rest();
    if (rest.size() < 2 || rest[0] != '\\' || kEscapable.find(rest[1]) == kEscapable.npos) {
        return false;
    }
    reader.add_text(rest.substr(1, 1));
    reader.move_to(reader.position() + 2);
    return true;
}

// GFM's `~~struck~~`.
bool take_strikethrough(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    if (!rest.starts_with("~~") || rest.size() < 5 || ascii::is_space(rest[2]) || rest[2] == '~' ||
        !reader.may_nest()) {
        return false;
    }
    std::size_t end = rest.find("~~", 3);
    while (end != rest.npos && (ascii::is_space(rest[end - 1]) || rest[end - 1] == '~')) {
        end = rest.find("~~", end + 1);
    }
    reader.document().budget.spend(std::min(end, rest.size()));
    if (end == rest.npos) {
        return false;
    }
    Element& struck = reader.add(ElementType::kHtml, "del");
    struck.content = ContentModel::kSpan;
    const std::size_t begin = reader.position();
    Text content;
    content.append(rest.substr(2, end - 2), reader.origin());
    reader.move_to(begin + end + 2);
    parse_spans(reader.document(), struck, content);
    return true;
}

namespace {

// Takes `{::name}…{:/}`; gives whether it was one.
bool take_extension(SpanReader& reader, const ExtensionTag& tag) {
    const bool known = tag.name == "comment" || tag.name == "nomarkdown" || tag.name == "options";
    if (!known || reader.document().budget.is_spent()) {
        return false;
    }
    const std::string_view rest = reader.rest();
    std::size_t end = tag.size;
    std::size_t end_size = 0;
    if (!tag.is_closed) {
        for (end = rest.find("{:/", end); end != rest.npos; end = rest.find("{:/", end + 1)) {
            end_size = match_extension_end(rest.substr(end), tag.name);
            if (end_size > 0) {
                break;
            }
        }
        reader.document().budget.spend(std::min(end, rest.size()));
    }
    if (end == rest.npos) {
        return false;
    }
    InlineAttributes options;
    parse_attribute_list(tag.attributes, options);
    if (tag.name == "options") {
        set_options(reader.document().options, options.attributes);
    }
    if (tag.name == "nomarkdown" && is_for_html(options)) {
        reader.add(ElementType::kVerbatim, std::string(rest.substr(tag.size, end - tag.size)));
    } else {
        reader.add(ElementType::kComment);
    }
    reader.move_to(reader.position() + end + end_size);
    return true;
}

}  // namespace

bool take_span_extension(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    if (!rest.starts_with("{:")) {
        return false;
    }
    if (const auto tag = match_extension(rest)) {
        if (!take_extension(reader, *tag)) {
            reader.take_text(1);
        }
        return true;
    }
    const auto list = match_attribute_list(rest);
    Element* last = reader.tree().last_child();
    if (!list || last == nullptr || last->is(ElementType::kText)) {
        reader.take_text(1);
        return true;
    }
    InlineAttributes attributes;
    parse_attribute_list(list->content, attributes);
    apply_attributes(reader.document(), last->attributes, attributes);
    note_unknown_references(reader.document(), attributes, last->origin);
    last->is_standalone = std::find(attributes.references.begin(), attributes.references.end(),
                                    "standalone") != attributes.references.end();
    reader.move_to(reader.position() + list->size);
    return true;
}

}  // namespace ghreveal::markdown::kramdown
