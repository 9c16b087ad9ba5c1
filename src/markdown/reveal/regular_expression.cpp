#define PCRE2_CODE_UNIT_WIDTH 8
#include "markdown/reveal/regular_expression.h"

#include <pcre2.h>

#include <array>

#include "support/handle.h"
#include "support/limits.h"

namespace ghreveal::markdown::reveal {

namespace {

struct Limited {
    Limited() : context(pcre2_match_context_create(nullptr)) {
        pcre2_set_match_limit(context, FixedLimits::regex_steps);
        pcre2_set_depth_limit(context, FixedLimits::regex_depth);
    }
    ~Limited() { pcre2_match_context_free(context); }
    Limited(const Limited&) = delete;
    Limited& operator=(const Limited&) = delete;
    pcre2_match_context* context;
};

std::string message_of(int error) {
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    return reinterpret_cast<const char*>(text.data());
}

}  // namespace

RegularExpression::RegularExpression(std::string_view pattern, CaseMatters case_matters) {
    // Where the two languages differ, as ECMAScript has it.
    const std::uint32_t options = PCRE2_UTF | PCRE2_MULTILINE | PCRE2_ALT_BSUX |
                                  PCRE2_MATCH_UNSET_BACKREF | PCRE2_ALLOW_EMPTY_CLASS |
                                  PCRE2_NEVER_BACKSLASH_C |
                                  (case_matters == CaseMatters::kNo ? PCRE2_CASELESS : 0U);
    pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
    pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
    pcre2_set_max_pattern_length(context, FixedLimits::regex_bytes);
    int error = 0;
    PCRE2_SIZE at = 0;
    pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                                     options, &error, &at, context);
    pcre2_compile_context_free(context);
    if (code == nullptr) {
        error_ = message_of(error);
        return;
    }
    code_ = {code, [](void* compiled) { pcre2_code_free(static_cast<pcre2_code*>(compiled)); }};
}

std::optional<RegexMatch> RegularExpression::find(std::string_view subject,
                                                  std::size_t from) const {
    if (!code_ || from > subject.size()) {
        return std::nullopt;
    }
    const auto* code = static_cast<const pcre2_code*>(code_.get());
    const Handle<pcre2_match_data, pcre2_match_data_free> data{
        pcre2_match_data_create_from_pattern(code, nullptr)};
    const Limited limited;
    const int count =
        pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), from,
                    PCRE2_NO_UTF_CHECK, data.get(), limited.context);
    if (count <= 0) {
        return std::nullopt;
    }
    const PCRE2_SIZE* places = pcre2_get_ovector_pointer(data.get());
    RegexMatch match{places[0], places[1], {}};
    const std::uint32_t groups = pcre2_get_ovector_count(data.get());
    for (std::uint32_t group = 1; group < groups; ++group) {
        const bool took_part =
            group < static_cast<std::uint32_t>(count) && places[2 * group] != PCRE2_UNSET;
        match.groups.push_back(
            took_part ? subject.substr(places[2 * group], places[2 * group + 1] - places[2 * group])
                      : std::string_view{});
    }
    return match;
}

}  // namespace ghreveal::markdown::reveal
