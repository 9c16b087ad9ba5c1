#include "deck/liquid.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "support/ascii.h"
#include "support/file.h"
#include "support/limit_names.h"
#include "support/rules.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck {

namespace {

// Long enough that no code in it ends it.
constexpr std::string_view kFence = "~~~~~~~~~~~~";

// One {% … %} or {{ … }} in a line.
struct Tag {
    std::string_view written;
    std::string_view content;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_output = false;     // {{ … }}
    bool trims_before = false;  // {%- … %}
    bool trims_after = false;   // {% … -%}

    std::string_view name() const { return content.substr(0, content.find_first_of(" \t")); }
    std::string_view arguments() const { return ascii::trimmed(content.substr(name().size())); }
};

std::optional<Tag> find_tag(std::string_view line, std::size_t from) {
    for (std::size_t at = line.find('{', from);
         at != std::string_view::npos && at + 1 < line.size(); at = line.find('{', at + 1)) {
        Tag tag;
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
        tag.written = line.substr(at, tag.end - at);
        tag.content = line.substr(at + 2, close - at - 2);
        tag.trims_before = tag.content.starts_with('-');
        tag.content.remove_prefix(tag.trims_before ? 1 : 0);
        tag.trims_after = tag.content.ends_with('-');
        tag.content.remove_suffix(tag.trims_after ? 1 : 0);
        tag.content = ascii::trimmed(tag.content);
        return tag;
    }
    return std::nullopt;
}

void trim_end(std::string& text) {
    text.resize(text.find_last_not_of(ascii::kSpace) + 1);
}

class Expander {
public:
    explicit Expander(const LiquidContext& context) : context_(context) {}

    ExpandedSource run(const markdown::SourceLines& lines) {
        expand_file(lines);
        return std::move(out_);
    }

private:
    enum class Mode { kText, kRaw, kComment, kHighlight };

    // The line that is being made.
    struct Line {
        std::string text;
        markdown::Origin origin;
        bool had_tag = false;  // one that leaves nothing where it stood
    };

    SourcePosition position(markdown::Origin origin) const {
        const bool included = origin.file > 0;
        return {included ? out_.included_files[static_cast<std::size_t>(origin.file) - 1]
                         : context_.file,
                origin.line};
    }

    void expand_file(const markdown::SourceLines& lines) {
        mode_ = Mode::kText;
        for (const markdown::SourceLine& line : lines) {
            expand_line(line);
        }
        if (mode_ != Mode::kText) {
            context_.diagnostics.warn(Rule::kLiquid, position(opened_at_),
                                      fmt::format("'{{% {} %}}' is not ended", opened_name_),
                                      fmt::format("end it with {{% end{} %}}", opened_name_));
            if (mode_ == Mode::kHighlight) {
                push({std::string(kFence), opened_at_, false});
            }
        }
        mode_ = Mode::kText;
    }

    void expand_line(const markdown::SourceLine& source) {
        const std::string_view written = source.text;
        Line line{"", source.origin, false};
        std::size_t at = 0;
        while (const auto tag = find_tag(written, at)) {
            append(line.text, written.substr(at, tag->begin - at));
            handle(*tag, line);
            at = tag->end;
            if (tag->trims_after) {
                at = std::min(written.find_first_not_of(ascii::kSpace, at), written.size());
            }
        }
        append(line.text, written.substr(at));
        // A line that held nothing but {% raw %} and the like leaves no empty line.
        const bool leaves_nothing = (line.had_tag && ascii::is_blank(line.text)) ||
                                    (mode_ == Mode::kComment && line.text.empty());
        if (!leaves_nothing) {
            push(std::move(line));
        }
    }

    void push(Line line) {
        expanded_bytes_ += line.text.size() + 1;
        if (expanded_bytes_ > context_.limits.expanded_bytes) {
            throw Error(position(line.origin), "the deck and what it includes are too large",
                        limit_hint(context_.limits, "expanded-bytes"));
        }
        out_.lines.push_back({std::move(line.text), line.origin});
    }

    void append(std::string& text, std::string_view part) const {
        if (mode_ != Mode::kComment) {
            text += part;
        }
    }

    void handle(const Tag& tag, Line& line) {
        if (mode_ == Mode::kRaw || mode_ == Mode::kComment) {
            if (!tag.is_output && tag.name() == "end" + opened_name_) {
                mode_ = Mode::kText;
                line.had_tag = true;
            } else {
                append(line.text, tag.written);
            }
            return;
        }
        if (tag.trims_before) {
            trim_end(line.text);
        }
        if (tag.is_output) {
            return output_value(tag, line);
        }
        const std::string_view name = tag.name();
        if (name == "raw" || name == "comment") {
            enter(name == "raw" ? Mode::kRaw : Mode::kComment, tag, line);
        } else if (name == "highlight" && mode_ == Mode::kText) {
            begin_code(tag, line);
        } else if (name == "endhighlight" && mode_ == Mode::kHighlight) {
            end_code(line);
        } else if (name == "include_relative") {
            include(tag, line);
        } else {
            leave_as_written(tag, line, "unknown Liquid tag");
        }
    }

