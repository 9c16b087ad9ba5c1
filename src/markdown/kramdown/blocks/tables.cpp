// kramdown's tables: rows of cells between bars; a line of dashes ends the header or begins a new
// body, one of equals signs begins the footer. None of these lines has to be there.
#include <algorithm>
#include <optional>

#include "markdown/kramdown/attributes.h"
#include "markdown/kramdown/blocks/blocks.h"
#include "markdown/kramdown/html_tag.h"
#include "support/ascii.h"
#include "support/limits.h"

namespace ghreveal::markdown::kramdown {

namespace {

// A bar at the beginning, or one further on that is not escaped.
bool has_bar(std::string_view line) {
    for (std::size_t at = line.find('|'); at != line.npos; at = line.find('|', at + 1)) {
        if (at == 0 || (line[at - 1] != '\\' && at >= 1)) {
            return true;
        }
    }
    return false;
}

bool is_separator(std::string_view line, char sign, std::string_view others) {
    return line.find(sign) != line.npos &&
           line.find_first_not_of(std::string(others) + sign) == line.npos;
}
bool is_separator_line(std::string_view line) {
    return is_separator(line, '-', "+|: \t");
}
bool is_footer_line(std::string_view line) {
    return is_separator(line, '=', "+|: \t");
}

// The bytes of a code span or of `<code>…</code>` at the text's beginning, in which bars are text.
std::size_t match_code(std::string_view text) {
    if (text.starts_with("<code")) {
        const std::size_t end = text.find("</code>");
        return end == text.npos ? 0 : end + 7;
    }
    const std::size_t ticks = std::min(text.find_first_not_of('`'), text.size());
    if (ticks == 0) {
        return 0;
    }
    const std::size_t end = text.find(text.substr(0, ticks), ticks);
    return end == text.npos ? ticks : end + ticks;
}

// A part of a table's text: code between backquotes, an element (whose text does not count), or
// the rest.
struct TablePart {
    std::string_view text;
    bool is_code = false;
};

// The bytes of the element at the text's beginning: to its end tag, or to the end of the text.
std::size_t match_element(std::string_view text) {
    const auto tag = match_start_tag(text);
    if (!tag || is_block_element(tag->name)) {
        return 0;
    }
    if (tag->is_closed || has_no_content(tag->name)) {
        return tag->size;
    }
    const std::size_t end = find_end_tag(text, tag->size, tag->name);
    const std::size_t close = end == text.npos ? end : text.find('>', end);
    return close == text.npos ? text.size() : close + 1;
}

std::vector<TablePart> parts_of_table(std::string_view text) {
    std::vector<TablePart> parts;
    std::size_t begin = 0;
    const auto take = [&](std::size_t at, std::size_t size, bool is_code) {
        if (at > begin) {
            parts.push_back({text.substr(begin, at - begin)});
        }
        parts.push_back({is_code ? text.substr(at, size) : std::string_view(), is_code});
        begin = at + size;
    };
    for (std::size_t at = 0; at < text.size();) {
        const bool is_code = text[at] == '`';
        const std::size_t size = is_code           ? match_code(text.substr(at))
                                 : text[at] == '<' ? match_element(text.substr(at))
                                                   : 0;
        const bool is_closed = is_code && text.substr(at, size).find_first_not_of('`') != text.npos;
        if (size > 0 && (is_closed || !is_code)) {
            take(at, size, is_code);
        }
        at += std::max<std::size_t>(size, 1);
    }
    if (begin < text.size()) {
        parts.push_back({text.substr(begin)});
    }
    return parts;
}

// Whether each line has a bar outside code and elements, as far as kramdown looks: code may reach
// over one end of a line that has one before it.
bool has_bar_on_each_line(std::string_view text) {
    bool has_one = false;
    for (const TablePart& part : parts_of_table(text)) {
        const auto lines =
            static_cast<std::size_t>(std::count(part.text.begin(), part.text.end(), '\n') + 1);
        if (part.is_code) {
            if (lines > 2 || (lines == 2 && !has_one)) {
                break;
            }
            has_one = has_one && lines == 1;
            continue;
        }
        if (lines > 1 && !has_one && !has_bar(part.text.substr(0, part.text.find('\n')))) {
            break;
        }
        const std::size_t last = part.text.rfind('\n');
        const std::string_view last_line =
            last == part.text.npos ? part.text : part.text.substr(last + 1);
        has_one = (has_one && lines == 1) || has_bar(last_line);
    }
    return has_one;
}

std::vector<std::string> split_cells(std::string_view row) {
    std::vector<std::string> cells(1);
    for (std::size_t at = 0; at < row.size();) {
        if (const std::size_t code =
                row[at] == '`' || row[at] == '<' ? match_code(row.substr(at)) : 0;
            code > 0) {
            cells.back() += row.substr(at, code);
            at += code;
        } else if (row[at] == '\\' && at + 1 < row.size() && row[at + 1] == '|') {
            cells.back() += '|';
            at += 2;
        } else if (row[at] == '|') {
            cells.emplace_back();
            ++at;
        } else {
            cells.back() += row[at++];
        }
    }
    return cells;
}

std::vector<Alignment> alignments_of(std::string_view separator) {
    std::vector<Alignment> alignments;
    for (std::size_t at = separator.find('-'); at != separator.npos; at = separator.find('-', at)) {
        const bool left = at > 0 && separator[at - 1] == ':';
        at = std::min(separator.find_first_not_of('-', at), separator.size());
        const bool right = at < separator.size() && separator[at] == ':';
        alignments.push_back(left && right ? Alignment::kCenter
                             : left        ? Alignment::kLeft
                             : right       ? Alignment::kRight
                                           : Alignment::kDefault);
    }
    return alignments;
}

class TableReader {
public:
    TableReader(BlockReader& reader, Element& table)
        : reader_(reader), pool_(reader.document.pool), table_(table) {
        const std::string_view line = reader.source.line();
        leading_bar_ = ascii::trimmed(line).starts_with('|');
    }

