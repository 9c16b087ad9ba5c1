#include "highlight/scanner.h"

#include <algorithm>
#include <map>
#include <utility>

#include "support/ascii.h"
#include "support/limits.h"
#include "support/unicode/unicode_case.h"
#include "support/unicode/utf8.h"

namespace ghreveal::highlight {
namespace {

void append_tokens(std::vector<Token>& tokens, std::vector<Token>&& more) {
    tokens.insert(tokens.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

std::string lower_case(std::string_view word) {
    const bool is_ascii = std::none_of(
        word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return is_ascii ? ascii::lower_case(word) : unicode::lower_case(word);
}

class Scanner {
public:
    Scanner(const ScanRequest& request, CompiledGrammar& grammar, Languages& languages)
        : request_(request), code_(request.code), grammar_(grammar), languages_(languages) {}

    Scan scan() {
        if (request_.continues.empty()) {
            open(0);
        }
        for (const OpenMode& mode : request_.continues) {
            open(mode.mode);
            stack_.back().end = mode.end;
        }
        std::size_t at = 0;
        while (!stack_.empty()) {
            const std::optional<FoundChange> change =
                grammar_.find_change(stack_.back().mode, code_, at);
            if (!change) {
                break;
            }
            if (change->change == Change::kIllegal && request_.illegal == Illegal::kStops) {
                return {};
            }
            at = next_after(*change, at);
        }
        return finish();
    }

private:
    Scan finish() {
        if (stack_.empty()) {  // an end that leaves the language itself: highlight.js gives up
            return {};
        }
        buffer_end_ = code_.size();
        colour_buffer();
        ModeStack open = stack_;
        while (!stack_.empty()) {
            close();
        }
        result_.open = std::move(open);
        return std::move(result_);
    }

    // Deals with a change; from where the search goes on.
    std::size_t next_after(const FoundChange& change, std::size_t at) {
        buffer_end_ = change.begin;
        const bool is_empty = change.begin == change.end;
        const bool repeats = last_ && is_empty &&
                             ((last_->change == Change::kBegin && change.change == Change::kEnd &&
                               last_->begin == change.begin) ||
                              last_->change == Change::kIllegal);
        unmoved_ = change.begin == at && is_empty ? unmoved_ + 1 : 0;
        if (repeats || unmoved_ > FixedLimits::unmoved_code_modes) {
            return pass_character(change.begin);
        }
        last_ = change;
        if (change.change == Change::kBegin) {
            return begin_mode(change);
        }
        if (change.change == Change::kEnd) {
            if (const std::optional<std::size_t> next = end_mode(change)) {
                return *next;
            }
        }
        // What is illegal and does not matter, or an end that belongs to another beginning.
        buffer_end_ = change.end;
        return change.end;
    }

    // Grammars whose modes begin and end with nothing would stay where they are.
    std::size_t pass_character(std::size_t at) {
        unmoved_ = 0;
        if (at >= code_.size()) {
            return code_.size() + 1;
        }
        return buffer_end_ = at + utf8::decode(code_, at).length;
    }

    std::size_t begin_mode(const FoundChange& change) {
        const Mode& mode = grammar_.mode(change.mode);
        const ModeTraits& traits = mode.traits;
        if (traits.skip) {
            buffer_end_ = change.end;
        } else {
            buffer_end_ = traits.exclude_begin ? change.end : change.begin;
            colour_buffer();
            buffer_end_ = traits.return_begin ? buffer_begin_ : change.end;
        }
        open(change.mode);
        if (traits.end_same_as_begin) {
            stack_.back().end = code_.substr(change.begin, change.end - change.begin);
        }
        return traits.return_begin ? change.begin : change.end;
    }

    // How many modes end here, if any: the current one, or those that it ends with.
    std::size_t ending_modes(std::size_t at) {
        const std::string_view rest = code_.substr(at);
        for (std::size_t place = stack_.size(); place > 0; --place) {
            const OpenMode& open = stack_[place - 1];
            const bool ends =
                open.end ? rest.starts_with(*open.end) : grammar_.ends_at_start(open.mode, rest);
            if (ends) {
                std::size_t last = place - 1;
                while (grammar_.mode(stack_[last].mode).traits.ends_parent && last > 0) {
                    --last;
                }
                return stack_.size() - last;
            }
            if (!grammar_.mode(open.mode).traits.ends_with_parent) {
                return 0;
            }
        }
        return 0;
    }

    std::optional<std::size_t> end_mode(const FoundChange& change) {
        const std::size_t ending = ending_modes(change.begin);
        if (ending == 0) {
            return std::nullopt;
        }
        const ModeTraits& traits = grammar_.mode(stack_.back().mode).traits;
        if (traits.skip) {
            buffer_end_ = change.end;
        } else {
            buffer_end_ = traits.return_end || traits.exclude_end ? change.begin : change.end;
            colour_buffer();
            buffer_end_ = traits.exclude_end ? change.end : buffer_end_;
        }
        OpenMode last;
        for (std::size_t i = 0; i < ending; ++i) {
            const Mode& mode = grammar_.mode(stack_.back().mode);
            if (!mode.traits.skip && mode.sub_language == SubLanguage::kNone) {
                result_.relevance += mode.relevance;
            }
            last = stack_.back();
            close();
        }
        if (const auto starts = grammar_.mode(last.mode).starts) {
            open(*starts);
            stack_.back().end = last.end;
        }
        return traits.return_end ? change.begin : change.end;
    }

    void open(std::size_t number) {
        OpenMode mode{number};
        const std::string_view name = grammar_.mode(number).class_name;
        if (!name.empty() && open_tokens_ < FixedLimits::nested_code_tokens) {
            ++open_tokens_;
            mode.token = result_.tokens.size();
            result_.tokens.push_back({place(buffer_begin_), 0, "hljs-" + std::string(name)});
        }
        stack_.push_back(std::move(mode));
    }

    void close() {
        if (const std::optional<std::size_t> number = stack_.back().token) {
            --open_tokens_;
            Token& token = result_.tokens[*number];
            token.end = place(buffer_begin_);
            if (token.begin == token.end) {
                result_.tokens.resize(*number);
            }
        }
        stack_.pop_back();
    }

    std::size_t place(std::size_t at) const { return request_.offset + at; }

    // The text that was gathered, of the current mode.
    void colour_buffer() {
        if (buffer_end_ > buffer_begin_) {
            const std::string_view text = code_.substr(buffer_begin_, buffer_end_ - buffer_begin_);
            const Mode& mode = grammar_.mode(stack_.back().mode);
            if (mode.sub_language != SubLanguage::kNone) {
                colour_in_other_language(mode, text);
            } else if (const Keywords* keywords = grammar_.keywords_of(stack_.back().mode)) {
                colour_keywords(*keywords, text);
            }
        }
        buffer_begin_ = buffer_end_;
    }

    void colour_keywords(const Keywords& keywords, std::string_view text) {
        std::size_t at = 0;
        while (const auto lexeme = grammar_.find_lexeme(stack_.back().mode, text, at)) {
            at = lexeme->end;
            const std::string_view word = text.substr(lexeme->begin, lexeme->end - lexeme->begin);
            const Keyword* keyword = grammar_.ignores_case()
                                         ? find_keyword(keywords, lower_case(word))
                                         : find_keyword(keywords, word);
            if (keyword != nullptr) {
                result_.relevance += keyword->relevance;
                result_.tokens.push_back({place(buffer_begin_ + lexeme->begin),
                                          place(buffer_begin_ + lexeme->end),
                                          "hljs-" + std::string(keyword->class_name)});
            }
        }
    }

    void colour_in_other_language(const Mode& mode, std::string_view text) {
        ScanRequest request{text, {}, place(buffer_begin_)};
        request.depth = request_.depth + 1;
        if (request.depth > FixedLimits::nested_code_languages) {
            return;
        }
        Guess inner;
        if (mode.sub_language == SubLanguage::kNamed) {
            inner.language = languages_.name_of(mode.languages.front());
            if (languages_.grammar(inner.language) == nullptr) {
                return;
            }
            request.language = inner.language;
            ModeStack& continuation = continuations_[inner.language];
            request.continues = continuation;
            inner.scan = highlight::scan(request, languages_);
            continuation = inner.scan.open;
        } else {
            inner = guess_language(request,
                                   mode.languages.empty() ? languages_.guessable() : mode.languages,
                                   languages_);
        }
        if (mode.relevance > 0) {
            result_.relevance += inner.scan.relevance;
        }
        if (!inner.language.empty()) {
            result_.tokens.push_back(
                {request.offset, request.offset + text.size(), std::string(inner.language)});
        }
        append_tokens(result_.tokens, std::move(inner.scan.tokens));
    }

    const ScanRequest& request_;
    std::string_view code_;
    CompiledGrammar& grammar_;
    Languages& languages_;
    Scan result_;
    ModeStack stack_;
    std::size_t open_tokens_ = 0;
    std::optional<FoundChange> last_;
    std::size_t unmoved_ = 0;
    // What has been passed and not been coloured yet: it depends on what comes.
    std::size_t buffer_begin_ = 0;
    std::size_t buffer_end_ = 0;
    std::map<std::string_view, ModeStack> continuations_;
};

}  // namespace

Scan scan(const ScanRequest& request, Languages& languages) {
    CompiledGrammar* grammar = languages.grammar(request.language);
    return grammar == nullptr ? Scan{} : Scanner(request, *grammar, languages).scan();
}

Guess guess_language(const ScanRequest& request, const std::vector<std::string_view>& candidates,
                     Languages& languages) {
    Guess best;
    for (const std::string_view candidate : candidates) {
        ScanRequest attempt = request;
        attempt.illegal = Illegal::kStops;
        attempt.language = languages.name_of(candidate);
        Scan tried = scan(attempt, languages);
        if (tried.relevance > best.scan.relevance) {
            best = {attempt.language, std::move(tried)};
        }
    }
    return best;
}

}  // namespace ghreveal::highlight
