#include "cli/messages.h"

#include <unistd.h>

#include <cstdlib>

#include "check/baseline.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace {

using check::MessageFormat;

bool is_terminal() {
    return isatty(STDERR_FILENO) != 0;
}

// https://no-color.org: present and not empty.
check::Colors wanted_colors() {
    const char* no_color = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool is_dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
    return is_terminal() && !is_dumb && (no_color == nullptr || *no_color == '\0')
               ? check::Colors::kAnsi
               : check::Colors::kNone;
}

MessageFormat format_of(const Options& options) {
    return options.messages.value_or(is_terminal() ? MessageFormat::kHuman : MessageFormat::kShort);
}

// What `export` has always written, which scripts may read.
std::string plain_line(const check::Finding& finding) {
    const std::string place = to_string(finding.where);
    return printable(place + (place.empty() ? "" : ": ") + std::string(name_of(finding.level)) +
                     ": " + sentence(finding) + (finding.hint.empty() ? "" : "; " + finding.hint)) +
           "\n";
}

// Behind what the step's other commands have written.
void write_github_summary(const check::Findings& all, const Limits& limits) {
    const char* file = std::getenv("GITHUB_STEP_SUMMARY");
    if (file != nullptr && *file != '\0' && !all.empty()) {
        const std::string before = is_file(file) ? read_file(file, limits.source_bytes) : "";
        AtomicFile summary(file);
        summary.write(before + check::to_github_summary(all));
        summary.commit();
    }
}

}  // namespace

std::string messages_of(const Options& options, const check::Findings& findings) {
    std::string lines;
    const MessageFormat format = format_of(options);
    for (const check::Finding& finding : findings) {
        if (options.quiet && finding.level != Level::kError) {
            continue;
        }
        if (format == MessageFormat::kHuman) {
            lines += check::to_human(finding, wanted_colors());
        } else if (options.command != Command::kCheck) {
            lines += plain_line(finding);
        } else if (format == MessageFormat::kShort) {
            lines += check::to_short(finding);
        }
    }
    return lines;
}

Report report_of(const Options& options, const check::Findings& all) {
    if (!options.new_baseline.empty()) {
        AtomicFile file(options.new_baseline);
        file.write(check::baseline_text(all));
        file.commit();
    }
    const std::string count = options.quiet ? "" : check::count_line(all, options.decks.size());
    switch (format_of(options)) {
        case MessageFormat::kHuman:
        case MessageFormat::kShort:
            break;
        case MessageFormat::kJson:
            return {check::to_json(all), count};
        case MessageFormat::kSarif:
            return {check::to_sarif(all), count};
        case MessageFormat::kGithub:
            write_github_summary(all, options.exporting.limits);
            return {check::to_github(all), count};
    }
    return {"", count};
}

}  // namespace ghreveal::cli
