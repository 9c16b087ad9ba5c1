#include "deck/liquid/renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "deck/liquid/slips.h"
#include "markdown/kramdown/kramdown.h"
#include "support/ascii.h"
#include "support/html_escape.h"
#include "support/rules.h"

namespace ghreveal::deck::liquid {

namespace {

// Names that a page of Jekyll's may ask for whether or not they have a value there.
constexpr std::array<std::string_view, 9> kKnownNames{
    "page", "site", "include", "layout", "forloop", "content", "jekyll", "paginator", "theme"};

// How a filter says on the page that it cannot do what it is asked for.
constexpr std::string_view kErrorText = "Liquid error";

Object jekyll_values() {
    const char* environment = std::getenv("JEKYLL_ENV");
    Object jekyll;
    jekyll.set("environment", environment != nullptr ? environment : "development");
    jekyll.set("version", "4.3.1");  // whose Liquid this is
    return jekyll;
}

// The clock is no input: the same deck gives the same bytes on any day.
std::optional<Moment> time_of_build() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    return epoch != nullptr ? parse_moment(epoch) : std::nullopt;
}

std::string markdown_html(const std::string& text, const Limits& limits) {
    return markdown::kramdown::markdown_to_html(markdown::split_lines(text, {1, 0}), limits)
        .html.text;
}

}  // namespace

Renderer::Renderer(const Context& context)
    : context_(context),
      budget_(context.limits),
      variables_(Object([this](const std::string& name) -> Value {
                     if (name == "page") {
                         return context_.page();
                     }
                     if (name == "site") {
                         return context_.site_values();
                     }
                     return name == "jekyll" ? Value(jekyll_values()) : Value();
                 }),
                 budget_),
      filter_context_{
          budget_, variables_,
          [this](const std::string& key) {
              const Value site = context_.site_values();
              return site.object() == nullptr ? "" : to_text(site.object()->get(key));
          },
          [this](const std::string& text) { return markdown_html(text, context_.limits); },
          time_of_build()} {}

ExpandedSource Renderer::run(const markdown::SourceLines& lines) {
    std::string text;
    for (const markdown::SourceLine& line : lines) {
        text += line.text;
        text += '\n';
    }
    const int first_line = lines.empty() ? 1 : lines.front().origin.line;
    const Template parsed = parse_template(text, first_line, context_.limits.liquid_nesting);
    warn_of_template(parsed);
    render(parsed.nodes);
    return {out_.take(), std::move(included_names_)};
}

SourcePosition Renderer::position(markdown::Origin origin) const {
    return {origin.file > 0 ? included_names_[static_cast<std::size_t>(origin.file) - 1]
                            : context_.file,
            origin.line};
}

Interrupt Renderer::render(const Nodes& nodes) {
    for (const Node& node : nodes) {
        const Interrupt interrupt = render_node(node);
        if (interrupt != Interrupt::kNone) {
            return interrupt;
        }
    }
    return Interrupt::kNone;
}

Interrupt Renderer::render_node(const Node& node) {
    budget_.move_to(position(origin(node.line)));
    budget_.spend_steps(1);
    return std::visit([&](const auto& content) { return render_tag(content, node); }, node.content);
}

Interrupt Renderer::render_tag(const Text& text, const Node& node) {
    budget_.spend_bytes(text.text.size());
    out_.add_written(text.text, origin(node.line));
    return Interrupt::kNone;
}

Interrupt Renderer::render_tag(const Raw& raw, const Node& node) {
    return render_tag(Text{raw.text}, node);
}

void Renderer::add_made(std::string_view text, const Node& node) {
    budget_.spend_bytes(text.size());
    out_.add_made(text, origin(node.line));
}

Interrupt Renderer::render_tag(const Output& output, const Node& node) {
    const Value value = value_of(output.value);
    if (value.is_nil()) {
        warn_of_missing(output, node);
    }
    add_made(to_text(value), node);
    return Interrupt::kNone;
}

Interrupt Renderer::render_tag(const If& tag, const Node&) {
    for (const Branch& branch : tag.branches) {
        budget_.spend_steps(branch.condition.size());
        if (branch.condition.empty() || is_met(branch.condition, variables_) != branch.is_negated) {
            return render(branch.body);
        }
    }
    return Interrupt::kNone;
}

