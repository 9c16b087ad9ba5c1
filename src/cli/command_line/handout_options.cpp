#include <algorithm>
#include <array>

#include "cli/command_line/option_groups.h"
#include "cli/command_line/option_kinds.h"
#include "cli/command_line/worded_flags.h"

namespace ghreveal::cli {

namespace {

const std::map<std::string, bool> kSwitch{{"on", true}, {"off", false}};
const std::map<std::string, exporter::RuledLines> kRuledLines{
    {"beside", exporter::RuledLines::kBeside}, {"below", exporter::RuledLines::kBelow}};

void add_handout_paper_options(CLI::App& app, exporter::HandoutOptions& handout) {
    auto* landscape = app.add_flag_callback(
        "--landscape", [&handout] { handout.orientation = exporter::Orientation::kLandscape; },
        "Turn the paper on its side");
    app.add_flag_callback(
           "--portrait", [&handout] { handout.orientation = exporter::Orientation::kPortrait; },
           "Keep the paper upright; default: as it makes the slides larger")
        ->excludes(landscape);
    app.add_option_function<double>(
           "--margin", [&handout](double mm) { handout.margin = mm * 96 / 25.4; },
           "Margins in mm; default: 10")
        ->type_name("MM")
        ->check(number_within(0.0, 100.0));
    app.add_option_function<double>(
           "--binding", [&handout](double mm) { handout.binding = mm * 96 / 25.4; },
           "Additional margin in mm on the side where the handout is bound, left")
        ->type_name("MM")
        ->check(number_within(0.0, 100.0));
    app.add_flag("--duplex", handout.duplex,
                 "Lay out for printing on both sides, with even pages bound on the right");
}

}  // namespace

void add_handout_options(CLI::App& app, exporter::OutputOptions& outputs) {
    exporter::HandoutOptions& handout = outputs.handout_options;
    app.option_defaults()->group(kHandoutGroup);
    app.add_flag("--handout", outputs.handout, "Write DECK-handout.pdf, slides and notes on paper");
    app.add_option("--per-page", handout.per_page,
                   "Number of slides on a page: 1 (notes below), 2, 3 (notes beside), 4, 6, "
                   "8, 9 (notes after the slides); default: what suits, about 6 and fewer where "
                   "notes need the room")
        ->type_name("N")
        ->check(CLI::IsMember({1, 2, 3, 4, 6, 8, 9}));
    app.add_flag("--article", handout.article,
                 "Set what the slides say, and the notes, as running text without slides");
    add_handout_paper_options(app, handout);
    add_worded_flag(app, "--lines{beside}", handout.lines, kRuledLines,
                    "Draw lines to write on beside the slides, or below them");
    app.add_flag_callback(
        "--no-notes", [&handout] { handout.with_notes = false; }, "Leave out the notes");
    app.add_option("--notes-css", handout.notes_sheets,
                   "Apply this style sheet to the notes; may be repeated")
        ->allow_extra_args(false)
        ->type_name("FILE");
    add_worded_flag(app, "--ink-saver{on}", handout.ink_saver, kSwitch,
                    "Print dark text on white (default); off: as the slides are");
    app.add_flag("--cover", handout.cover, "Begin with a title page and contents");
    app.add_option("--header", handout.header,
                   "Head of the pages, left|middle|right, with {title}, {subtitle}, "
                   "{author}, {date}, {page}, {pages}; default: {title}||{date}")
        ->type_name("TEXT");
    app.add_option("--footer", handout.footer, "Foot of the pages; default: ||{page} / {pages}")
        ->type_name("TEXT");
    app.add_flag("--notes-pages", outputs.notes_pages,
                 "Have no effect any more; notes are in the handout unless --no-notes is given");
}

std::vector<std::string> joined_words(int argc, const char* const* argv) {
    const std::array<std::pair<std::string, std::vector<std::string>>, 3> flags{
        {{"--ink-saver", {"on", "off"}},
         {"--lines", {"beside", "below"}},
         {"--notes", {"markdown", "text", "html", "json"}}}};
    std::vector<std::string> arguments;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool is_value = std::any_of(flags.begin(), flags.end(), [&](const auto& flag) {
            return !arguments.empty() && arguments.back() == flag.first &&
                   std::find(flag.second.begin(), flag.second.end(), word) != flag.second.end();
        });
        if (is_value) {
            arguments.back() += "=" + word;
        } else {
            arguments.push_back(word);
        }
    }
    return arguments;
}

std::set<std::string> given_of_handout(const CLI::App& command) {
    std::set<std::string> given;
    for (const char* name :
         {"paper", "per-page", "article", "landscape", "portrait", "margin", "binding", "duplex",
          "lines", "no-notes", "ink-saver", "cover", "header", "footer"}) {
        if (command.get_option("--" + std::string(name))->count() > 0) {
            given.insert(name);
        }
    }
    return given;
}

}  // namespace ghreveal::cli
