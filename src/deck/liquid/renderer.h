// A template -> the text that it stands for.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "deck/liquid/budget.h"
#include "deck/liquid/filters.h"
#include "deck/liquid/liquid.h"
#include "deck/liquid/output_lines.h"
#include "deck/liquid/template.h"
#include "deck/liquid/variables.h"

namespace ghreveal::deck::liquid {

class Renderer {
public:
    explicit Renderer(const Context&);

    ExpandedSource run(const markdown::SourceLines&);

private:
    // An included file: the template's views are into the text.
    struct Included {
        std::string text;
        Template parsed;
        int file = 0;  // as markdown::Origin counts
    };

    Interrupt render(const Nodes&);
    Interrupt render_node(const Node&);
    Interrupt render_tag(const Text&, const Node&);
    Interrupt render_tag(const Raw&, const Node&);
    Interrupt render_tag(const Output&, const Node&);
    Interrupt render_tag(const If&, const Node&);
    Interrupt render_tag(const Case&, const Node&);
    Interrupt render_tag(const For&, const Node&);
    Interrupt render_tag(const TableRow&, const Node&);
    Interrupt render_tag(const Assign&, const Node&);
    Interrupt render_tag(const Capture&, const Node&);
    Interrupt render_tag(const Highlight&, const Node&);
    Interrupt render_tag(const Cycle&, const Node&);
    Interrupt render_tag(const Counter&, const Node&);
    Interrupt render_tag(const Interrupt&, const Node&);
    Interrupt render_tag(const Include&, const Node&);
    Interrupt render_tag(const PageAddress&, const Node&);
    Interrupt render_tag(const Unknown&, const Node&);

    Value value_of(const FilteredExpression&);
    Value filtered(const Value&, const Filter&);
    // What the nodes make, apart from the output.
    OutputLines captured(const Nodes&);

    // loops.cpp
    Array elements_for(const For&);
    Interrupt render_loop(const For&, const Array& elements);

    // include.cpp
    std::string rendered_markup(std::string_view markup);
    Object parameters(std::string_view markup);
    const Included& open_include(Folder, const std::string& name);
    std::filesystem::path find_include(Folder, const std::string& name);
    std::string shown_name(Folder, const std::string& name) const;
    void count_include(const Included&);

    markdown::Origin origin(int line) const { return {line, file_}; }
    SourcePosition position(markdown::Origin) const;
    void add_made(std::string_view text, const Node&);
    void leave_as_written(const Node&);
    void warn_of_template(const Template&);
    bool is_page_key(const Output&, const Node&) const;
    void warn_of_missing(const Output&, const Node&);
    // Only the first of a kind is said.
    void warn_once(const std::string& kind, int line, std::string what, std::string hint);

    const Context& context_;
    Budget budget_;
    Variables variables_;
    FilterContext filter_context_;
    OutputLines out_;
    int file_ = 0;
    std::vector<std::string> included_names_;
    std::map<std::filesystem::path, std::unique_ptr<Included>> included_;
    std::vector<std::filesystem::path> open_files_;
    std::size_t inclusions_ = 0;
    std::size_t included_bytes_ = 0;
    std::set<std::string> said_;
    std::unordered_map<std::string, std::size_t> loop_ends_;  // for `offset: continue`
    std::unordered_map<std::string, std::size_t> cycles_;
    std::unordered_map<std::string, std::int64_t> counters_;
    Value loop_;  // the innermost `forloop`
};

}  // namespace ghreveal::deck::liquid
