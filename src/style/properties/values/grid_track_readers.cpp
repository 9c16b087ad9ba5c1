#include "style/properties/values/grid_track_readers.h"

#include <algorithm>

#include "style/properties/properties.h"
#include "support/ascii.h"
#include "support/limits.h"

namespace ghreveal::style {

using css::TokenType;
using css::TrackBreadth;
using css::TrackList;
using css::TrackSize;

namespace {

std::optional<TrackBreadth> read_breadth(ValueReader& reader) {
    using Kind = TrackBreadth::Kind;
    static constexpr Keyword<Kind> kKeywords[]{{"auto", Kind::kAuto},
                                               {"min-content", Kind::kMinContent},
                                               {"max-content", Kind::kMaxContent}};
    if (reader.at_end()) {
        return std::nullopt;
    }
    if (const auto kind = read_keyword(reader, kKeywords)) {
        return TrackBreadth{*kind, {}, 0};
    }
    const css::Token& token = reader.peek();
    if (token.number < 0) {
        return std::nullopt;
    }
    if (token.is(TokenType::kDimension) && ascii::equal_ignoring_case(token.value(), "fr")) {
        const double flex = token.number;
        reader.next();
        return TrackBreadth{Kind::kFlex, {}, flex};
    }
    const auto length = reader.read_non_negative_length_percentage();
    return length ? std::optional(TrackBreadth{Kind::kLength, *length, 0}) : std::nullopt;
}

// `1fr` alone is minmax(auto, 1fr) (§7.2.4).
TrackSize track_of(const TrackBreadth& breadth) {
    return {breadth.kind == TrackBreadth::Kind::kFlex ? TrackBreadth{} : breadth, breadth, {}};
}

std::optional<TrackSize> read_minmax(ValueReader arguments) {
    const auto min = read_breadth(arguments);
    const bool comma = arguments.read_comma();
    const auto max = read_breadth(arguments);
    if (!min || !comma || !max || !arguments.at_end() || min->kind == TrackBreadth::Kind::kFlex) {
        return std::nullopt;
    }
    return TrackSize{*min, *max, {}};
}

css::LineNames& names_here(TrackList& list) {
    return list.repeated.empty() ? list.line_names : list.names_after_repeated;
}

bool read_repeat(ValueReader arguments, TrackList& list) {
    const bool auto_fill = arguments.read_ident("auto-fill");
    const bool auto_fit = !auto_fill && arguments.read_ident("auto-fit");
    const auto count = auto_fill || auto_fit ? std::optional(1) : arguments.read_integer();
    if (!count || *count < 1 || !arguments.read_comma()) {
        return false;
    }
    TrackList part;
    for (bool after_names = false; !arguments.at_end();) {
        after_names = !after_names && read_line_names(arguments, part);
        if (after_names) {
            continue;
        }
        const auto track = read_track(arguments);
        if (!track) {
            return false;
        }
        part.tracks.push_back(*track);
    }
    if (auto_fill || auto_fit) {
        if (!list.repeated.empty()) {
            return false;
        }
        list.repeated = part.tracks;
        list.repeated_names = part.line_names;
        list.repeat_at = list.tracks.size();
        list.is_auto_fit = auto_fit;
        return !part.tracks.empty();
    }
    const auto most = static_cast<std::size_t>(arguments.limits().grid_tracks);
    const std::size_t times = std::min(static_cast<std::size_t>(*count), most);
    if (part.tracks.empty() || list.tracks.size() + times * part.tracks.size() > most) {
        return false;
    }
    for (std::size_t i = 0; i < times; ++i) {
        for (const auto& [name, line] : part.line_names) {
            names_here(list).emplace(name, static_cast<int>(list.tracks.size()) + line);
        }
        list.tracks.insert(list.tracks.end(), part.tracks.begin(), part.tracks.end());
    }
    return true;
}

}  // namespace

std::optional<TrackSize> read_track(ValueReader& reader) {
    if (const auto arguments = reader.read_function("minmax")) {
        return read_minmax(ValueReader(*arguments, reader.units()));
    }
    if (const auto arguments = reader.read_function("fit-content")) {
        ValueReader limit(*arguments, reader.units());
        const auto length = limit.read_non_negative_length_percentage();
        return length && limit.at_end() ? std::optional(TrackSize{{}, {}, *length}) : std::nullopt;
    }
    const auto breadth = read_breadth(reader);
    return breadth ? std::optional(track_of(*breadth)) : std::nullopt;
}

bool read_line_names(ValueReader& reader, TrackList& list) {
    if (reader.at_end() || !reader.peek().is(TokenType::kOpenBracket)) {
        return false;
    }
    reader.next();
    while (const auto name = reader.read_custom_ident()) {
        names_here(list).emplace(*name, static_cast<int>(list.tracks.size()));
    }
    if (reader.at_end() || !reader.peek().is(TokenType::kCloseBracket)) {
        return false;
    }
    reader.next();
    return true;
}

std::optional<TrackList> read_track_list(ValueReader& reader) {
    TrackList list;
    if (reader.read_ident("none")) {
        return list;
    }
    bool any = false;
    bool after_names = false;
    while (!reader.at_end() && !reader.peek().is_delim('/')) {
        any = true;
        after_names = !after_names && read_line_names(reader, list);
        if (after_names) {
            continue;
        }
        if (const auto arguments = reader.read_function("repeat")) {
            if (!read_repeat(ValueReader(*arguments, reader.units()), list)) {
                return std::nullopt;
            }
            continue;
        }
        const auto track = read_track(reader);
        if (!track) {
            return std::nullopt;
        }
        list.tracks.push_back(*track);
    }
    return any ? std::optional(list) : std::nullopt;
}

std::vector<TrackSize> read_auto_tracks(ValueReader& reader) {
    std::vector<TrackSize> tracks;
    while (!reader.at_end() && !reader.peek().is_delim('/')) {
        const auto track = read_track(reader);
        if (!track) {
            return {};
        }
        tracks.push_back(*track);
    }
    return tracks;
}

}  // namespace ghreveal::style
