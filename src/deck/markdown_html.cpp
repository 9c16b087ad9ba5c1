#include "deck/markdown_html.h"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "deck/attribute_list.h"
#include "deck/markers.h"
#include "deck/typography.h"
#include "dom/parse.h"

namespace ghreveal::deck {

namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// The rewritten lines as the one text md4c reads, with the way back from offsets to lines.
struct Input {
    std::string text;
    std::vector<std::size_t> line_starts;
    const RewrittenSource& source;

    explicit Input(const RewrittenSource& rewritten) : source(rewritten) {
        for (const SourceLine& line : rewritten.lines) {
            line_starts.push_back(text.size());
            text += line.text;
            text += '\n';
        }
    }
    int line_at(std::size_t offset) const {
        const auto after = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
        return source.lines[static_cast<std::size_t>(after - line_starts.begin()) - 1].number;
    }
};

// Writes HTML as md4c reports blocks, spans and text.
class HtmlWriter {
public:
    explicit HtmlWriter(const Input& input) : input_(input) {}

    void enter_block(MD_BLOCKTYPE type, void* detail);
    void leave_block(MD_BLOCKTYPE type, void* detail);
    void enter_span(MD_SPANTYPE type, void* detail);
    void leave_span(MD_SPANTYPE type, void* detail);
    void text(MD_TEXTTYPE type, std::string_view text);

    std::string take();

private:
    struct OpenBlock {
        std::size_t tag = kNowhere;  // offset of its start tag in out_
        std::size_t last_child_tag = kNowhere;
        std::size_t content = 0;  // offset behind the start tag
        bool has_line = false;
    };

    void open_block(std::string_view start_tag);
    void close_block(std::string_view end_tag);
    void open_cell(const char* name, const MD_BLOCK_TD_DETAIL&);
    void open_list_item(const MD_BLOCK_LI_DETAIL&);
    void open_code(const MD_BLOCK_CODE_DETAIL&);
    void close_paragraph();
    void close_heading(unsigned level);
    void close_table_head();
    void finish_heading(OpenBlock& heading);

    void open_span(std::string_view start_tag);
    void close_span(std::string_view end_tag);
    void open_link(const MD_SPAN_A_DETAIL&);
    void write_image(const MD_SPAN_IMG_DETAIL&);

    void plain_text(std::string_view text);
    void html_text(std::string_view text);
    void html_block(std::string_view html, std::string_view placeholder);
    void begin_content(std::string_view text);
    bool take_attribute_list(std::string_view& text);
    bool is_whole_line(std::string_view text) const;
    void shift_offsets(std::size_t from, std::ptrdiff_t by);
    void attach(std::size_t tag, const AttributeList&);
    void note_line(std::string_view text);
    bool in_input(std::string_view text) const {
        return text.data() >= input_.text.data() &&
               text.data() < input_.text.data() + input_.text.size();
    }
    static std::string attribute_text(const MD_ATTRIBUTE&);

