#define PCRE2_CODE_UNIT_WIDTH 8
#include "highlight/pattern.h"

#include <pcre2.h>

#include <array>
#include <charconv>
#include <stdexcept>

#include "support/handle.h"
#include "support/limits.h"

namespace ghreveal::highlight {
namespace {

// What highlight.js gives modes without a beginning or an end: it is found where the search begins.
constexpr std::string_view kEverywhere = R"(\B|\b)";

// Compiling to machine code costs as much as interpreting some hundred bytes: of 1500, 700 and 300
// the last had the fewest instructions for 100 kB in ten languages.
constexpr std::size_t kNativeFrom = 300;

PCRE2_SPTR units(std::string_view text) {
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

std::size_t number_of(PCRE2_SPTR mark) {
    std::size_t number = 0;
    if (mark != nullptr) {
        const std::string_view digits(reinterpret_cast<const char*>(mark));
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    }
    return number;
}

std::string message_of(int error) {
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return reinterpret_cast<const char*>(text.data());
}

// Of the character that byte `at` belongs to.
std::size_t character_start(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) {
        --at;
    }
    return at;
}

// Where PCRE2's syntax and meaning differ from ECMAScript's, as ECMAScript has it.
std::uint32_t compile_options(const PatternOptions& options) {
    std::uint32_t flags = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_MULTILINE | PCRE2_ALT_CIRCUMFLEX |
                          PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C;
    flags |= options.letters == PatternCase::kIgnored ? PCRE2_CASELESS : 0U;
    flags |= options.place == PatternPlace::kAtStart ? PCRE2_ANCHORED : 0U;
    return flags;
}

}  // namespace

struct Pattern::Compiled {
    Handle<pcre2_code, pcre2_code_free> code;
    Handle<pcre2_match_data, pcre2_match_data_free> data;
    Handle<pcre2_match_context, pcre2_match_context_free> context;
};

Pattern::Pattern(std::string_view expression, const PatternOptions& options)
    : is_at_start_(options.place == PatternPlace::kAtStart) {
    if (expression == kEverywhere) {
        return;
    }
    const Handle<pcre2_compile_context, pcre2_compile_context_free> context{
        pcre2_compile_context_create(nullptr)};
    // HTML has no other ends of lines (HTML §13.2.3.5).
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    int error = 0;
    PCRE2_SIZE at = 0;
    compiled_ = std::make_unique<Compiled>();
    compiled_->code.reset(pcre2_compile(units(expression), expression.size(),
                                        compile_options(options), &error, &at, context.get()));
    if (!compiled_->code) {
        throw std::invalid_argument(message_of(error));
    }
    compiled_->data.reset(pcre2_match_data_create(1, nullptr));
    compiled_->context.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(compiled_->context.get(), options.match_steps);
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

void Pattern::compile_natively_where_it_pays(std::size_t bytes) {
    scanned_ += bytes;
    if (!is_native_ && scanned_ >= kNativeFrom) {
        is_native_ = true;  // or cannot be: a machine without it goes on interpreting
        pcre2_jit_compile(compiled_->code.get(), PCRE2_JIT_COMPLETE);
    }
}

std::optional<PatternMatch> Pattern::match(std::string_view subject, std::size_t from,
                                           std::uint32_t options) {
    const auto run = [&](std::uint32_t more) {
        return pcre2_match(compiled_->code.get(), units(subject), subject.size(), from,
                           PCRE2_NO_UTF_CHECK | options | more, compiled_->data.get(),
                           compiled_->context.get());
    };
    int result = run(0);
    if (result == PCRE2_ERROR_JIT_STACKLIMIT) {
        result = run(PCRE2_NO_JIT);
    }
    const PCRE2_SIZE* place = pcre2_get_ovector_pointer(compiled_->data.get());
    compile_natively_where_it_pays(result < 0 ? subject.size() - from : place[1] - from);
    if (result < 0) {
        return std::nullopt;
    }
    // \K in a lookahead could put the end before the beginning.
    return PatternMatch{place[0], std::max(place[0], place[1]),
                        number_of(pcre2_get_mark(compiled_->data.get()))};
}

// Window by window: an expression that looks ahead to the end from every place (`\s*\n`) would cost
// the square of the code. What begins in the second half of one is looked for again in the next.
std::optional<PatternMatch> Pattern::find(std::string_view subject, std::size_t from) {
    if (from > subject.size()) {
        return std::nullopt;
    }
    if (!compiled_) {
        return PatternMatch{from, from, 0};
    }
    constexpr std::size_t kWindow = FixedLimits::code_window_bytes;
    constexpr std::size_t kLongest = 4 * kWindow;
    while (subject.size() - from > kWindow) {
        const std::string_view window = subject.substr(0, character_start(subject, from + kWindow));
        const std::size_t half = character_start(subject, from + kWindow / 2);
        const std::optional<PatternMatch> found = match(window, from, PCRE2_NOTEOL);
        if (found && found->end < window.size()) {
            return found;
        }
        if (found && found->begin < half) {  // which may go on beyond
            const std::size_t more = std::min(subject.size(), from + kLongest);
            return match(subject.substr(0, character_start(subject, more)), found->begin, 0);
        }
        if (is_at_start_) {
            return std::nullopt;
        }
        from = half;
    }
    return match(subject, from, 0);
}

}  // namespace ghreveal::highlight
