#include <fmt/format.h>

#include <string_view>

#include "cli/manual/manual.h"

namespace ghreveal::cli {

namespace {

// Text that troff takes for itself. A hyphen that may be typed is a minus, lest readers that copy
// it get another character (groff_man_style(7)).
std::string roff(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\\') {
            escaped += "\\e";
        } else if (c == '-') {
            escaped += "\\-";
        } else {
            const bool is_control = escaped.empty() && (c == '.' || c == '\'');
            escaped += is_control ? std::string("\\&") + c : std::string(1, c);
        }
    }
    return escaped;
}

std::string entry(const std::string& name, const std::string& help) {
    return fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(name), roff(help));
}

std::string synopsis(const CommandDescription& command) {
    std::string line = fmt::format(".B {}\n[\\fIOPTIONS\\fR]", roff(command.name));
    for (const ArgumentDescription& argument : command.arguments) {
        line += fmt::format(" [\\fI{}\\fR{}]", roff(argument.name),
                            argument.is_repeatable ? " ..." : "");
    }
    return line + "\n";
}

std::string section(const CommandDescription& command) {
    std::string text = fmt::format(".SS {}\n{}.\n", roff(command.name), roff(command.summary));
    for (const ArgumentDescription& argument : command.arguments) {
        text += entry(argument.name, argument.help);
    }
    for (const OptionDescription& option : command.options) {
        text += entry(usage_of(option), option.help);
    }
    return text;
}

constexpr const char* kEnd = R"(.SH EXIT STATUS
.TP
.B 0
Done; there may have been warnings.
.TP
.B 1
A deck could not be exported; the others were. Of
.BR "ghreveal check" :
there are errors.
.TP
.B 2
Wrong usage: an unknown option, or a value that cannot be.
.TP
.B 3
With
.BR \-\-strict :
done, but there were warnings.
.SH ENVIRONMENT
.TP
.B GHREVEAL_DATA
A folder with fonts/ and themes/ to use instead of the program's own.
.TP
.B NO_COLOR, CLICOLOR_FORCE
Messages without colors on a terminal, or with colors elsewhere.
.TP
.B SOURCE_DATE_EPOCH
The date of the PDFs, in seconds since 1970; without it and without a date in the deck they have none.
.SH EXAMPLES
.TP
.B ghreveal talk.md
Write talk.pdf, a page for every state of every slide.
.TP
.B ghreveal export \-\-handout talk.md
Write talk\-handout.pdf, slides and notes on paper.
.TP
.B ghreveal check talk.md
Report what would go wrong or look wrong.
)";

}  // namespace

std::string manual_page(const CommandDescription& program) {
    std::string page = fmt::format(
        ".TH GHREVEAL 1 \"\" \"ghreveal {}\" \"User Commands\"\n.SH NAME\nghreveal \\- export "
        "reveal.js decks without a browser\n.SH SYNOPSIS\n",
        GHREVEAL_VERSION);
    for (const CommandDescription& command : program.commands) {
        page += synopsis(command) + ".br\n";
    }
    page += ".SH DESCRIPTION\n" + roff(program.summary) + ".\n.SH OPTIONS\n";
    for (const OptionDescription& option : program.options) {
        page += entry(usage_of(option), option.help);
    }
    page += ".SH COMMANDS\n";
    for (const CommandDescription& command : program.commands) {
        page += section(command);
    }
    return page + kEnd;
}

}  // namespace ghreveal::cli