    const Input& input_;
    std::string out_;
    std::vector<OpenBlock> blocks_{OpenBlock{}};
    std::vector<std::size_t> open_spans_;
    std::size_t closed_span_ = kNowhere;  // start tag of the span that out_ ends with
    std::size_t closed_span_end_ = kNowhere;
    bool pending_paragraph_ = false;
    bool bare_paragraph_ = false;
    std::string heading_text_;
    bool in_heading_ = false;
    int image_depth_ = 0;
    int image_line_ = 0;
    std::string image_alternative_;
    std::map<std::string, int> ids_;
};

// Text was put in at `from`: every remembered offset at or behind it moves.
void HtmlWriter::shift_offsets(std::size_t from, std::ptrdiff_t by) {
    const auto shift = [&](std::size_t& offset) {
        if (offset != kNowhere && offset >= from) {
            offset += static_cast<std::size_t>(by);
        }
    };
    for (OpenBlock& block : blocks_) {
        shift(block.tag);
        shift(block.content);
        shift(block.last_child_tag);
    }
    std::for_each(open_spans_.begin(), open_spans_.end(), shift);
    shift(closed_span_);
    shift(closed_span_end_);
}

void HtmlWriter::attach(std::size_t tag, const AttributeList& list) {
    shift_offsets(tag + 1, add_attributes(out_, tag, list));
}

void HtmlWriter::open_block(std::string_view start_tag) {
    blocks_.back().last_child_tag = out_.size();
    OpenBlock block;
    block.tag = out_.size();
    out_ += start_tag;
    block.content = out_.size();
    blocks_.push_back(block);
}

void HtmlWriter::close_block(std::string_view end_tag) {
    out_ += end_tag;
    blocks_.pop_back();
}

// The first text in a block tells its line; its start tags up to the first with a line get it.
void HtmlWriter::note_line(std::string_view text) {
    if (!in_input(text) || blocks_.back().has_line) {
        return;
    }
    const int line = input_.line_at(static_cast<std::size_t>(text.data() - input_.text.data()));
    const std::string attribute = fmt::format(" {}=\"{}\"", dom::kLineAttribute, line);
    for (std::size_t i = blocks_.size(); i-- > 1 && !blocks_[i].has_line;) {
        blocks_[i].has_line = true;
        if (blocks_[i].tag != kNowhere) {
            const std::size_t name_end = out_.find_first_of(" >/", blocks_[i].tag + 1);
            out_.insert(name_end, attribute);
            shift_offsets(name_end, static_cast<std::ptrdiff_t>(attribute.size()));
        }
    }
}

void HtmlWriter::enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
        case MD_BLOCK_QUOTE:
            return open_block("<blockquote>\n");
        case MD_BLOCK_UL:
            return open_block("<ul>\n");
        case MD_BLOCK_OL:
            return open_block("<ol>\n");
        case MD_BLOCK_LI:
            return open_list_item(*static_cast<const MD_BLOCK_LI_DETAIL*>(detail));
        case MD_BLOCK_HR:
            return open_block("<hr />\n");
        case MD_BLOCK_H:
            in_heading_ = true;
            heading_text_.clear();
            return open_block(
                fmt::format("<h{}>", static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level));
        case MD_BLOCK_CODE:
            return open_code(*static_cast<const MD_BLOCK_CODE_DETAIL*>(detail));
        case MD_BLOCK_P:
            pending_paragraph_ = true;
            bare_paragraph_ = false;
            return;
        case MD_BLOCK_TABLE:
            return open_block("<table>\n");
        case MD_BLOCK_THEAD:
            return open_block("<thead>\n");
        case MD_BLOCK_TBODY:
            return open_block("<tbody>\n");
        case MD_BLOCK_TR:
            return open_block("<tr>\n");
        case MD_BLOCK_TH:
            return open_cell("th", *static_cast<const MD_BLOCK_TD_DETAIL*>(detail));
        case MD_BLOCK_TD:
            return open_cell("td", *static_cast<const MD_BLOCK_TD_DETAIL*>(detail));
        case MD_BLOCK_DOC:
        case MD_BLOCK_HTML:
            return;
    }
}

void HtmlWriter::leave_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
        case MD_BLOCK_QUOTE:
            return close_block("</blockquote>\n");
        case MD_BLOCK_UL:
            return close_block("</ul>\n");
        case MD_BLOCK_OL:
            return close_block("</ol>\n");
        case MD_BLOCK_LI:
            return close_block("</li>\n");
        case MD_BLOCK_HR:
            return close_block("");
        case MD_BLOCK_H:
            return close_heading(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        case MD_BLOCK_CODE:
            return close_block("</code></pre>\n");
        case MD_BLOCK_P:
            return close_paragraph();
        case MD_BLOCK_TABLE:
            return close_block("</table>\n");
        case MD_BLOCK_THEAD:
            return close_table_head();
        case MD_BLOCK_TBODY:
            return close_block("</tbody>\n");
        case MD_BLOCK_TR:
            return close_block("</tr>\n");
        case MD_BLOCK_TH:
            return close_block("</th>\n");
        case MD_BLOCK_TD:
            return close_block("</td>\n");
        case MD_BLOCK_DOC:
        case MD_BLOCK_HTML:
            return;
    }
}