Interrupt Renderer::render_tag(const Case& tag, const Node&) {
    bool found = false;
    for (const When& branch : tag.branches) {
        budget_.spend_steps(branch.values.size());
        const bool is_else = branch.values.empty();
        const bool is_wanted =
            is_else
                ? !found
                : std::any_of(branch.values.begin(), branch.values.end(), [&](const auto& value) {
                      return are_equal(tag.value, value, variables_);
                  });
        if (!is_wanted) {
            continue;
        }
        found = true;
        const Interrupt interrupt = render(branch.body);
        if (interrupt != Interrupt::kNone) {
            return interrupt;
        }
    }
    return Interrupt::kNone;
}

Interrupt Renderer::render_tag(const Assign& tag, const Node&) {
    variables_.assign(tag.variable, value_of(tag.value));
    return Interrupt::kNone;
}

OutputLines Renderer::captured(const Nodes& nodes) {
    OutputLines before;
    std::swap(before, out_);
    render(nodes);
    std::swap(before, out_);
    return before;
}

Interrupt Renderer::render_tag(const Capture& tag, const Node&) {
    variables_.assign(tag.variable, captured(tag.body).text());
    return Interrupt::kNone;
}

Interrupt Renderer::render_tag(const Highlight& tag, const Node& node) {
    std::string language = tag.language;
    std::replace(language.begin(), language.end(), '+', '-');
    add_made(
        fmt::format("\n"
                    R"(<figure class="highlight"><pre><code class="language-{}" data-lang="{}">)",
                    language, tag.language),
        node);
    markdown::SourceLines lines = captured(tag.body).take();
    const auto is_empty = [](const markdown::SourceLine& line) { return line.text.empty(); };
    lines.erase(lines.begin(), std::find_if_not(lines.begin(), lines.end(), is_empty));
    while (!lines.empty() && is_empty(lines.back())) {
        lines.pop_back();
    }
    for (markdown::SourceLine& line : lines) {
        line.text =
            replaced(escaped_html(line.text, HtmlPlace::kAttribute), {"'", "&#39;"}, budget_);
    }
    out_.add_lines(lines);
    add_made("</code></pre></figure>\n", node);
    return Interrupt::kNone;
}

Interrupt Renderer::render_tag(const Cycle& tag, const Node& node) {
    std::size_t& at = cycles_[tag.group];
    add_made(to_text(evaluated(tag.values[at % tag.values.size()], variables_)), node);
    ++at;
    return Interrupt::kNone;
}

// `increment` shows the number before, `decrement` the one after; no other variable is it.
Interrupt Renderer::render_tag(const Counter& tag, const Node& node) {
    std::int64_t& number = counters_[tag.variable];
    const std::int64_t before = number;
    number += tag.change;
    add_made(std::to_string(tag.change > 0 ? before : number), node);
    return Interrupt::kNone;
}

Interrupt Renderer::render_tag(const Interrupt& interrupt, const Node&) {
    return interrupt;
}

Interrupt Renderer::render_tag(const PageAddress& tag, const Node& node) {
    const std::string name = rendered_markup(tag.markup);
    const auto address = context_.page_address({name, tag.is_post});
    if (address) {
        add_made(*address, node);
        return Interrupt::kNone;
    }
    context_.diagnostics.warn(Rule::kLiquid, position(origin(node.line)),
                              fmt::format("the site has no page '{}'", name),
                              "the tag is left as written");
    leave_as_written(node);
    return Interrupt::kNone;
}

void Renderer::leave_as_written(const Node& node) {
    budget_.spend_bytes(node.written.size());
    out_.add_written(node.written, origin(node.line));
}

Interrupt Renderer::render_tag(const Unknown& tag, const Node& node) {
    const std::string name(tag.name);
    const Complaint complaint = complaint_of(name);
    warn_once("tag " + name, node.line, fmt::format(fmt::runtime(complaint.what), node.written),
              complaint.hint);
    leave_as_written(node);
    return Interrupt::kNone;
}

Value Renderer::value_of(const FilteredExpression& filtered_expression) {
    Value value = evaluated(filtered_expression.value, variables_);
    for (const Filter& filter : filtered_expression.filters) {
        value = filtered(value, filter);
    }
    return value;
}

