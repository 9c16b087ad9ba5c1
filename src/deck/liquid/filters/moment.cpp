#include "deck/liquid/filters/moment.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>

#include "support/ascii.h"

namespace ghreveal::deck::liquid {

namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};

// Takes a date apart from its beginning on.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(ascii::trimmed(text)) {}

    std::optional<int> number(std::size_t most_digits) {
        std::size_t size = 0;
        while (size < std::min(most_digits, text_.size()) && ascii::is_digit(text_[size])) {
            ++size;
        }
        int value = 0;
        if (size == 0 ||
            std::from_chars(text_.data(), text_.data() + size, value).ec != std::errc{}) {
            return std::nullopt;
        }
        text_.remove_prefix(size);
        return value;
    }
    bool skip(std::string_view any_of) {
        if (text_.empty() || any_of.find(text_.front()) == any_of.npos) {
            return false;
        }
        text_.remove_prefix(1);
        return true;
    }
    void skip_blanks() {
        while (skip(" ,")) {
        }
    }
    // A month by its name or the first three letters of it, 1 to 12.
    std::optional<int> month() {
        for (std::size_t i = 0; i < kMonths.size(); ++i) {
            if (text_.size() >= 3 && ascii::starts_ignoring_case(text_, kMonths[i].substr(0, 3))) {
                while (!text_.empty() && ascii::is_letter(text_.front())) {
                    text_.remove_prefix(1);
                }
                return static_cast<int>(i) + 1;
            }
        }
        return std::nullopt;
    }
    std::string_view rest() const { return text_; }

private:
    std::string_view text_;
};

struct Date {
    int year = 0;
    int month = 0;
    int day = 0;
};

std::optional<std::int64_t> days_of(const Date& date) {
    const std::chrono::year_month_day checked{std::chrono::year(date.year),
                                              std::chrono::month(static_cast<unsigned>(date.month)),
                                              std::chrono::day(static_cast<unsigned>(date.day))};
    if (!checked.ok()) {
        return std::nullopt;
    }
    return std::chrono::sys_days(checked).time_since_epoch().count();
}

std::optional<Date> read_date(Scanner& scanner) {
    Date date;
    if (const auto month = scanner.month()) {  // May 1, 2020
        scanner.skip_blanks();
        const auto day = scanner.number(2);
        scanner.skip_blanks();
        const auto year = scanner.number(4);
        return day && year ? std::optional(Date{*year, *month, *day}) : std::nullopt;
    }
    const auto first = scanner.number(4);
    if (!first) {
        return std::nullopt;
    }
    if (scanner.skip("-/")) {  // 2020-05-01
        const auto month = scanner.number(2);
        const bool joined = scanner.skip("-/");
        const auto day = scanner.number(2);
        return month && joined && day ? std::optional(Date{*first, *month, *day}) : std::nullopt;
    }
    scanner.skip_blanks();  // 1 May 2020
    const auto month = scanner.month();
    scanner.skip_blanks();
    const auto year = scanner.number(4);
    return month && year ? std::optional(Date{*year, *month, *first}) : std::nullopt;
}

// Seconds east of UTC; nothing where the text names no zone.
std::optional<int> read_zone(Scanner& scanner) {
    scanner.skip_blanks();
    if (scanner.rest().starts_with('Z') || scanner.rest().starts_with("UTC") ||
        scanner.rest().starts_with("GMT")) {
        return 0;
    }
    const int sign = scanner.rest().starts_with('-') ? -1 : 1;
    if (!scanner.skip("+-")) {
        return std::nullopt;
    }
    const int hours = scanner.number(2).value_or(0);
    scanner.skip(":");
    return sign * (hours * 3600 + scanner.number(2).value_or(0) * 60);
}

