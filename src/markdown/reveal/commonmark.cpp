#include "markdown/reveal/commonmark.h"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>
#include <map>

#include "markdown/reveal/early_html.h"
#include "markdown/reveal/fence_info.h"
#include "markdown/reveal/heading_id.h"
#include "markdown/reveal/html_blocks.h"
#include "markdown/reveal/lists/early_lists.h"
#include "markdown/reveal/lists/item_blocks.h"
#include "markdown/reveal/lists/list_nesting.h"
#include "markdown/reveal/md4c_html.h"
#include "markdown/reveal/tables.h"
#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

namespace {

// Writes what md4c reads. Its callbacks answer 0 to go on.
class Writer {
public:
    Writer(std::string_view text, Origin first, const Dialect& dialect)
        : text_(text),
          first_(first),
          language_prefix_(dialect.language_prefix),
          names_headings_(dialect.heading_ids),
          has_marks_(dialect.early_html) {
        if (dialect.early_html) {
            tight_items_ = lines_of_tight_items(text);
        }
    }

    HtmlText take() { return std::move(html_); }

    int enter_block(MD_BLOCKTYPE type, void* detail) {
        begun_.push_back(html_.text.size());
        begins_item_ = begins_item_ && type == MD_BLOCK_P;
        switch (type) {
            case MD_BLOCK_QUOTE:
                return put("<blockquote>\n");
            case MD_BLOCK_UL:
                return put("<ul>\n");
            case MD_BLOCK_OL:
                return begin_ordered_list(*static_cast<MD_BLOCK_OL_DETAIL*>(detail));
            case MD_BLOCK_LI:
                begins_item_ = true;
                return begin_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
            case MD_BLOCK_HR:
                return put("<hr>\n");
            case MD_BLOCK_H:
                put(fmt::format("<h{}>", static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
                heading_at_ = html_.text.size() - 1;
                heading_text_.clear();
                return 0;
            case MD_BLOCK_CODE:
                return begin_code(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
            case MD_BLOCK_P:
                is_in_paragraph_ = true;
                return put("<p>");
            case MD_BLOCK_TABLE:
                return put("<table>\n");
            case MD_BLOCK_THEAD:
                return put("<thead>\n");
            case MD_BLOCK_TBODY:
                return put("<tbody>");
            case MD_BLOCK_TR:
                return put("<tr>\n");
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                return put(
                    fmt::format("<{}{}>", type == MD_BLOCK_TH ? "th" : "td",
                                alignment_of(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align)));
            case MD_BLOCK_DOC:
            case MD_BLOCK_HTML:
                return 0;
        }
        return 0;
    }

    int leave_block(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
            case MD_BLOCK_QUOTE:
                return put("</blockquote>\n");
            case MD_BLOCK_UL:
                return put("</ul>\n");
            case MD_BLOCK_OL:
                return put("</ol>\n");
            case MD_BLOCK_LI:
                return put("</li>\n");
            case MD_BLOCK_H:
                if (names_headings_) {
                    name_heading();
                }
                return put(fmt::format("</h{}>\n", static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
            case MD_BLOCK_CODE:
                end_code();
                return put("</code></pre>\n");
            case MD_BLOCK_P:
                put(in_element_ ? "\n" : "</p>\n");
                in_element_ = false;
                is_in_paragraph_ = false;
                return 0;
            case MD_BLOCK_TABLE:
                return put("</table>\n");
            case MD_BLOCK_THEAD:
                return put("</thead>\n");
            case MD_BLOCK_TBODY:
                return put("</tbody>");
            case MD_BLOCK_TR:
                return put("</tr>\n");
            case MD_BLOCK_TH:
                return put("</th>\n");
            case MD_BLOCK_TD:
                return put("</td>\n");
            case MD_BLOCK_DOC:
            case MD_BLOCK_HR:
            case MD_BLOCK_HTML:
                return 0;
        }
        return 0;
    }

    int enter_span(MD_SPANTYPE type, void* detail) {
        ++spans_;
        if (type == MD_SPAN_IMG) {
            return begin_picture(*static_cast<MD_SPAN_IMG_DETAIL*>(detail));
        }
        if (pictures_ > 0) {
            return 0;  // an alternative text is plain
        }
        if (type == MD_SPAN_A) {
            const auto& link = *static_cast<MD_SPAN_A_DETAIL*>(detail);
            put("<a href=\"");
            put_attribute(link.href);
            put_title(link.title);
            return put("\">");
        }
        return put(fmt::format("<{}>", name_of(type)));
    }

    int leave_span(MD_SPANTYPE type, void* detail) {
        --spans_;
        if (type == MD_SPAN_IMG) {
            --pictures_;
            if (pictures_ == 0) {
                put_title(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->title);
                put("\">");
            }
            return 0;
        }
        return pictures_ > 0 ? 0 : put(fmt::format("</{}>", name_of(type)));
    }

    int add_text(MD_TEXTTYPE type, std::string_view text) {
        text = without_block_mark(text);
        if (!has_marks_) {
            mark(text);
            return add_unmarked(type, text);
        }
        begin_element(text);
        mark(text);
        tighten_item();
        return add_unmarked(type, without_marks(text));
    }

private:
    int add_unmarked(MD_TEXTTYPE type, std::string_view text) {
        switch (type) {
            case MD_TEXT_NULLCHAR:
                return put("\uFFFD");
            case MD_TEXT_BR:
                return put(pictures_ > 0 ? " " : "<br>");
            case MD_TEXT_SOFTBR:
                heading_text_ += ' ';
                return put(pictures_ > 0 ? " " : "\n");
            case MD_TEXT_HTML:
            case MD_TEXT_ENTITY:
                heading_text_ += type == MD_TEXT_ENTITY ? text : "";
                return put(text);
            case MD_TEXT_NORMAL:
            case MD_TEXT_CODE:
            case MD_TEXT_LATEXMATH:
                heading_text_ += text;
                append_escaped(html_.text, text,
                               pictures_ > 0 ? Escaping::kAttribute : Escaping::kAll);
                return 0;
        }
        return 0;
    }

    // The text of an item that is tight by itself is in no paragraph.
    void tighten_item() {
        constexpr std::string_view kParagraph = "<p>";
        const auto line = static_cast<std::size_t>(lines_);
        if (begins_item_ && is_in_paragraph_ && !in_element_ && line < tight_items_.size() &&
            tight_items_[line]) {
            const std::size_t at = html_.text.rfind(kParagraph);  // it is the item's
            html_.text.erase(at, kParagraph.size());
            for (auto origin = html_.origins.rbegin();
                 origin != html_.origins.rend() && origin->offset > at; ++origin) {
                origin->offset -= std::min(origin->offset - at, kParagraph.size());
            }
            in_element_ = true;
        }
        begins_item_ = false;
    }

    // What is an element's content is in no paragraph: one that has begun ends before it.
    void begin_element(std::string_view text) {
        constexpr std::string_view kParagraph = "<p>";
        if (!text.starts_with(kElementMark) || !is_in_paragraph_ || spans_ > 0) {
            return;
        }
        if (html_.text.ends_with(kParagraph)) {
            html_.text.resize(html_.text.size() - kParagraph.size());
        } else {
            put("</p>\n");
        }
        in_element_ = true;
    }

    int put(std::string_view text) {
        html_.text += text;
        return 0;
    }

    void put_attribute(const MD_ATTRIBUTE& attribute) {
        append_escaped(html_.text, view(attribute), Escaping::kAttribute);
    }

    void put_title(const MD_ATTRIBUTE& title) {
        if (title.size > 0) {
            put("\" title=\"");
            put_attribute(title);
        }
    }

    int begin_ordered_list(const MD_BLOCK_OL_DETAIL& list) {
        return put(list.start == 1 ? "<ol>\n" : fmt::format("<ol start=\"{}\">\n", list.start));
    }

    int begin_item(const MD_BLOCK_LI_DETAIL& item) {
        put("<li>");
        if (item.is_task != 0) {
            put(item.task_mark == ' ' ? "<input disabled=\"\" type=\"checkbox\"> "
                                      : "<input checked=\"\" disabled=\"\" type=\"checkbox\"> ");
        }
        return 0;
    }

    int begin_code(const MD_BLOCK_CODE_DETAIL& code) {
        const FenceInfo fence = read_fence_info(view(code.info));
        put("<pre><code");
        if (fence.lines) {
            put(" data-line-numbers=\"");
            append_escaped(html_.text, *fence.lines, Escaping::kAttribute);
            put("\"");
        }
        if (!fence.first_number.empty()) {
            put(fmt::format(" data-ln-start-from=\"{}\"", fence.first_number));
        }
        put(" class=\"");
        if (!fence.language.empty()) {
            put(language_prefix_);
        }
        append_escaped(html_.text, fence.language, Escaping::kAttribute);
        return put("\">");
    }

    // marked's code does not have the end of its last line, so that a blank one before the fence
    // does not show; with early HTML no blanks at all before the closing fence.
    void end_code() {
        if (!has_marks_) {
            html_.text.resize(html_.text.size() - (html_.text.ends_with('\n') ? 1 : 0));
            return;
        }
        const std::size_t last = html_.text.find_last_not_of(ascii::kSpace);
        if (html_.text[last] != '>') {
            html_.text.resize(last + 1);
            while (!html_.origins.empty() && html_.origins.back().offset > last) {
                html_.origins.pop_back();
            }
        }
    }

    int begin_picture(const MD_SPAN_IMG_DETAIL& picture) {
        if (++pictures_ > 1) {
            return 0;
        }
        put("<img src=\"");
        put_attribute(picture.src);
        return put("\" alt=\"");
    }

    void name_heading() {
        std::string id = id_of_heading(heading_text_);
        const int before = ids_[id]++;
        if (before > 0) {
            id += fmt::format("-{}", before);
        }
        std::string attribute = " id=\"";
        append_escaped(attribute, id, Escaping::kAttribute);
        attribute += '"';
        html_.text.insert(heading_at_, attribute);
        for (auto mark = html_.origins.rbegin();
             mark != html_.origins.rend() && mark->offset > heading_at_; ++mark) {
            mark->offset += attribute.size();
        }
    }

    // Where the text was written, and so the blocks that it is the first text of.
    void mark(std::string_view text) {
        if (text.data() < text_.data() || text.data() >= text_.data() + text_.size()) {
            return;  // md4c's own: the end of a line, an expanded tab
        }
        const auto at = static_cast<std::size_t>(text.data() - text_.data());
        if (at > counted_to_) {
            lines_ += static_cast<int>(
                std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_to_),
                           text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
            counted_to_ = at;
        }
        begun_.push_back(html_.text.size());
        for (const std::size_t offset : begun_) {
            if (html_.origins.empty() || html_.origins.back().offset < offset || offset == 0) {
                html_.origins.push_back({offset, first_.line + lines_, first_.file});
            }
        }
        begun_.clear();
    }

    std::string_view text_;
    Origin first_;
    HtmlText html_;
    std::vector<std::size_t> begun_;  // offsets of blocks that no text has been seen of
    std::size_t counted_to_ = 0;
    int lines_ = 0;  // before counted_to_
    int pictures_ = 0;
    std::size_t heading_at_ = 0;  // of the `>` of its start tag
    std::string_view language_prefix_;
    bool names_headings_ = true;
    bool has_marks_ = false;   // with_early_html() has been at work
    bool in_element_ = false;  // the open paragraph is none
    bool is_in_paragraph_ = false;
    bool begins_item_ = false;       // no text of the item has been seen
    std::vector<bool> tight_items_;  // by line; empty: a list's items are all alike
    int spans_ = 0;                  // that are open
    std::string heading_text_;
    std::map<std::string, int> ids_;
};

Writer& writer(void* userdata) {
    return *static_cast<Writer*>(userdata);
}

}  // namespace

HtmlText commonmark_to_html(std::string_view written, Origin first, const Dialect& dialect) {
    std::string text = with_wide_delimiters(
        dialect.no_break_spaces ? std::string(written) : without_no_break_spaces(written));
    text = dialect.items_nest_early ? with_nested_items(text) : text;
    text = with_ended_tables(text, dialect.table_end);
    text = dialect.early_html ? with_early_html(text) : text;
    text = with_blocks_in_items(dialect.tables_end_paragraphs ? with_parted_tables(text) : text,
                                dialect.item_blocks);
    text = text.find('<') == text.npos ? text : with_block_marks(text);
    MD_PARSER parser{};
    parser.flags =
        MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS;
    parser.flags |= dialect.headings_need_space ? 0U : MD_FLAG_PERMISSIVEATXHEADERS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* userdata) {
        return writer(userdata).enter_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* userdata) {
        return writer(userdata).leave_block(type, detail);
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* userdata) {
        return writer(userdata).enter_span(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* userdata) {
        return writer(userdata).leave_span(type, detail);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* part, MD_SIZE size, void* userdata) {
        return writer(userdata).add_text(type, {part, size});
    };
    Writer html(text, first, dialect);
    md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &html);
    return html.take();
}

}  // namespace ghreveal::markdown::reveal
