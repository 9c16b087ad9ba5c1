#include "deck/page/scripts/page_scripts.h"

#include <algorithm>

#include "deck/page/scripts/site_file.h"
#include "support/ascii.h"

namespace ghreveal::deck {

namespace {

// A section's Markdown stands in a <script> that is none.
bool holds_markdown(const dom::Node& script) {
    const std::string* type = script.attribute("type");
    return (type != nullptr && type->find("template") != type->npos) ||
           script.parent->attribute("data-markdown") != nullptr;
}

// ECMAScript §12.4 (comments), §12.9 (literals), §B.1.1 (HTML-like comments).
class CommentBlanker {
public:
    explicit CommentBlanker(std::string text) : text_(std::move(text)) {}

    std::string blanked() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (stands_here("//") || stands_here("<!--")) {
                blank_to(end_of("\n", at_));
            } else if (stands_here("/*")) {
                blank_to(after("*/", at_ + 2));
            } else if (c == '"' || c == '\'' || c == '`') {
                skip_literal(c);
            } else if (c == '/' && begins_expression(last_)) {
                skip_literal('/');
            } else {
                last_ = ascii::is_html_space(c) ? last_ : c;
                ++at_;
            }
        }
        return std::move(text_);
    }

private:
    bool stands_here(std::string_view mark) const {
        return std::string_view(text_).substr(at_).starts_with(mark);
    }
    std::size_t end_of(std::string_view mark, std::size_t from) const {
        return std::min(text_.find(mark, from), text_.size());
    }
    std::size_t after(std::string_view mark, std::size_t from) const {
        return std::min(end_of(mark, from) + mark.size(), text_.size());
    }

    void blank_to(std::size_t end) {
        for (; at_ < end; ++at_) {
            text_[at_] = text_[at_] == '\n' ? '\n' : ' ';
        }
    }

    // Where an operand may stand, a slash begins a regular expression, else it divides.
    static bool begins_expression(char last) {
        return std::string_view("(,=:[!&|?{};+-*%<>~^").find(last) != std::string_view::npos;
    }

    // Strings and regular expressions end with their line, templates do not.
    void skip_literal(char quote) {
        bool in_class = false;
        for (++at_; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (c == '\\') {
                ++at_;
            } else if ((c == quote && !in_class) || (c == '\n' && quote != '`')) {
                break;
            } else if (quote == '/') {
                in_class = c == '[' || (in_class && c != ']');
            }
        }
        at_ = std::min(at_ + 1, text_.size());
        last_ = quote == '/' ? ')' : quote;
    }

    std::string text_;
    std::size_t at_ = 0;
    char last_ = ';';  // that is no blank
};

bool sets_up_reveal(std::string_view text) {
    return std::any_of(kRevealCalls.begin(), kRevealCalls.end(),
                       [&](std::string_view call) { return text.find(call) != text.npos; });
}

// reveal.js's own files speak of the call as well.
bool is_of_reveal(std::string_view address) {
    address = address.substr(0, address.find_first_of("?#"));
    const std::string_view file = address.substr(address.rfind('/') + 1);
    return file.starts_with("reveal.") || address.find("plugin/") != address.npos;
}

void read_settings_file(std::vector<PageScript>& scripts, const media::Site& site,
                        const Limits& limits) {
    for (PageScript& script : scripts) {
        if (script.address.empty() || is_of_reveal(script.address)) {
            continue;
        }
        std::string text =
            CommentBlanker(text_of_site_file(script.address, site, limits)).blanked();
        if (sets_up_reveal(text)) {
            script.text = std::move(text);
            return;
        }
    }
}

}  // namespace

std::vector<PageScript> page_scripts(const dom::Node& html) {
    std::vector<PageScript> scripts;
    dom::for_each(html, [&](const dom::Node& node) {
        if (node.is_element("script") && !holds_markdown(node)) {
            const std::string* address = node.attribute("src");
            scripts.push_back({address == nullptr ? "" : *address,
                               CommentBlanker(dom::text_content(node)).blanked(), node.line});
        }
    });
    return scripts;
}

std::vector<PageScript> page_scripts(const dom::Node& html, const media::Site& site,
                                     const Limits& limits) {
    std::vector<PageScript> scripts = page_scripts(html);
    if (std::none_of(scripts.begin(), scripts.end(),
                     [](const PageScript& script) { return sets_up_reveal(script.text); })) {
        read_settings_file(scripts, site, limits);
    }
    return scripts;
}

std::vector<std::string_view> texts_of(const std::vector<PageScript>& scripts) {
    std::vector<std::string_view> texts;
    texts.reserve(scripts.size());
    for (const PageScript& script : scripts) {
        texts.push_back(script.text);
    }
    return texts;
}

}  // namespace ghreveal::deck