std::optional<Moment> read_time(Scanner& scanner, std::int64_t days) {
    Moment moment{days * kDay, 0, 0};
    scanner.skip("T");
    scanner.skip_blanks();
    const auto hour = scanner.number(2);
    if (!hour) {
        return moment;
    }
    const int minute = scanner.skip(":") ? scanner.number(2).value_or(0) : 0;
    const int second = scanner.skip(":") ? scanner.number(2).value_or(0) : 0;
    if (*hour > 24 || minute > 59 || second > 60) {
        return std::nullopt;
    }
    if (scanner.skip(".")) {
        int scale = 100'000'000;
        while (const auto digit = scanner.number(1)) {
            moment.nanoseconds += *digit * scale;
            scale /= 10;
        }
    }
    moment.offset = read_zone(scanner).value_or(0);
    moment.seconds += *hour * 3600 + minute * 60 + second - moment.offset;
    return moment;
}

// The parts of a moment that a format may ask for.
struct Fields {
    explicit Fields(const Moment& moment)
        : local(moment.seconds + moment.offset),
          days((local >= 0 ? local : local - kDay + 1) / kDay),
          second_of_day(static_cast<int>(local - days * kDay)),
          date(std::chrono::sys_days(std::chrono::days(days))) {}

    std::int64_t local;
    std::int64_t days;
    int second_of_day;
    std::chrono::year_month_day date;

    int year() const { return static_cast<int>(date.year()); }
    int month() const { return static_cast<int>(static_cast<unsigned>(date.month())); }
    int day() const { return static_cast<int>(static_cast<unsigned>(date.day())); }
    int hour() const { return second_of_day / 3600; }
    int hour12() const { return hour() % 12 == 0 ? 12 : hour() % 12; }
    int minute() const { return second_of_day / 60 % 60; }
    int second() const { return second_of_day % 60; }
    // 0: Sunday.
    int weekday() const { return static_cast<int>(((days + 4) % 7 + 7) % 7); }
    int day_of_year() const {
        const auto first = std::chrono::sys_days(date.year() / 1 / 1).time_since_epoch().count();
        return static_cast<int>(days - first) + 1;
    }
};

std::string zone_text(int offset, std::string_view separator) {
    const int minutes = std::abs(offset) / 60;
    return fmt::format("{}{:02}{}{:02}", offset < 0 ? '-' : '+', minutes / 60, separator,
                       minutes % 60);
}

struct Number {
    std::int64_t value = 0;
    int width = 1;
    char fill = '0';
};

// The conversions that are numbers, with the width that they are filled to.
std::optional<Number> number_for(char conversion, const Fields& fields, const Moment& moment) {
    switch (conversion) {
        case 'Y':
            return Number{fields.year(), 1};
        case 'C':
            return Number{fields.year() / 100, 2};
        case 'y':
            return Number{fields.year() % 100, 2};
        case 'm':
            return Number{fields.month(), 2};
        case 'd':
            return Number{fields.day(), 2};
        case 'e':
            return Number{fields.day(), 2, ' '};
        case 'j':
            return Number{fields.day_of_year(), 3};
        case 'H':
            return Number{fields.hour(), 2};
        case 'k':
            return Number{fields.hour(), 2, ' '};
        case 'I':
            return Number{fields.hour12(), 2};
        case 'l':
            return Number{fields.hour12(), 2, ' '};
        case 'M':
            return Number{fields.minute(), 2};
        case 'S':
            return Number{fields.second(), 2};
        case 'L':
            return Number{moment.nanoseconds / 1'000'000, 3};
        case 'N':
            return Number{moment.nanoseconds, 9};
        case 'u':
            return Number{fields.weekday() == 0 ? 7 : fields.weekday(), 1};
        case 'w':
            return Number{fields.weekday(), 1};
        case 's':
            return Number{moment.seconds, 1};
        case 'U':
            return Number{(fields.day_of_year() + 6 - fields.weekday()) / 7, 2};
        case 'W':
            return Number{(fields.day_of_year() + 6 - (fields.weekday() + 6) % 7) / 7, 2};
        default:
            return std::nullopt;
    }
}