void HtmlWriter::open_cell(const char* name, const MD_BLOCK_TD_DETAIL& cell) {
    static constexpr const char* kAlignments[]{"", "left", "center", "right"};
    const char* alignment = kAlignments[cell.align];
    open_block(*alignment == '\0' ? fmt::format("<{}>", name)
                                  : fmt::format("<{} style=\"text-align: {}\">", name, alignment));
}

void HtmlWriter::open_list_item(const MD_BLOCK_LI_DETAIL& item) {
    if (item.is_task == 0) {
        return open_block("<li>");
    }
    open_block("<li class=\"task-list-item\">");
    out_ += fmt::format(
        "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\"{} />",
        item.task_mark == ' ' ? "" : " checked=\"checked\"");
}

void HtmlWriter::open_code(const MD_BLOCK_CODE_DETAIL& code) {
    const std::string language = attribute_text(code.lang);
    std::string escaped;
    append_escaped(escaped, language);
    open_block(language.empty() ? std::string("<pre><code>")
                                : fmt::format("<pre><code class=\"language-{}\">", escaped));
}

void HtmlWriter::close_paragraph() {
    if (pending_paragraph_) {  // it held nothing but an attribute list
        pending_paragraph_ = false;
        return;
    }
    if (bare_paragraph_) {
        bare_paragraph_ = false;
        return;
    }
    close_block("</p>\n");
}

void HtmlWriter::close_heading(unsigned level) {
    in_heading_ = false;
    finish_heading(blocks_.back());
    close_block(fmt::format("</h{}>\n", level));
}

// Gives the heading its id: the one written as `{#id}`, or one made of its text.
void HtmlWriter::finish_heading(OpenBlock& heading) {
    std::string id;
    const std::size_t brace = heading_text_.rfind("{#");
    if (brace != std::string::npos && heading_text_.ends_with('}')) {
        id = heading_text_.substr(brace + 2, heading_text_.size() - brace - 3);
        const std::size_t shown = out_.rfind("{#");
        out_.resize(shown);
        while (out_.ends_with(' ')) {
            out_.pop_back();
        }
    } else {
        const std::string made = heading_id(heading_text_);
        const int used = ids_[made]++;
        id = used == 0 ? made : fmt::format("{}-{}", made, used);
    }
    if (!id.empty()) {
        attach(heading.tag, {{"id", id}});
    }
}

void HtmlWriter::close_table_head() {
    const OpenBlock& head = blocks_.back();
    if (out_.find(marker::kNoHeader, head.tag) != std::string::npos) {
        out_.resize(head.tag);
        blocks_.pop_back();
        return;
    }
    close_block("</thead>\n");
}

void HtmlWriter::open_span(std::string_view start_tag) {
    begin_content("");
    open_spans_.push_back(out_.size());
    out_ += start_tag;
}

void HtmlWriter::close_span(std::string_view end_tag) {
    out_ += end_tag;
    closed_span_ = open_spans_.back();
    closed_span_end_ = out_.size();
    open_spans_.pop_back();
}

void HtmlWriter::enter_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG && image_depth_++ == 0) {
        image_alternative_.clear();
        image_line_ = 0;
        return;
    }
    if (image_depth_ > 0) {
        return;
    }
    switch (type) {
        case MD_SPAN_EM:
            return open_span("<em>");
        case MD_SPAN_STRONG:
            return open_span("<strong>");
        case MD_SPAN_A:
            return open_link(*static_cast<const MD_SPAN_A_DETAIL*>(detail));
        case MD_SPAN_CODE:
            return open_span("<code>");
        case MD_SPAN_DEL:
            return open_span("<del>");
        default:
            return open_span("<span>");
    }
}