    // Gives whether there was a table.
    bool read() {
        Scanner& source = reader_.source;
        const std::size_t start = source.position();
        if (is_separator_line(source.line())) {
            source.skip_line();
        }
        while (!source.at_end() && has_bar(source.line())) {
            take_line(source.line());
            source.skip_line();
        }
        const std::string_view text =
            std::string_view(source.text().bytes()).substr(start, source.position() - start);
        if (!reader_.is_before_boundary() ||
            !has_bar_on_each_line(text.substr(0, text.size() - (text.ends_with('\n') ? 1 : 0)))) {
            return false;
        }
        if (!rows_.empty()) {
            add_part(has_footer_ ? ElementType::kTableFoot : ElementType::kTableBody, false);
        }
        const bool has_body =
            std::any_of(table_.children.begin(), table_.children.end(),
                        [](const Element* part) { return part->is(ElementType::kTableBody); });
        fill_rows();
        return has_body;
    }

private:
    void take_line(std::string_view line) {
        if (is_separator_line(line)) {
            if (rows_.empty()) {
                return;
            }
            if (table_.alignments.empty() && !has_footer_) {
                add_part(ElementType::kTableHead, false);
                table_.alignments = alignments_of(line);
            } else {
                add_part(ElementType::kTableBody, false);
            }
            return;
        }
        if (is_footer_line(line)) {
            if (!rows_.empty()) {
                add_part(ElementType::kTableBody, true);
            }
            has_footer_ = true;
            return;
        }
        add_row(line);
    }

    void add_part(ElementType type, bool even_in_footer) {
        if (has_footer_ && type == ElementType::kTableBody && !even_in_footer) {
            return;
        }
        Element& part = pool_.make(type, rows_.front()->origin);
        part.children = std::move(rows_);
        rows_.clear();
        table_.children.push_back(&part);
    }

    void add_row(std::string_view line) {
        const Origin origin = reader_.source.origin();
        Element& row = pool_.make(ElementType::kRow, origin);
        std::vector<std::string> cells = split_cells(line);
        if (leading_bar_ && ascii::is_blank(cells.front())) {
            cells.erase(cells.begin());
        }
        if (!cells.empty() && ascii::is_blank(cells.back())) {
            cells.pop_back();
        }
        for (const std::string& cell : cells) {
            Element& element = pool_.make(ElementType::kCell, origin);
            Element& text = pool_.make(ElementType::kRawText, origin);
            text.text.append(ascii::trimmed(cell), origin);
            element.children.push_back(&text);
            row.children.push_back(&element);
        }
        columns_ = std::max(columns_, cells.size());
        rows_.push_back(&row);
    }

    // Every row gets a cell for every column.
    void fill_rows() {
        const std::size_t columns = std::min(columns_, FixedLimits::filled_table_columns);
        for (const Element* part : table_.children) {
            for (Element* row : part->children) {
                while (row->children.size() < columns) {
                    row->children.push_back(&pool_.make(ElementType::kCell, row->origin));
                }
            }
        }
        table_.alignments.resize(columns_, Alignment::kDefault);
    }

    BlockReader& reader_;
    ElementPool& pool_;
    Element& table_;
    std::vector<Element*> rows_;
    std::size_t columns_ = 0;
    bool leading_bar_ = false;
    bool has_footer_ = false;
};

}  // namespace

bool take_table(BlockReader& reader) {
    const std::string_view line = reader.source.line();
    const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
    if (start > 3 || start == line.size() || line[start] == '\t' || !has_bar(line.substr(start)) ||
        !reader.is_after_boundary()) {
        return false;
    }
    const std::size_t position = reader.source.position();
    const auto attributes = reader.attributes;
    Element& table = reader.make(ElementType::kTable);
    if (!TableReader(reader, table).read()) {
        reader.source.move_to(position);
        reader.attributes = attributes;
        return false;
    }
    reader.tree.children.push_back(&table);
    return true;
}

}  // namespace ghreveal::markdown::kramdown
