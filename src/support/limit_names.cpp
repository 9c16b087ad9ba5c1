#include "support/limit_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <stdexcept>
#include <variant>

#include "support/error.h"

namespace ghreveal {

namespace {

struct NamedLimit {
    std::string_view name;
    std::variant<std::size_t Limits::*, int Limits::*, long Limits::*> field;
};

// The test of docs/security.md holds this table and limits.h together.
constexpr NamedLimit kNames[] = {
    {"source-bytes", &Limits::source_bytes},
    {"image-bytes", &Limits::image_bytes},
    {"image-pixels", &Limits::image_pixels},
    {"decoded-pixels", &Limits::decoded_pixels},
    {"jpeg-scans", &Limits::jpeg_scans},
    {"svg-elements", &Limits::svg_elements},
    {"svg-nesting", &Limits::svg_nesting},
    {"svg-image-pixels", &Limits::svg_image_pixels},
    {"svg-milliseconds", &Limits::svg_milliseconds},
    {"svg-memory-bytes", &Limits::svg_memory_bytes},
    {"fetch-milliseconds", &Limits::fetch_milliseconds},
    {"deck-fetch-milliseconds", &Limits::deck_fetch_milliseconds},
    {"still-milliseconds", &Limits::still_milliseconds},
    {"deck-fetch-bytes", &Limits::deck_fetch_bytes},
    {"fetch-header-bytes", &Limits::fetch_header_bytes},
    {"fetch-redirects", &Limits::fetch_redirects},
    {"fetch-at-a-time", &Limits::fetch_at_a_time},
    {"remote-pictures", &Limits::remote_pictures},
    {"cache-bytes", &Limits::cache_bytes},
    {"include-depth", &Limits::include_depth},
    {"expanded-bytes", &Limits::expanded_bytes},
    {"included-files", &Limits::included_files},
    {"liquid-steps", &Limits::liquid_steps},
    {"liquid-nesting", &Limits::liquid_nesting},
    {"yaml-values", &Limits::yaml_values},
    {"yaml-nesting", &Limits::yaml_nesting},
    {"style-sheets", &Limits::style_sheets},
    {"variable-bytes", &Limits::variable_bytes},
    {"variable-depth", &Limits::variable_depth},
    {"style-nesting", &Limits::style_nesting},
    {"value-tokens", &Limits::value_tokens},
    {"font-faces", &Limits::font_faces},
    {"selector-compounds", &Limits::selector_compounds},
    {"selector-looks", &Limits::selector_looks},
    {"element-depth", &Limits::element_depth},
    {"elements", &Limits::elements},
    {"open-elements", &Limits::open_elements},
    {"paragraph-bytes", &Limits::paragraph_bytes},
    {"markdown-nesting", &Limits::markdown_nesting},
    {"markdown-looks-per-byte", &Limits::markdown_looks_per_byte},
    {"markdown-free-looks", &Limits::markdown_free_looks},
    {"keyword-bytes", &Limits::keyword_bytes},
    {"slides", &Limits::slides},
    {"pages", &Limits::pages},
    {"highlighted-bytes", &Limits::highlighted_bytes},
    {"highlighted-line-bytes", &Limits::highlighted_line_bytes},
    {"highlight-steps", &Limits::highlight_steps},
    {"guessed-code-bytes", &Limits::guessed_code_bytes},
    {"diagram-milliseconds", &Limits::diagram_milliseconds},
    {"diagram-bytes", &Limits::diagram_bytes},
    {"formula-bytes", &Limits::formula_bytes},
    {"formula-expansions", &Limits::formula_expansions},
    {"formula-memory-bytes", &Limits::formula_memory_bytes},
    {"formula-steps", &Limits::formula_steps},
    {"deck-formula-steps", &Limits::deck_formula_steps},
    {"table-span", &Limits::table_span},
    {"columns", &Limits::columns},
    {"grid-tracks", &Limits::grid_tracks},
};

const NamedLimit* find_limit(std::string_view name) {
    const auto* found = std::find_if(std::begin(kNames), std::end(kNames),
                                     [&](const NamedLimit& limit) { return limit.name == name; });
    return found == std::end(kNames) ? nullptr : found;
}

}  // namespace

std::vector<std::string> limit_names() {
    std::vector<std::string> names;
    for (const NamedLimit& limit : kNames) {
        names.emplace_back(limit.name);
    }
    return names;
}

long long limit_value(const Limits& limits, std::string_view name) {
    const NamedLimit* limit = find_limit(name);
    if (limit == nullptr) {
        throw std::out_of_range(std::string(name));
    }
    return std::visit([&](auto field) { return static_cast<long long>(limits.*field); },
                      limit->field);
}

void set_limit(Limits& limits, std::string_view assignment) {
    const std::size_t equals = std::min(assignment.find('='), assignment.size());
    const std::string name(assignment.substr(0, equals));
    const NamedLimit* limit = find_limit(name);
    if (limit == nullptr) {
        const std::string hint = did_you_mean(name, limit_names());
        throw std::invalid_argument(
            fmt::format("there is no limit '{}'{}{}", name, hint.empty() ? "" : "; ", hint));
    }
    const std::string_view text = assignment.substr(std::min(equals + 1, assignment.size()));
    int value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size() || value < 1) {
        throw std::invalid_argument(fmt::format("{}: write a whole number from 1 to {}", name,
                                                std::numeric_limits<int>::max()));
    }
    std::visit(
        [&](auto field) {
            auto& target = limits.*field;
            target = static_cast<std::remove_reference_t<decltype(target)>>(value);
        },
        limit->field);
}

std::string limit_hint(const Limits& limits, std::string_view name) {
    return fmt::format("the limit is {}; --limit {}=NUMBER sets another", limit_value(limits, name),
                       name);
}

}  // namespace ghreveal
