#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "check/rules/rules_of_deck.h"
#include "check/source_text.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

// Of the front matter: ours, Jekyll's, reveal-md's.
const std::vector<std::string> kKeys{"title",
                                     "subtitle",
                                     "author",
                                     "subject",
                                     "description",
                                     "keywords",
                                     "lang",
                                     "date",
                                     "draft",
                                     "handout",
                                     "theme",
                                     "css",
                                     "highlightTheme",
                                     "revealOptions",
                                     "initialization",
                                     "separator",
                                     "verticalSeparator",
                                     "notesSeparator",
                                     "scripts",
                                     "layout",
                                     "permalink",
                                     "published",
                                     "category",
                                     "categories",
                                     "tags",
                                     "excerpt",
                                     "slug",
                                     "collection",
                                     "redirect_from",
                                     "image",
                                     "preprocessor",
                                     "assetsDir",
                                     "math",
                                     "mathjax",
                                     "toc",
                                     "template",
                                     "absoluteUrl",
                                     "highlight",
                                     "plugins",
                                     "dependencies",
                                     "version"};

// reveal.js's options, of all its versions (its js/config.js and READMEs).
const std::vector<std::string> kOptions{"controls",
                                        "controlsTutorial",
                                        "controlsLayout",
                                        "controlsBackArrows",
                                        "progress",
                                        "slideNumber",
                                        "showSlideNumber",
                                        "hashOneBasedIndex",
                                        "hash",
                                        "respondToHashChanges",
                                        "jumpToSlide",
                                        "history",
                                        "keyboard",
                                        "keyboardCondition",
                                        "disableLayout",
                                        "overview",
                                        "center",
                                        "touch",
                                        "loop",
                                        "rtl",
                                        "navigationMode",
                                        "shuffle",
                                        "fragments",
                                        "fragmentInURL",
                                        "embedded",
                                        "help",
                                        "pause",
                                        "showNotes",
                                        "showHiddenSlides",
                                        "autoPlayMedia",
                                        "preloadIframes",
                                        "autoAnimate",
                                        "autoAnimateMatcher",
                                        "autoAnimateEasing",
                                        "autoAnimateDuration",
                                        "autoAnimateUnmatched",
                                        "autoAnimateStyles",
                                        "autoSlide",
                                        "autoSlideStoppable",
                                        "autoSlideMethod",
                                        "defaultTiming",
                                        "totalTime",
                                        "minimumTimePerSlide",
                                        "mouseWheel",
                                        "rollingLinks",
                                        "hideAddressBar",
                                        "previewLinks",
                                        "postMessage",
                                        "postMessageEvents",
                                        "focusBodyOnPageVisibilityChange",
                                        "transition",
                                        "transitionSpeed",
                                        "backgroundTransition",
                                        "parallaxBackgroundImage",
                                        "parallaxBackgroundSize",
                                        "parallaxBackgroundRepeat",
                                        "parallaxBackgroundPosition",
                                        "parallaxBackgroundHorizontal",
                                        "parallaxBackgroundVertical",
                                        "view",
                                        "scrollLayout",
                                        "scrollSnap",
                                        "scrollProgress",
                                        "scrollActivationWidth",
                                        "pdfMaxPagesPerSlide",
                                        "pdfSeparateFragments",
                                        "pdfPageHeightOffset",
                                        "viewDistance",
                                        "mobileViewDistance",
                                        "display",
                                        "hideInactiveCursor",
                                        "hideCursorTime",
                                        "sortFragmentsOnSync",
                                        "dependencies",
                                        "plugins",
                                        "width",
                                        "height",
                                        "margin",
                                        "minScale",
                                        "maxScale",
                                        "theme",
                                        "math",
                                        "markdown",
                                        "highlight",
                                        "multiplex",
                                        "menu",
                                        "chalkboard",
                                        "notes",
                                        "keyboardHelp",
                                        "wait",
                                        "monitorUnprefixedResources"};

struct KeyLine {
    std::string key;
    std::string_view value;
    std::size_t indent = 0;
    int line = 0;
};

// Lines of `key: value`; those inside of block scalars (YAML 1.2 §8.1) are none.
class KeyLines {
public:
    explicit KeyLines(const std::vector<std::string>& lines) : lines_(lines) {}

    std::vector<KeyLine> read() {
        for (std::size_t i = 1; i < lines_.size() && ascii::trimmed(lines_[i]) != "---"; ++i) {
            const std::string_view line = lines_[i];
            const std::size_t indent = line.find_first_not_of(' ');
            if (indent == std::string_view::npos || line[indent] == '#' ||
                (in_scalar_ && indent > scalar_indent_)) {
                continue;
            }
            in_scalar_ = false;
            read_key(line.substr(indent), indent, static_cast<int>(i) + 1);
        }
        return std::move(keys_);
    }

private:
    void read_key(std::string_view text, std::size_t indent, int line) {
        const auto end = std::find_if_not(text.begin(), text.end(), [](char c) {
            return ascii::is_word_character(c) || c == '-';
        });
        const auto size = static_cast<std::size_t>(end - text.begin());
        const std::string_view rest = text.substr(size);
        if (size == 0 || text[0] == '-' || !rest.starts_with(':') ||
            (rest.size() > 1 && !ascii::is_space(rest[1]))) {
            return;
        }
        const std::string_view value = ascii::trimmed(rest.substr(1));
        in_scalar_ = value.starts_with('|') || value.starts_with('>');
        scalar_indent_ = indent;
        keys_.push_back({std::string(text.substr(0, size)), value, indent, line});
    }

