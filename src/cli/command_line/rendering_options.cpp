#include <CLI/CLI.hpp>
#include <map>
#include <stdexcept>

#include "cli/command_line/option_groups.h"
#include "cli/command_line/option_kinds.h"
#include "deck/page/reveal_version.h"
#include "support/limit_names.h"

namespace ghreveal::cli {

namespace {

const std::map<std::string, pages::FragmentMode> kFragmentModes{
    {"all", pages::FragmentMode::kAll}, {"final", pages::FragmentMode::kFinal}};
const std::map<std::string, pages::OverflowMode> kOverflowModes{
    {"fit", pages::OverflowMode::kFit}, {"clip", pages::OverflowMode::kClip}};
const std::map<std::string, math::MathMode> kMathModes{{"katex", math::MathMode::kKatex},
                                                       {"source", math::MathMode::kSource}};

deck::RevealVersion parse_reveal_version(const std::string& text) {
    const auto version = deck::parse_version(text);
    if (!version) {
        throw std::invalid_argument("'" + text + "' is no version; write 3.8, 4 or 5.1.0, say");
    }
    return *version;
}

void add_reading_options(CLI::App& app, pages::ExportOptions& options) {
    add_choice(app, app.get_name() == "check" ? "--deck-format" : "--format,--deck-format",
               options.format, deck_formats(),
               "Format of the decks: gh-reveal Markdown, HTML pages of reveal.js, Markdown as "
               "reveal-md has it; auto tells by their content (default)")
        ->type_name("auto|gh-reveal|html|markdown");
    add_parsed(
        app, "--reveal-version", options.version, parse_reveal_version,
        "Version of reveal.js whose style sheets lay the slides out; default: the one that the "
        "deck or its site names")
        ->type_name("VERSION");
    add_choice(
        app, "--math", options.math, kMathModes,
        "Way to show formulas in TeX: katex sets them (default), source leaves them as written")
        ->type_name("katex|source");
}

}  // namespace

const std::map<std::string, std::optional<deck::Format>>& deck_formats() {
    static const std::map<std::string, std::optional<deck::Format>> kFormats{
        {"auto", std::nullopt},
        {"gh-reveal", deck::Format::kGhReveal},
        {"html", deck::Format::kPage},
        {"markdown", deck::Format::kMarkdown}};
    return kFormats;
}

void add_rendering_options(CLI::App& app, pages::ExportOptions& options) {
    app.option_defaults()->group("Reading decks");
    add_reading_options(app, options);
    app.option_defaults()->group("Slides and pages");
    add_choice(app, "--fragments", options.fragments, kFragmentModes,
               "States of a slide that get a page: all (default, unless the deck sets "
               "pdfSeparateFragments to false), or final, the one with everything shown")
        ->type_name("all|final");
    app.add_option("--slides", options.slides,
                   "Export only these slides: 3, 2-5 (positions; the title slide is 1), 2/1 (as "
                   "reveal.js numbers them), #id; separate several by commas")
        ->type_name("LIST");
    add_parsed(
        app, "--size", options.page_size, parse_page_size,
        "Page size in CSS px (1/96 in), as a ratio (16:9) or paper (A4), the slide scaled to "
        "fit; default: the slide and its margin, 998x728")
        ->type_name("SIZE");
    app.add_option("--theme", options.theme,
                   "Use this theme or style sheet instead of the deck's theme")
        ->type_name("NAME|FILE");
    app.add_option("--css", options.extra_sheets,
                   "Apply this style sheet after the theme; may be repeated")
        ->allow_extra_args(false)  // what follows is a deck
        ->type_name("FILE");
    add_choice(
        app, "--overflow", options.overflow, kOverflowModes,
        "Treatment of code and slides that are too large: fit shrinks them (default), clip cuts "
        "them as a browser does")
        ->type_name("fit|clip");
    app.option_defaults()->group("Network and bounds");
    app.add_flag("--offline", options.offline,
                 "Fetch nothing from the network; pictures and fonts from the web are used if they "
                 "are in the "
                 "cache");
    app.add_flag(
        "--allow-private-network", options.allow_private_network,
        "Let decks use pictures and fonts of private networks and this machine's own servers, and "
        "use the proxies of the environment");
    add_seconds(app, "--fetch-timeout", options.limits.fetch_milliseconds,
                "Maximum time for fetching one picture or font; default: 20");
    app.add_option_function<std::vector<std::string>>(
           "--limit",
           [&options](const std::vector<std::string>& assignments) {
               for (const std::string& assignment : assignments) {
                   try {
                       set_limit(options.limits, assignment);
                   } catch (const std::invalid_argument& problem) {
                       throw CLI::ValidationError("--limit", problem.what());
                   }
               }
           },
           "Set another bound against decks that would take all time or memory, by the name that "
           "its message gives: pages=200000; may be repeated")
        ->allow_extra_args(false)  // what follows is a deck
        ->type_name("NAME=NUMBER");
    add_seconds(app, "--svg-timeout", options.limits.svg_milliseconds,
                "Maximum time for drawing one SVG with costly filters; default: 1");
    app.add_option_function<int>(
           "--image-megapixels",
           [&options](int megapixels) {
               options.limits.image_pixels = static_cast<std::size_t>(megapixels) << 20U;
           },
           "Maximum number of pixels of a picture, in millions (2^20); default: 100")
        ->type_name("N")
        ->check(number_within(1, 4000));
    app.add_option("--allow-dir", options.allowed_folders,
                   "Let decks show pictures of this folder outside the site; may be repeated")
        ->type_name("DIR")
        ->allow_extra_args(false)  // what follows is a deck
        ->check(CLI::ExistingDirectory);
}

}  // namespace ghreveal::cli