void HtmlWriter::leave_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG && --image_depth_ == 0) {
        return write_image(*static_cast<const MD_SPAN_IMG_DETAIL*>(detail));
    }
    if (image_depth_ > 0) {
        return;
    }
    switch (type) {
        case MD_SPAN_EM:
            return close_span("</em>");
        case MD_SPAN_STRONG:
            return close_span("</strong>");
        case MD_SPAN_A:
            return close_span("</a>");
        case MD_SPAN_CODE:
            return close_span("</code>");
        case MD_SPAN_DEL:
            return close_span("</del>");
        default:
            return close_span("</span>");
    }
}

std::string HtmlWriter::attribute_text(const MD_ATTRIBUTE& attribute) {
    return std::string(attribute.text == nullptr ? "" : attribute.text, attribute.size);
}

void HtmlWriter::open_link(const MD_SPAN_A_DETAIL& link) {
    std::string tag = "<a href=\"";
    append_escaped(tag, attribute_text(link.href));
    tag += '"';
    if (link.title.size > 0) {
        tag += " title=\"";
        append_escaped(tag, attribute_text(link.title));
        tag += '"';
    }
    open_span(tag + ">");
}

void HtmlWriter::write_image(const MD_SPAN_IMG_DETAIL& image) {
    std::string tag = "<img";
    if (image_line_ > 0) {
        tag += fmt::format(" {}=\"{}\"", dom::kLineAttribute, image_line_);
    }
    tag += " src=\"";
    append_escaped(tag, attribute_text(image.src));
    tag += "\" alt=\"";
    append_escaped(tag, image_alternative_);
    tag += '"';
    if (image.title.size > 0) {
        tag += " title=\"";
        append_escaped(tag, attribute_text(image.title));
        tag += '"';
    }
    open_span(tag + " />");
    close_span("");
}

// Called before anything inside a paragraph: its start tag is written only then.
void HtmlWriter::begin_content(std::string_view text) {
    if (!pending_paragraph_) {
        return;
    }
    pending_paragraph_ = false;
    bare_paragraph_ = text.starts_with(marker::kBare);
    if (!bare_paragraph_) {
        open_block("<p>");
    }
}

bool HtmlWriter::is_whole_line(std::string_view text) const {
    if (!in_input(text)) {
        return false;
    }
    const auto begin = static_cast<std::size_t>(text.data() - input_.text.data());
    const std::size_t end = begin + text.size();
    const std::size_t line = input_.text.rfind('\n', begin == 0 ? 0 : begin - 1);
    const std::size_t start = line == std::string::npos || begin == 0 ? 0 : line + 1;
    return is_blank(std::string_view(input_.text).substr(start, begin - start)) &&
           is_blank(std::string_view(input_.text).substr(end, input_.text.find('\n', end) - end));
}

// An attribute list on a line of its own belongs to its block, or, alone in a paragraph, to the
// block before; one right behind a span belongs to that; one at an item's start to the item.
bool HtmlWriter::take_attribute_list(std::string_view& text) {
    if (text.starts_with(marker::kLetter) &&
        text.substr(marker::kLetter.size()).starts_with("{:")) {
        text.remove_prefix(marker::kLetter.size());
    }
    const auto parsed = text.starts_with("{:") ? parse_attribute_list(text) : std::nullopt;
    if (!parsed) {
        return false;
    }
    const auto& [list, length] = *parsed;
    if (closed_span_ != kNowhere && closed_span_end_ == out_.size()) {
        attach(closed_span_, list);
    } else if (is_whole_line(text)) {
        const std::size_t target =
            pending_paragraph_ ? blocks_.back().last_child_tag : blocks_.back().tag;
        if (target == kNowhere) {
            return false;
        }
        attach(target, list);
        if (out_.ends_with('\n') && !pending_paragraph_) {
            out_.pop_back();
        }
    } else if (!pending_paragraph_ && blocks_.back().content == out_.size()) {
        attach(blocks_.back().tag, list);
        text.remove_prefix(text.size() > length && text[length] == ' ' ? 1 : 0);
    } else {
        return false;
    }
    text.remove_prefix(std::min(length, text.size()));
    return true;
}

