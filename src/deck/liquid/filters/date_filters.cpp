// Filters that write dates.
#include "deck/liquid/filters.h"
#include "support/ascii.h"

namespace ghreveal::deck::liquid {

namespace {

std::optional<Moment> moment_of(const Value& input, const FilterContext& context) {
    if (const Moment* moment = input.moment()) {
        return *moment;
    }
    if (const std::int64_t* seconds = input.integer()) {
        return Moment{*seconds, 0, 0};
    }
    const std::string* text = input.string();
    if (text == nullptr) {
        return std::nullopt;
    }
    const std::string word = ascii::lower_case(*text);
    return word == "now" || word == "today" ? context.now : parse_moment(*text);
}

// What is no date stays as it is.
Value date(const Value& input, const Arguments& arguments, FilterContext& context) {
    const std::string format = arguments.text(0);
    const auto moment = moment_of(input, context);
    return format.empty() || !moment ? input : Value(formatted(*moment, format));
}

Value in_format(const Value& input, const FilterContext& context, std::string_view format) {
    const auto moment = moment_of(input, context);
    return moment ? Value(formatted(*moment, format)) : input;
}

std::string_view ordinal_ending(int day) {
    if (day % 100 >= 11 && day % 100 <= 13) {
        return "th";
    }
    return day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
}

// "1 May 2020"; "ordinal": "1st May 2020", and in the US "May 1st, 2020".
Value in_words(const Value& input, const Arguments& arguments, const FilterContext& context,
               std::string_view month) {
    const auto moment = moment_of(input, context);
    if (!moment) {
        return input;
    }
    if (arguments.text(0) != "ordinal") {
        return formatted(*moment, "%d " + std::string(month) + " %Y");
    }
    const std::string day = formatted(*moment, "%-d");
    const std::string ordinal = day + std::string(ordinal_ending(std::stoi(day)));
    return arguments.text(1) == "US"
               ? formatted(*moment, std::string(month) + " ") + ordinal + formatted(*moment, ", %Y")
               : ordinal + formatted(*moment, " " + std::string(month) + " %Y");
}

Value date_to_string(const Value& input, const Arguments& arguments, FilterContext& context) {
    return in_words(input, arguments, context, "%b");
}
Value date_to_long_string(const Value& input, const Arguments& arguments, FilterContext& context) {
    return in_words(input, arguments, context, "%B");
}
Value date_to_xmlschema(const Value& input, const Arguments&, FilterContext& context) {
    return in_format(input, context, "%Y-%m-%dT%H:%M:%S%:z");
}
Value date_to_rfc822(const Value& input, const Arguments&, FilterContext& context) {
    return in_format(input, context, "%a, %d %b %Y %H:%M:%S %z");
}

constexpr FilterRow kRows[] = {
    {"date", date},
    {"date_to_string", date_to_string},
    {"date_to_long_string", date_to_long_string},
    {"date_to_xmlschema", date_to_xmlschema},
    {"date_to_rfc822", date_to_rfc822},
};

}  // namespace

std::span<const FilterRow> date_filters() {
    return kRows;
}

}  // namespace ghreveal::deck::liquid
