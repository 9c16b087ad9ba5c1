#include "deck/liquid.h"

#include <fmt/format.h>

#include "support/file.h"

namespace ghreveal::deck {

namespace {

// One {% … %} or {{ … }} in a line.
struct Tag {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_output = false;  // {{ … }}
    std::string_view content;
};

bool find_tag(std::string_view line, std::size_t from, Tag& tag) {
    for (std::size_t at = line.find('{', from);
         at != std::string_view::npos && at + 1 < line.size(); at = line.find('{', at + 1)) {
        tag.is_output = line[at + 1] == '{';
        if (!tag.is_output && line[at + 1] != '%') {
            continue;
        }
        const std::size_t close = line.find(tag.is_output ? "}}" : "%}", at + 2);
        if (close == std::string_view::npos) {
            continue;
        }
        tag.begin = at;
        tag.end = close + 2;
        tag.content = line.substr(at + 2, close - at - 2);
        // {%- and -%} ask for white space to be trimmed; blocks are alone on their lines here.
        if (tag.content.starts_with('-')) {
            tag.content.remove_prefix(1);
        }
        if (tag.content.ends_with('-')) {
            tag.content.remove_suffix(1);
        }
        tag.content = trimmed(tag.content);
        return true;
    }
    return false;
}

class Expander {
public:
    explicit Expander(const LiquidContext& context) : context_(context) {}

    SourceLines expand(SourceLines lines, int depth) {
        SourceLines out;
        for (SourceLine& line : lines) {
            expand_line(line, depth, out);
        }
        return out;
    }

private:
    enum class Mode { kText, kRaw, kComment };

    void expand_line(const SourceLine& line, int depth, SourceLines& out) {
        std::string text;
        std::size_t at = 0;
        Tag tag;
        bool only_control = false;
        while (find_tag(line.text, at, tag)) {
            append(text, std::string_view(line.text).substr(at, tag.begin - at));
            only_control |= handle_tag(tag, line, depth, text, out);
            at = tag.end;
        }
        append(text, std::string_view(line.text).substr(at));
        // A line that held nothing but {% raw %} and the like leaves no empty line.
        if (!(only_control && is_blank(text)) && (mode_ != Mode::kComment || !text.empty())) {
            out.push_back({std::move(text), line.number});
        }
    }

    void append(std::string& text, std::string_view part) const {
        if (mode_ != Mode::kComment) {
            text += part;
        }
    }

    // Gives whether the tag leaves nothing where it stood.
    bool handle_tag(const Tag& tag, const SourceLine& line, int depth, std::string& text,
                    SourceLines& out) {
        const std::string_view written =
            std::string_view(line.text).substr(tag.begin, tag.end - tag.begin);
        const std::string_view name = tag.content.substr(0, tag.content.find_first_of(" \t"));
        const std::string_view rest = trimmed(tag.content.substr(name.size()));
        if (mode_ != Mode::kText) {
            const std::string_view closing = mode_ == Mode::kRaw ? "endraw" : "endcomment";
            if (!tag.is_output && name == closing) {
                mode_ = Mode::kText;
                return true;
            }
            append(text, written);
            return false;
        }
        if (tag.is_output) {
            output_value(tag.content, written, line.number, text);
            return false;
        }
        if (name == "raw" || name == "comment") {
            mode_ = name == "raw" ? Mode::kRaw : Mode::kComment;
            return true;
        }
        if (name == "include_relative") {
            include(rest, line.number, depth, text, out);
            return true;
        }
        if (name == "highlight" || name == "endhighlight") {
            text += name == "highlight" ? fmt::format("```{}", rest.substr(0, rest.find(' ')))
                                        : std::string("```");
            return false;
        }
        context_.diagnostics.warn({context_.file, line.number},
                                  fmt::format("unknown Liquid tag '{}'", written),
                                  "it is left as written");
        text += written;
        return false;
    }

    void output_value(std::string_view expression, std::string_view written, int line,
                      std::string& text) const {
        const std::string key(trimmed(expression.substr(0, expression.find('|'))));
        if (key.starts_with("page.")) {
            const auto value = context_.page.find(key.substr(5));
            text += value == context_.page.end() ? "" : value->second;
        } else if (key.starts_with("site.")) {
            text += context_.site_value(key.substr(5));
        } else {
            context_.diagnostics.warn({context_.file, line},
                                      fmt::format("unknown Liquid tag '{}'", written),
                                      "it is left as written");
            text += written;
        }
    }

    void include(std::string_view name, int line, int depth, std::string& text, SourceLines& out) {
        const SourcePosition where{context_.file, line};
        if (depth >= context_.limits.include_depth) {
            throw Error(where, "includes are nested too deep", "does a file include itself?");
        }
        const auto file = media::resolve_file(context_.site, name);
        if (!file) {
            throw Error(where,
                        fmt::format("'{}' cannot be included: it is outside the site", name));
        }
        const std::string content = read_file(*file, context_.limits.source_bytes, where);
        expanded_bytes_ += content.size();
        if (expanded_bytes_ > context_.limits.expanded_bytes) {
            throw Error(where, "the included files are too large together");
        }
        SourceLines lines = split_lines(content, 0);
        for (SourceLine& included : lines) {
            included.number = line;
        }
        if (!is_blank(text)) {
            out.push_back({text, line});
        }
        text.clear();
        for (SourceLine& included : expand(std::move(lines), depth + 1)) {
            out.push_back(std::move(included));
        }
    }

    const LiquidContext& context_;
    Mode mode_ = Mode::kText;
    std::size_t expanded_bytes_ = 0;
};

bool has_tags(const SourceLines& lines) {
    for (const SourceLine& line : lines) {
        if (line.text.find("{%") != std::string::npos ||
            line.text.find("{{") != std::string::npos) {
            return true;
        }
    }
    return false;
}

}  // namespace

SourceLines apply_liquid(SourceLines lines, const LiquidContext& context) {
    if (!has_tags(lines)) {
        return lines;
    }
    return Expander(context).expand(std::move(lines), 0);
}

}  // namespace ghreveal::deck
