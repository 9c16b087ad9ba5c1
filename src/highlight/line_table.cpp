#include "highlight/line_table.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/ascii.h"

namespace ghreveal::highlight {

namespace {

using LineRanges = std::vector<std::pair<int, int>>;  // first and last, from 1

int number_in(std::string_view text, int otherwise) {
    text = ascii::trimmed(text);
    int number = otherwise;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc{} ? number : otherwise;
}

// "1,4-8"
LineRanges read_ranges(std::string_view text) {
    LineRanges ranges;
    for (const std::string_view part : ascii::split(text, ',')) {
        const std::size_t dash = part.find('-');
        const int first = number_in(part.substr(0, dash), 0);
        const int last = dash == part.npos ? first : number_in(part.substr(dash + 1), first);
        if (first > 0) {
            ranges.emplace_back(first, last);
        }
    }
    return ranges;
}

bool contains(const LineRanges& ranges, int line) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const auto& range) {
        return range.first <= line && line <= range.second;
    });
}

// Takes a tree of coloured spans apart into lines; a span over several is repeated in each.
class LineSplitter {
public:
    explicit LineSplitter(dom::Document& document) : document_(document) { begin_line(); }

    void add(const dom::Node& node) {
        if (node.is_text()) {
            add_text(node);
            return;
        }
        if (node.is_element("br")) {
            begin_line();
            return;
        }
        open_.push_back(&node);
        open_on_line(node);
        for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
            add(*child);
        }
        open_.pop_back();
        places_.pop_back();
    }

    // Each line's cell; a last line without text is none.
    std::vector<dom::Node*> take() {
        if (lines_.size() > 1 && ascii::is_blank(dom::text_content(*lines_.back()))) {
            lines_.pop_back();
        }
        return std::move(lines_);
    }

private:
    void begin_line() {
        dom::Node& cell = document_.create_element("td");
        lines_.push_back(&cell);
        places_ = {&cell};
        for (const dom::Node* span : open_) {
            open_on_line(*span);
        }
    }

    void open_on_line(const dom::Node& span) {
        dom::Node& copy = document_.create_element(span.name);
        copy.attributes = span.attributes;
        dom::place_at(copy, span);
        document_.append_child(*places_.back(), copy);
        places_.push_back(&copy);
    }

    void add_text(const dom::Node& node) {
        std::string_view text = node.text;
        int line = node.line;
        while (true) {
            const std::size_t end = text.find('\n');
            if (end != 0 && !text.empty()) {
                std::string_view part = text.substr(0, end);
                part.remove_suffix(part.ends_with('\r') ? 1 : 0);
                dom::Node& piece = document_.create_text(part);
                piece.line = line;
                piece.file = node.file;
                document_.append_child(*places_.back(), piece);
            }
            if (end == text.npos) {
                return;
            }
            text.remove_prefix(end + 1);
            line += line > 0 ? 1 : 0;
            begin_line();
        }
    }

    dom::Document& document_;
    std::vector<dom::Node*> lines_;
    std::vector<const dom::Node*> open_;
    std::vector<dom::Node*> places_;  // on the current line: its cell, then the spans open
};

class TableMaker {
public:
    TableMaker(dom::Document& document, dom::Node& code, LineTable kind)
        : document_(document), code_(code), kind_(kind) {}

    void make() {
        LineSplitter splitter(document_);
        while (code_.first_child != nullptr) {
            dom::Node& child = *code_.first_child;
            splitter.add(child);
            document_.remove(child);
        }
        const std::string* from = code_.attribute("data-ln-start-from");
        const int first = from == nullptr ? 1 : number_in(*from, 1);
        const LineRanges ranges = read_ranges(*code_.attribute("data-line-numbers"));
        dom::Node& table = add(code_, "table", "hljs-ln");
        dom::Node& body = add(table, "tbody", "");
        int line = 0;
        bool has_highlights = false;
        for (dom::Node* cell : splitter.take()) {
            const bool is_highlighted = contains(ranges, ++line);
            has_highlights = has_highlights || is_highlighted;
            add_row(body, *cell, first + line - 1, is_highlighted);
        }
        code_.add_class(has_highlights ? "has-highlights" : "");
    }

private:
    dom::Node& add(dom::Node& parent, std::string_view name, std::string_view classes) {
        dom::Node& element = document_.create_element(name);
        dom::place_at(element, code_);
        element.add_class(classes);
        document_.append_child(parent, element);
        return element;
    }

    void add_row(dom::Node& body, dom::Node& cell, int number, bool is_highlighted) {
        const std::string written = std::to_string(number);
        dom::Node& row = add(body, "tr", is_highlighted ? "highlight-line" : "");
        if (cell.first_child == nullptr) {
            document_.append_child(cell, document_.create_text(" "));
        }
        if (kind_ == LineTable::kOfBlocks) {
            add_blocks(row, cell, written);
            return;
        }
        dom::Node& numbers = add(row, "td", "hljs-ln-line hljs-ln-numbers");
        numbers.set_attribute("data-line-number", written);
        add(numbers, "div", "hljs-ln-n").set_attribute("data-line-number", written);
        cell.add_class("hljs-ln-line hljs-ln-code");
        cell.set_attribute("data-line-number", written);
        document_.append_child(row, cell);
    }

    // The cell becomes the block in another.
    void add_blocks(dom::Node& row, dom::Node& cell, const std::string& number) {
        dom::Node& numbers = add(row, "td", "hljs-ln-numbers");
        add(numbers, "div", "hljs-ln-line hljs-ln-n").set_attribute("data-line-number", number);
        cell.name = "div";
        cell.add_class("hljs-ln-line");
        document_.append_child(add(row, "td", "hljs-ln-code"), cell);
    }

    dom::Document& document_;
    dom::Node& code_;
    LineTable kind_;
};

}  // namespace

void make_line_table(dom::Document& document, dom::Node& code, LineTable kind) {
    TableMaker(document, code, kind).make();
}

}  // namespace ghreveal::highlight