void HtmlWriter::plain_text(std::string_view text) {
    if (take_attribute_list(text) && text.empty()) {
        return;
    }
    begin_content(text);
    note_line(text);
    if (in_heading_) {
        heading_text_ += text;
    }
    if (in_input(text)) {
        const auto begin = static_cast<std::size_t>(text.data() - input_.text.data());
        append_typographic(out_, input_.text, begin, begin + text.size());
    } else {
        append_typographic(out_, text, 0, text.size());
    }
}

void HtmlWriter::html_text(std::string_view text) {
    if (text.starts_with(kHtmlBlockOpen)) {
        std::size_t number = 0;
        std::from_chars(text.data() + kHtmlBlockOpen.size(), text.data() + text.size(), number);
        if (number < input_.source.html_blocks.size()) {
            return html_block(input_.source.html_blocks[number], text);
        }
    }
    begin_content(text);
    out_ += text;
}

// Raw HTML whose place is `placeholder` in the input; its first start tag gets the line.
void HtmlWriter::html_block(std::string_view html, std::string_view placeholder) {
    blocks_.back().last_child_tag = out_.size();
    const bool is_start_tag = html.starts_with('<') && html.size() > 1 && html[1] != '/';
    const std::size_t name_end = is_start_tag ? html.find_first_of(" \t\n/>") : 0;
    out_ += html.substr(0, name_end);
    if (name_end != 0 && name_end != std::string_view::npos && in_input(placeholder)) {
        const auto at = static_cast<std::size_t>(placeholder.data() - input_.text.data());
        out_ += fmt::format(" {}=\"{}\"", dom::kLineAttribute, input_.line_at(at));
    }
    out_ += html.substr(std::min(name_end, html.size()));
}

void HtmlWriter::text(MD_TEXTTYPE type, std::string_view text) {
    if (image_depth_ > 0) {
        if (in_input(text) && image_line_ == 0) {
            image_line_ =
                input_.line_at(static_cast<std::size_t>(text.data() - input_.text.data()));
        }
        image_alternative_ += type == MD_TEXT_SOFTBR || type == MD_TEXT_BR ? " " : text;
        return;
    }
    switch (type) {
        case MD_TEXT_NORMAL:
            return plain_text(text);
        case MD_TEXT_NULLCHAR:
            out_ += "\uFFFD";
            return;
        case MD_TEXT_BR:
            out_ += "<br />\n";
            return;
        case MD_TEXT_SOFTBR:
            if (!pending_paragraph_) {
                out_ += '\n';
            }
            return;
        case MD_TEXT_HTML:
            return html_text(text);
        case MD_TEXT_ENTITY:
            begin_content(text);
            note_line(text);
            out_ += text;
            return;
        case MD_TEXT_CODE:
        case MD_TEXT_LATEXMATH:
            note_line(text);
            heading_text_ += in_heading_ ? text : std::string_view();
            append_escaped(out_, text);
            return;
    }
}

std::string HtmlWriter::take() {
    for (std::size_t at = out_.find(marker::kPrefix); at != std::string::npos;
         at = out_.find(marker::kPrefix, at)) {
        out_.erase(at, 3);
    }
    return std::move(out_);
}

HtmlWriter& writer(void* user) {
    return *static_cast<HtmlWriter*>(user);
}

MD_PARSER make_parser() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        writer(user).enter_block(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        writer(user).leave_block(type, detail);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
        writer(user).enter_span(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* user) {
        writer(user).leave_span(type, detail);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
        writer(user).text(type, std::string_view(text, size));
        return 0;
    };
    return parser;
}

}  // namespace

std::string markdown_to_html(const RewrittenSource& source) {
    const Input input(source);
    HtmlWriter html(input);
    const MD_PARSER parser = make_parser();
    md_parse(input.text.data(), static_cast<MD_SIZE>(input.text.size()), &parser, &html);
    return html.take();
}

}  // namespace ghreveal::deck