    const std::vector<std::string>& lines_;
    std::vector<KeyLine> keys_;
    bool in_scalar_ = false;
    std::size_t scalar_indent_ = 0;
};

class FrontMatterCheck {
public:
    FrontMatterCheck(const deck::Deck& deck, const std::vector<std::string>& lines,
                     Diagnostics& diagnostics)
        : deck_(deck), lines_(lines), diagnostics_(diagnostics) {}

    void check() {
        for (const KeyLine& key : KeyLines(lines_).read()) {
            enter(key);
            check_twice(key);
            check_known(key);
            check_quote(key);
            check_slide_number(key);
        }
    }

private:
    // The keys that this one stands below: "initialization".
    void enter(const KeyLine& key) {
        while (!open_.empty() && open_.back().indent >= key.indent) {
            open_.pop_back();
        }
        path_.clear();
        for (const KeyLine& above : open_) {
            path_ += above.key + ".";
        }
        if (key.indent == 0) {
            seen_.clear_below();
        }
        open_.push_back(key);
    }

    void check_twice(const KeyLine& key) {
        const auto [first, is_new] = seen_.lines.try_emplace(path_ + key.key, key.line);
        if (!is_new) {
            warn(Rule::kDuplicateKey, key.line,
                 fmt::format("'{}' is set twice; line {} counts", key.key, first->second),
                 "leave one of them out");
        }
    }

    void check_known(const KeyLine& key) {
        const bool is_option = path_ == "initialization." || path_ == "revealOptions.";
        const std::vector<std::string>& known = is_option ? kOptions : kKeys;
        if ((!is_option && !path_.empty()) ||
            std::find(known.begin(), known.end(), key.key) != known.end() || is_used(key.key)) {
            return;
        }
        if (!is_option && is_misplaced_option(key.key)) {
            warn(Rule::kUnknownKey, key.line, fmt::format("'{}' has no effect here", key.key),
                 fmt::format(
                     "it is an option of reveal.js; write it below {}:",
                     deck_.format == deck::Format::kMarkdown ? "revealOptions" : "initialization"));
            return;
        }
        const std::string near = nearest_match(key.key, known);
        // A site's pages may have keys of their own, which its layouts read.
        if (is_option || !near.empty()) {
            warn(Rule::kUnknownKey, key.line,
                 fmt::format("unknown {} '{}'", is_option ? "option of reveal.js" : "key", key.key),
                 near.empty() ? "it has no effect" : fmt::format("did you mean '{}'?", near));
        }
    }

    // Names of two words are hardly a site's own: `slideNumber`, `slidenumber`.
    static bool is_misplaced_option(std::string_view key) {
        return std::any_of(kOptions.begin(), kOptions.end(), [&](const std::string& option) {
            return ascii::lower_case(option) != option && ascii::equal_ignoring_case(option, key);
        });
    }

    bool is_used(const std::string& key) const {
        return std::any_of(lines_.begin(), lines_.end(), [&](const std::string& line) {
            return line.find("page." + key) != std::string::npos;
        });
    }

    void check_quote(const KeyLine& key) {
        if (key.value.empty() || (key.value[0] != '"' && key.value[0] != '\'')) {
            return;
        }
        const std::size_t end = key.value.find(key.value[0], 1);
        const auto next = static_cast<std::size_t>(key.line);
        const bool goes_on =
            next < lines_.size() && !lines_[next].empty() && !ascii::is_space(lines_[next][0]);
        if (end == std::string_view::npos && goes_on) {
            warn(Rule::kInvalidValue, key.line,
                 fmt::format("the quote that begins the value of '{}' is not ended on its line",
                             key.key),
                 fmt::format("end it with {}; else what follows belongs to it", key.value[0]));
        }
    }

    void check_slide_number(const KeyLine& key) {
        constexpr std::array<std::string_view, 8> kFormats{"true", "false", "c",   "c/t",
                                                           "h/v",  "h.v",   "all", "null"};
        const std::string_view value = key.value.substr(0, key.value.find(" #"));
        const bool is_other =
            key.key == "slideNumber" && path_ == "initialization." && !value.empty() &&
            std::none_of(kFormats.begin(), kFormats.end(), [&](std::string_view format) {
                return value == format || value == fmt::format("'{}'", format) ||
                       value == fmt::format("\"{}\"", format);
            });
        if (is_other) {
            warn(Rule::kInvalidValue, key.line,
                 fmt::format("'{}' is no format of slide numbers; it is taken as 'h.v'", value),
                 "write true, false, c, c/t, h/v or h.v");
        }
    }

    void warn(Rule rule, int line, std::string what, std::string hint) {
        diagnostics_.warn(rule, {deck_.file, line}, std::move(what), std::move(hint));
    }

    struct Seen {
        std::map<std::string, int> lines;
        // A new key of the whole: maps below an earlier one are done with.
        void clear_below() {
            std::erase_if(lines, [](const auto& entry) {
                return entry.first.find('.') != std::string::npos;
            });
        }
    };

    const deck::Deck& deck_;
    const std::vector<std::string>& lines_;
    Diagnostics& diagnostics_;
    std::vector<KeyLine> open_;
    std::string path_;
    Seen seen_;
};

}  // namespace

void check_front_matter(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    const std::vector<std::string>& lines = sources.lines_of(deck.file);
    const bool has_any = !lines.empty() && ascii::trimmed(lines.front()) == "---";
    if (has_any && deck.format != deck::Format::kPage) {
        FrontMatterCheck(deck, lines, diagnostics).check();
    }
}

}  // namespace ghreveal::check
