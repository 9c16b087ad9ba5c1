// Line breaking classes of characters (UAX #14 of Unicode 15.0).
#pragma once

#include <cstdint>

namespace ghreveal::text {

// Named as in UAX #14. Rule LB1 is applied: what is ambiguous, unknown or South East Asian is AL,
// or CM when it is a mark, and conditional Japanese starters are ID (CSS Text 3 §5.3, as browsers
// do). All mandatory breaks are BK.
enum class LineBreakClass : std::uint8_t {
    kAL,
    kB2,
    kBA,
    kBB,
    kBK,
    kCB,
    kCL,
    kCM,
    kCP,
    kEB,
    kEM,
    kEX,
    kGL,
    kH2,
    kH3,
    kHL,
    kHY,
    kID,
    kIN,
    kIS,
    kJL,
    kJT,
    kJV,
    kNS,
    kNU,
    kOP,
    kPO,
    kPR,
    kQU,
    kRI,
    kSP,
    kSY,
    kWideOP,  // OP of East Asian width (LB30)
    kWJ,
    kZW,
    kZWJ,
};

LineBreakClass line_break_class(char32_t);

}  // namespace ghreveal::text