Value Renderer::filtered(const Value& value, const Filter& filter) {
    const FilterFunction function = find_filter(filter.name);
    if (function == nullptr) {
        const SourcePosition where = budget_.where();
        warn_once("filter " + filter.name, where.line,
                  fmt::format("unknown Liquid filter '{}'", filter.name),
                  "the value is left as it is");
        return value;
    }
    Arguments arguments;
    for (const Expression& argument : filter.arguments) {
        arguments.values.push_back(evaluated(argument, variables_));
    }
    for (const auto& [name, argument] : filter.named) {
        arguments.named.emplace_back(name, evaluated(argument, variables_));
    }
    budget_.spend_steps(1);
    Value result = function(value, arguments, filter_context_);
    if (const std::string* error = result.string();
        error != nullptr && error->starts_with(kErrorText) && result != value) {
        warn_once(*error, budget_.where().line, *error,
                  "it is shown on the slide, as Liquid has it");
    }
    budget_.spend_bytes(result.string() != nullptr ? result.string()->size() : 0);
    return result;
}

void Renderer::warn_of_template(const Template& parsed) {
    for (const Unclosed& block : parsed.unclosed) {
        context_.diagnostics.warn(Rule::kLiquid, position(origin(block.line)),
                                  fmt::format("'{{% {} %}}' is not ended", block.name),
                                  fmt::format("end it with {{% end{} %}}", block.name));
    }
    for (const Slip& slip : parsed.slips) {
        context_.diagnostics.warn(Rule::kLiquid, position(origin(slip.line)), slip.what, slip.hint);
    }
    if (parsed.is_nested_too_deep) {
        warn_once("nesting", 0, "Liquid's blocks are nested too deep; the inner ones are left",
                  limit_hint(context_.limits, "liquid-nesting"));
    }
}

// What the deck itself asks for by its key, `page.subtitle`, `site.data.x`. Includes are written
// for pages that have it and for others that do not.
bool Renderer::is_page_key(const Output& output, const Node& node) const {
    const std::vector<Expression>& parts = output.value.value.parts;
    if (parts.size() < 2 || !output.value.filters.empty() || origin(node.line).file > 0) {
        return false;
    }
    const std::string owner = to_text(parts[0].literal);
    return owner == "page" || (owner == "site" && to_text(parts[1].literal) == "data");
}

void Renderer::warn_of_missing(const Output& output, const Node& node) {
    const Expression& value = output.value.value;
    if (value.kind != Expression::Kind::kVariable) {
        return;
    }
    const std::string name = value.parts.empty() ? "" : to_text(value.parts[0].literal);
    if (is_page_key(output, node)) {
        const std::string written = fmt::format("{}", node.written);
        warn_once("key " + written, node.line,
                  fmt::format("'{}' has no value, and shows nothing", written),
                  name == "page" ? "set it in the front matter, or write `| default: \"\"`"
                                 : "set it in _data, or write `| default: \"\"`");
        return;
    }
    const bool is_known =
        std::find(kKnownNames.begin(), kKnownNames.end(), name) != kKnownNames.end() ||
        variables_.has(name);
    if (!is_known) {
        warn_once("variable " + (value.parts.empty() ? std::string(node.written) : name), node.line,
                  fmt::format("'{}' has no value, and shows nothing", node.written),
                  "write {% raw %}…{% endraw %} around braces that are meant as text");
    }
}

void Renderer::warn_once(const std::string& kind, int line, std::string what, std::string hint) {
    if (said_.insert(kind).second) {
        context_.diagnostics.warn(Rule::kLiquid, position(origin(line)), std::move(what),
                                  std::move(hint));
    }
}

ExpandedSource apply_liquid(markdown::SourceLines lines, const Context& context) {
    const bool has_tags =
        std::any_of(lines.begin(), lines.end(), [](const markdown::SourceLine& line) {
            return line.text.find("{%") != std::string::npos ||
                   line.text.find("{{") != std::string::npos;
        });
    if (!has_tags) {
        return {std::move(lines), {}};
    }
    return Renderer(context).run(lines);
}

}  // namespace ghreveal::deck::liquid
