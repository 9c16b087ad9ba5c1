// The lines of the files that diagnostics are about, read when first asked for; and the comments in
// them that silence rules:
//
//     <!-- ghreveal-disable-next-line RULE RULE -->
//     <!-- ghreveal-disable-slide RULE -->
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/error.h"
#include "support/limits.h"
#include "support/rules.h"

namespace ghreveal::check {

class SourceTexts {
public:
    explicit SourceTexts(const Limits& limits) : limits_(limits) {}
    // Empty where the file or the line is not there.
    std::string_view line(const std::string& file, int number);
    const std::vector<std::string>& lines_of(const std::string& file);

private:
    const Limits& limits_;
    std::map<std::string, std::vector<std::string>> files_;
};

// The position with the columns of the first thing that `sentence` quotes, 'like this', when it
// stands in the line.
SourcePosition with_columns(SourcePosition, std::string_view line, std::string_view sentence);

// Whether that thing stands in the line as a word of its own.
bool names_first_quoted(std::string_view line, std::string_view sentence);

// Whether the line is a comment of this kind that names the rule, or no rule at all.
bool disables(std::string_view line, std::string_view kind, Rule);

}  // namespace ghreveal::check
