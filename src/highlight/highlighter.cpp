#include "highlight/highlighter.h"

#include <srchilite/formatter.h>
#include <srchilite/formattermanager.h>
#include <srchilite/highlightstate.h>
#include <srchilite/langdefmanager.h>
#include <srchilite/regexrulefactory.h>
#include <srchilite/sourcehighlighter.h>

#include <exception>
#include <mutex>
#include <string>

#include "highlight/class_names.h"
#include "highlight/languages.h"
#include "highlight/meaning.h"

namespace ghreveal::highlight {
namespace {

// Where the library hands over its pieces, which follow each other without gaps.
struct TokenSink {
    std::string_view code;
    std::size_t longest_line;
    std::size_t position = 0;
    std::vector<Token> tokens;

    void add(const ClassName* name, std::size_t length) {
        const std::size_t begin = position;
        position += length;
        if (name == nullptr || length == 0) {
            return;
        }
        const std::string_view hljs = class_of_piece(*name, code, begin, position);
        if (hljs.empty()) {
            return;
        }
        std::string class_name = "hljs-" + std::string(hljs);
        if (!tokens.empty() && tokens.back().end == begin &&
            tokens.back().class_name == class_name) {
            tokens.back().end = position;
        } else {
            tokens.push_back({begin, position, std::move(class_name)});
        }
    }
};

class SinkFormatter : public srchilite::Formatter {
public:
    SinkFormatter(TokenSink& sink, const ClassName* name) : sink_(sink), name_(name) {}
    void format(const std::string& text, const srchilite::FormatterParams*) override {
        sink_.add(name_, text.size());
    }

private:
    TokenSink& sink_;
    const ClassName* name_;
};

srchilite::FormatterManager formatters_into(TokenSink& sink, const std::vector<ClassName>& names) {
    using srchilite::FormatterPtr;
    srchilite::FormatterManager manager(FormatterPtr(new SinkFormatter(sink, nullptr)));
    for (const ClassName& name : names) {
        manager.addFormatter(std::string(name.element),
                             FormatterPtr(new SinkFormatter(sink, &name)));
    }
    return manager;
}

// Runs the definition over the code line by line, as the library wants it.
void run(srchilite::HighlightStatePtr definition, const std::vector<ClassName>& names,
         TokenSink& sink) {
    srchilite::SourceHighlighter library(std::move(definition));
    library.setOptimize(false);
    const srchilite::FormatterManager manager = formatters_into(sink, names);
    library.setFormatterManager(&manager);
    for (std::size_t at = 0; at < sink.code.size();) {
        const std::size_t end = std::min(sink.code.find('\n', at), sink.code.size());
        sink.position = at;
        if (end - at <= sink.longest_line) {
            library.highlightParagraph(std::string(sink.code.substr(at, end - at)));
        }
        at = end + 1;
    }
}

}  // namespace

struct Highlighter::Library {
    srchilite::RegexRuleFactory rules;
    srchilite::LangDefManager definitions{&rules};
};

Highlighter::Highlighter(const Limits& limits)
    : bytes_left_(limits.highlighted_bytes), longest_line_(limits.highlighted_line_bytes) {}
Highlighter::~Highlighter() = default;

bool Highlighter::knows_language(std::string_view language) const {
    return find_definition(language).has_value();
}

std::vector<Token> Highlighter::tokens(std::string_view code, std::string_view language) {
    const auto definition = find_definition(language);
    if (!definition || code.size() > bytes_left_) {
        return {};
    }
    bytes_left_ -= code.size();
    // The library's parser of definitions keeps its state in globals.
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    if (!library_) {
        library_ = std::make_unique<Library>();
    }
    TokenSink sink{code, longest_line_, 0, {}};
    try {
        run(library_->definitions.getHighlightState(definition->folder.string(), definition->file),
            definition->is_ours ? own_class_names() : library_class_names(), sink);
    } catch (const std::exception&) {
        // A definition the library cannot read, or code on which Boost's matcher gives up: colour
        // is an ornament, so the code is plain from there on rather than the deck lost.
    }
    return std::move(sink.tokens);
}

std::vector<Token> highlight(std::string_view code, std::string_view language) {
    return Highlighter().tokens(code, language);
}

bool knows_language(std::string_view language) {
    return find_definition(language).has_value();
}

}  // namespace ghreveal::highlight
