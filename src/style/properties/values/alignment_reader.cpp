#include "style/properties/values/alignment_reader.h"

namespace ghreveal::style {

namespace {

bool read_distribution(ValueReader& reader, Align& target) {
    static constexpr Keyword<Align> kDistributions[]{{"space-between", Align::kSpaceBetween},
                                                     {"space-around", Align::kSpaceAround},
                                                     {"space-evenly", Align::kSpaceEvenly}};
    const auto value = read_keyword(reader, kDistributions);
    target = value.value_or(target);
    return value.has_value();
}

bool read_position(ValueReader& reader, int allowed, Align& target) {
    static constexpr Keyword<Align> kPositions[]{{"start", Align::kStart},
                                                 {"end", Align::kEnd},
                                                 {"flex-start", Align::kFlexStart},
                                                 {"flex-end", Align::kFlexEnd},
                                                 {"center", Align::kCenter}};
    static constexpr Keyword<Align> kOfItemsAlone[]{{"self-start", Align::kSelfStart},
                                                    {"self-end", Align::kSelfEnd}};
    static constexpr Keyword<Align> kSides[]{{"left", Align::kLeft}, {"right", Align::kRight}};
    auto value = read_keyword(reader, kPositions);
    if (!value && (allowed & kItemPosition) != 0) {
        value = read_keyword(reader, kOfItemsAlone);
    }
    if (!value && (allowed & kLeftAndRight) != 0) {
        value = read_keyword(reader, kSides);
    }
    target = value.value_or(target);
    return value.has_value();
}

// §4.4: what has no room begins at the start; at a start it does so anyway.
Align safe(Align align) {
    switch (align) {
        case Align::kCenter:
            return Align::kSafeCenter;
        case Align::kEnd:
        case Align::kSelfEnd:
        case Align::kRight:
            return Align::kSafeEnd;
        case Align::kFlexEnd:
            return Align::kSafeFlexEnd;
        default:
            return align;
    }
}

// [ safe | unsafe ]? <position>
bool read_overflow_position(ValueReader& reader, int allowed, Align& target) {
    if (reader.read_ident("safe")) {
        const bool is_read = read_position(reader, allowed, target);
        target = safe(target);
        return is_read;
    }
    reader.read_ident("unsafe");
    return read_position(reader, allowed, target);
}

// [ first | last ]? baseline
bool read_baseline(ValueReader& reader, Align& target) {
    const bool is_last = reader.read_ident("last");
    const bool has_which = is_last || reader.read_ident("first");
    if (!reader.read_ident("baseline")) {
        return false;
    }
    target = has_which && is_last ? Align::kLastBaseline : Align::kBaseline;
    return true;
}

}  // namespace

bool read_alignment(ValueReader& reader, int allowed, Align& target) {
    static constexpr Keyword<Align> kOfAll[]{{"normal", Align::kNormal},
                                             {"stretch", Align::kStretch}};
    if (const auto value = read_keyword(reader, kOfAll)) {
        target = *value;
        return true;
    }
    if ((allowed & kAuto) != 0 && reader.read_ident("auto")) {
        target = Align::kAuto;
        return true;
    }
    if ((allowed & kBaseline) != 0) {
        const std::size_t start = reader.position();
        if (read_baseline(reader, target)) {
            return true;
        }
        reader.rewind(start);
    }
    return ((allowed & kDistribution) != 0 && read_distribution(reader, target)) ||
           read_overflow_position(reader, allowed, target);
}

}  // namespace ghreveal::style