    void enter(Mode mode, const Tag& tag, Line& line) {
        mode_ = mode;
        opened_name_ = tag.name();
        opened_at_ = line.origin;
        line.had_tag = true;
    }

    void leave_as_written(const Tag& tag, Line& line, const char* what) const {
        context_.diagnostics.warn(Rule::kLiquid, position(line.origin),
                                  fmt::format("{} '{}'", what, tag.written),
                                  "it is left as written");
        line.text += tag.written;
    }

    void output_value(const Tag& tag, Line& line) const {
        const std::string_view key = tag.content;
        const bool literal = key.size() >= 2 && (key[0] == '"' || key[0] == '\'') &&
                             key.find(key[0], 1) == key.size() - 1;
        if (literal) {
            line.text += key.substr(1, key.size() - 2);
        } else if (key.find('|') != std::string_view::npos) {
            leave_as_written(tag, line, "unknown Liquid filter in");
        } else if (key.starts_with("page.")) {
            line.text += context_.page(std::string(key.substr(5))).value_or("");
        } else if (key.starts_with("site.")) {
            line.text += context_.site_values(std::string(key.substr(5))).value_or("");
        } else {
            leave_as_written(tag, line, "unknown Liquid tag");
        }
    }

    // {% highlight LANG %} becomes fenced code: whatever stands around it goes on lines of its own.
    void begin_code(const Tag& tag, Line& line) {
        const std::string_view arguments = tag.arguments();
        const std::string_view language = arguments.substr(0, arguments.find_first_of(" \t"));
        const std::string indentation = ascii::is_blank(line.text) ? line.text : std::string();
        if (!ascii::is_blank(line.text)) {
            push(line);
        }
        push({fmt::format("{}{} {}", indentation, kFence, language), line.origin, false});
        line.text.clear();
        enter(Mode::kHighlight, tag, line);
        code_indentation_ = indentation;
    }

    void end_code(Line& line) {
        if (!ascii::is_blank(line.text)) {
            push(line);
        }
        push({fmt::format("{}{}", code_indentation_, kFence), line.origin, false});
        line.text.clear();
        line.had_tag = true;
        mode_ = Mode::kText;
    }

    void include(const Tag& tag, Line& line) {
        const SourcePosition where = position(line.origin);
        const std::string_view arguments = tag.arguments();
        const std::string name(arguments.substr(0, arguments.find_first_of(" \t")));
        if (name.size() < arguments.size()) {
            context_.diagnostics.warn(Rule::kLiquid, where, "an include's parameters are not read");
        }
        const std::filesystem::path file = find_include(name, where);
        const std::string content =
            utf8::sanitized(read_file(file, context_.limits.source_bytes, where));
        count_include(content, where);
        if (!ascii::is_blank(line.text)) {
            push(line);
        }
        line.text.clear();
        line.had_tag = true;
        const Mode mode = mode_;
        out_.included_files.push_back((std::filesystem::path(context_.file).parent_path() / name)
                                          .lexically_normal()
                                          .string());
        open_files_.push_back(file);
        expand_file(
            markdown::split_lines(content, {1, static_cast<int>(out_.included_files.size())}));
        open_files_.pop_back();
        mode_ = mode;
    }

    void count_include(const std::string& content, const SourcePosition& where) {
        included_bytes_ += content.size();
        const Limits& limits = context_.limits;
        if (included_bytes_ > limits.expanded_bytes) {
            throw Error(where, "the files that the deck includes are too large together",
                        limit_hint(limits, "expanded-bytes"));
        }
        if (out_.included_files.size() >= limits.included_files) {
            throw Error(where, "files are included too often",
                        limit_hint(limits, "included-files"));
        }
    }

    std::filesystem::path find_include(const std::string& name, const SourcePosition& where) {
        const auto file = media::resolve_file(context_.site, name);
        if (!file) {
            throw Error(where,
                        fmt::format("'{}' cannot be included: it is outside the site", name));
        }
        if (std::find(open_files_.begin(), open_files_.end(), *file) != open_files_.end()) {
            throw Error(where, fmt::format("'{}' includes itself", name));
        }
        if (open_files_.size() >= static_cast<std::size_t>(context_.limits.include_depth)) {
            throw Error(where, "includes are nested too deep",
                        limit_hint(context_.limits, "include-depth"));
        }
        return *file;
    }

    const LiquidContext& context_;
    ExpandedSource out_;
    std::vector<std::filesystem::path> open_files_;
    std::size_t expanded_bytes_ = 0;
    std::size_t included_bytes_ = 0;
    Mode mode_ = Mode::kText;
    std::string opened_name_;  // of the block that mode_ is in
    markdown::Origin opened_at_;
    std::string code_indentation_;
};

bool has_tags(const markdown::SourceLines& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const markdown::SourceLine& line) {
        return line.text.find("{%") != std::string::npos ||
               line.text.find("{{") != std::string::npos;
    });
}

}  // namespace

ExpandedSource apply_liquid(markdown::SourceLines lines, const LiquidContext& context) {
    if (!has_tags(lines)) {
        return {std::move(lines), {}};
    }
    return Expander(context).run(lines);
}

}  // namespace ghreveal::deck
