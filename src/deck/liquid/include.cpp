// `{% include FILE a="b" %}` from the site's `_includes`, `{% include_relative FILE %}` from the
// deck's folder.
#include <fmt/format.h>

#include <algorithm>

#include "deck/liquid/renderer.h"
#include "media/site.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/rules.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck::liquid {

namespace fs = std::filesystem;

namespace {

// The file's name ends at white space, but not inside `{{ … }}`.
std::size_t name_size(std::string_view markup) {
    std::size_t at = 0;
    while (at < markup.size() && !ascii::is_space(markup[at])) {
        const std::size_t end =
            markup.substr(at).starts_with("{{") ? markup.find("}}", at) : markup.npos;
        at = end == markup.npos ? at + 1 : end + 2;
    }
    return at;
}

// Takes a text in quotes, in which a backslash keeps a quote from ending it.
std::string take_quoted(std::string_view& markup) {
    const char quote = markup.front();
    std::string text;
    std::size_t at = 1;
    while (at < markup.size() && markup[at] != quote) {
        const bool is_escaped = markup[at] == '\\' && at + 1 < markup.size();
        if (is_escaped && markup[at + 1] != quote) {
            text += '\\';
        }
        at += is_escaped ? 1 : 0;
        text += markup[at++];
    }
    markup.remove_prefix(std::min(at + 1, markup.size()));
    return text;
}

}  // namespace

std::string Renderer::rendered_markup(std::string_view markup) {
    if (markup.find("{{") == markup.npos) {
        return std::string(markup);
    }
    const Template parsed = parse_template(markup, 1, context_.limits.liquid_nesting);
    return std::string(ascii::trimmed(captured(parsed.nodes).text()));
}

Object Renderer::parameters(std::string_view markup) {
    Object parameters;
    while (!markup.empty()) {
        const std::string_view name = take_name(markup);
        if (name.empty()) {
            markup.remove_prefix(1);
        } else if (take(markup, '=')) {
            markup.remove_prefix(std::min(markup.find_first_not_of(ascii::kSpace), markup.size()));
            const bool is_quoted =
                !markup.empty() && (markup.front() == '"' || markup.front() == '\'');
            parameters.set(std::string(name),
                           is_quoted
                               ? Value(take_quoted(markup))
                               : evaluated(parse_expression(take_fragment(markup)), variables_));
        }
    }
    return parameters;
}

Interrupt Renderer::render_tag(const Include& tag, const Node&) {
    const std::size_t size = name_size(tag.markup);
    const std::string name = rendered_markup(tag.markup.substr(0, size));
    const std::string_view parameter_markup = ascii::trimmed(tag.markup.substr(size));
    Variables::Scope scope(variables_);
    if (!parameter_markup.empty()) {
        scope.set("include", parameters(parameter_markup));
    }
    const Included& included = open_include(tag.folder, name);
    const int file = std::exchange(file_, included.file);
    const Interrupt interrupt = render(included.parsed.nodes);
    file_ = file;
    open_files_.pop_back();
    return interrupt;
}

const Renderer::Included& Renderer::open_include(Folder folder, const std::string& name) {
    const fs::path path = find_include(folder, name);
    std::unique_ptr<Included>& included = included_[path];
    if (included == nullptr) {
        if (!is_there(path)) {
            const std::string near = did_you_mean_file(path);
            throw Error(
                budget_.where(),
                fmt::format("'{}' cannot be included: there is no such file", name),
                near.empty() ? fmt::format("looked for {}", shown_name(folder, name)) : near,
                Rule::kMissingFile);
        }
        std::string text =
            utf8::sanitized(read_file(path, context_.limits.source_bytes, budget_.where()));
        text = replaced(text, {"\r\n", "\n"}, budget_);
        included = std::make_unique<Included>();
        included->text = std::move(text);
        included->parsed = parse_template(included->text, 1, context_.limits.liquid_nesting);
        included_names_.push_back(shown_name(folder, name));
        included->file = static_cast<int>(included_names_.size());
        const int file = std::exchange(file_, included->file);
        warn_of_template(included->parsed);
        file_ = file;
    }
    count_include(*included);
    open_files_.push_back(path);
    return *included;
}

void Renderer::count_include(const Included& included) {
    included_bytes_ += included.text.size();
    const Limits& limits = context_.limits;
    if (included_bytes_ > limits.expanded_bytes) {
        throw Error(budget_.where(), "the files that the deck includes are too large together",
                    limit_hint(limits, "expanded-bytes"));
    }
    if (inclusions_++ >= limits.included_files) {
        throw Error(budget_.where(), "files are included too often",
                    limit_hint(limits, "included-files"));
    }
}

fs::path Renderer::find_include(Folder folder, const std::string& name) {
    const std::string folder_name = filter_context_.site_value("includes_dir");
    const std::string address =
        folder == Folder::kDeck
            ? name
            : fmt::format("/{}/{}", folder_name.empty() ? "_includes" : folder_name, name);
    const auto file = media::resolve_file(context_.site, address);
    if (!file) {
        throw Error(
            budget_.where(), fmt::format("'{}' cannot be included: it is outside the site", name),
            fmt::format("move it below {}", context_.site.root.string()), Rule::kMissingFile);
    }
    if (std::find(open_files_.begin(), open_files_.end(), *file) != open_files_.end()) {
        throw Error(budget_.where(), fmt::format("'{}' includes itself", name),
                    "leave out the include that leads back to it");
    }
    if (open_files_.size() >= static_cast<std::size_t>(context_.limits.include_depth)) {
        throw Error(budget_.where(), "includes are nested too deep",
                    limit_hint(context_.limits, "include-depth"));
    }
    return *file;
}

// As the deck's own name is written: relative where that is.
std::string Renderer::shown_name(Folder folder, const std::string& name) const {
    const fs::path deck_folder = fs::path(context_.file).parent_path();
    if (folder == Folder::kDeck) {
        return (deck_folder / name).lexically_normal().string();
    }
    const fs::path up = context_.site.root.lexically_relative(context_.site.base);
    return (deck_folder / up / "_includes" / name).lexically_normal().string();
}

}  // namespace ghreveal::deck::liquid