std::optional<std::string> text_for(char conversion, const Fields& fields, const Moment& moment) {
    const auto weekday = kWeekdays[static_cast<std::size_t>(fields.weekday())];
    const auto month = kMonths[static_cast<std::size_t>(fields.month() - 1)];
    switch (conversion) {
        case 'A':
            return std::string(weekday);
        case 'a':
            return std::string(weekday.substr(0, 3));
        case 'B':
            return std::string(month);
        case 'b':
        case 'h':
            return std::string(month.substr(0, 3));
        case 'p':
            return fields.hour() < 12 ? "AM" : "PM";
        case 'P':
            return fields.hour() < 12 ? "am" : "pm";
        case 'z':
            return zone_text(moment.offset, "");
        case 'Z':
            return moment.offset == 0 ? "UTC" : "";
        case 'F':
            return formatted(moment, "%Y-%m-%d");
        case 'T':
        case 'X':
            return formatted(moment, "%H:%M:%S");
        case 'R':
            return formatted(moment, "%H:%M");
        case 'r':
            return formatted(moment, "%I:%M:%S %p");
        case 'D':
        case 'x':
            return formatted(moment, "%m/%d/%y");
        case 'c':
            return formatted(moment, "%a %b %e %H:%M:%S %Y");
        case 'v':
            return formatted(moment, "%e-%^b-%Y");
        case 'n':
            return "\n";
        case 't':
            return "\t";
        case '%':
            return "%";
        default:
            return std::nullopt;
    }
}

// What stands between `%` and the letter.
struct Flags {
    char fill = 0;  // `-`: none
    bool upper = false;
    std::string_view colons;
    std::size_t width = 0;
};

Flags read_flags(std::string_view& format) {
    Flags flags;
    for (; !format.empty(); format.remove_prefix(1)) {
        const char c = format.front();
        if (c == '-' || c == '0' || c == '_') {
            flags.fill = c == '_' ? ' ' : c;
        } else if (c == '^' || c == '#') {
            flags.upper = true;
        } else if (c == ':') {
            flags.colons = ":";
        } else {
            break;
        }
    }
    while (!format.empty() && ascii::is_digit(format.front())) {
        flags.width = std::min<std::size_t>(
            100, flags.width * 10 + static_cast<std::size_t>(format.front() - '0'));
        format.remove_prefix(1);
    }
    return flags;
}

std::string filled(const std::string& text, std::size_t width, char fill) {
    return text.size() < width ? std::string(width - text.size(), fill) + text : text;
}

std::optional<std::string> converted(char letter, const Flags& flags, const Moment& moment) {
    const Fields fields(moment);
    if (const auto number = number_for(letter, fields, moment)) {
        const std::size_t width =
            flags.width > 0 ? flags.width : static_cast<std::size_t>(number->width);
        const std::string digits = std::to_string(number->value);
        return flags.fill == '-'
                   ? digits
                   : filled(digits, width, flags.fill != 0 ? flags.fill : number->fill);
    }
    if (letter == 'z' && !flags.colons.empty()) {
        return zone_text(moment.offset, flags.colons);
    }
    auto text = text_for(letter, fields, moment);
    if (text && flags.upper) {
        text = ascii::upper_case(*text);
    }
    return text ? std::optional(filled(*text, flags.width, ' ')) : std::nullopt;
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) {
    text = ascii::trimmed(text);
    if (!text.empty() && text.find_first_not_of("0123456789") == text.npos) {
        Moment moment;
        const auto end = text.data() + text.size();
        return std::from_chars(text.data(), end, moment.seconds).ec == std::errc{}
                   ? std::optional(moment)
                   : std::nullopt;
    }
    Scanner scanner(text);
    const auto date = read_date(scanner);
    const auto days = date ? days_of(*date) : std::nullopt;
    return days ? read_time(scanner, *days) : std::nullopt;
}

std::string formatted(const Moment& moment, std::string_view format) {
    std::string out;
    while (!format.empty()) {
        const std::size_t percent = std::min(format.find('%'), format.size());
        out += format.substr(0, percent);
        format.remove_prefix(percent);
        if (format.empty()) {
            break;
        }
        const std::string_view written = format;
        format.remove_prefix(1);
        const Flags flags = read_flags(format);
        const auto text = format.empty() ? std::nullopt : converted(format[0], flags, moment);
        format.remove_prefix(std::min<std::size_t>(1, format.size()));
        out += text ? *text : std::string(written.substr(0, written.size() - format.size()));
    }
    return out;
}

}  // namespace ghreveal::deck::liquid
