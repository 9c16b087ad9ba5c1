// A template taken apart: what the renderer walks through.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "deck/liquid/condition.h"
#include "deck/liquid/expression.h"

namespace ghreveal::deck::liquid {

struct Node;
using Nodes = std::vector<Node>;

struct Text {
    std::string_view text;
};
// What `raw` has in it: its white space stays.
struct Raw {
    std::string_view text;
};
struct Output {
    FilteredExpression value;
};
// `if`, `unless`, `elsif`: the first branch whose condition is met; `else` has none.
struct Branch {
    Condition condition;
    bool is_negated = false;
    Nodes body;
};
struct If {
    std::vector<Branch> branches;
};
struct When {
    std::vector<Expression> values;  // none: `else`
    Nodes body;
};
struct Case {
    Expression value;
    std::vector<When> branches;
};
struct For {
    std::string variable;
    std::string name;  // of its place, by which `offset: continue` goes on
    Expression collection;
    std::optional<Expression> limit;
    std::optional<Expression> offset;
    bool continues = false;
    bool is_reversed = false;
    Nodes body;
    Nodes otherwise;
};
// Cells in the rows of a table; all in one row without a number of columns.
struct TableRow {
    For loop;
    std::optional<Expression> columns;
};
struct Assign {
    std::string variable;
    FilteredExpression value;
};
struct Capture {
    std::string variable;
    Nodes body;
};
struct Highlight {
    std::string language;
    Nodes body;
};
struct Cycle {
    std::string group;
    std::vector<Expression> values;
};
struct Counter {
    std::string variable;
    int change = 1;  // `increment`; `decrement` is -1
};
enum class Interrupt : std::uint8_t { kNone, kBreak, kContinue };

enum class Folder : std::uint8_t { kIncludes, kDeck };
struct Include {
    Folder folder = Folder::kIncludes;
    std::string_view markup;  // the file and its parameters
};
// `link`, `post_url`: an address of another page of the site.
struct PageAddress {
    bool is_post = false;
    std::string_view markup;
};
// A tag that is not known: it stays as it is written.
struct Unknown {
    std::string_view name;
};

struct Node {
    int line = 0;
    std::string_view written;
    std::variant<Text, Raw, Output, If, Case, For, TableRow, Assign, Capture, Highlight, Cycle,
                 Counter, Interrupt, Include, PageAddress, Unknown>
        content;
};

// A block that is never ended goes on to the template's end.
struct Unclosed {
    std::string_view name;
    int line = 0;
};

// What Liquid stops at, or drops without a word.
struct Slip {
    int line = 0;
    std::string what;
    std::string hint;
};

struct Template {
    Nodes nodes;
    std::vector<Unclosed> unclosed;
    std::vector<Slip> slips;
    bool is_nested_too_deep = false;
};

// Whether a body shows nothing whatever happens; Liquid leaves the white space of such out.
bool is_blank(const Nodes&);
void drop_blank_texts(Nodes&);

// The template has views into the text.
Template parse_template(std::string_view text, int first_line, int most_nesting);

}  // namespace ghreveal::deck::liquid
