#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/commands.h"
#include "export/sheets/contact_sheet_output.h"
#include "pages/session.h"
#include "style/sheets/themes.h"
#include "support/file.h"

namespace ghreveal::cli {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> themes_of(const Options& options) {
    return options.themes.empty() ? style::bundled_themes() : options.themes;
}

fs::path sheet_of(const std::string& theme) {
    return style::find_theme(theme, {fs::path("."), fs::path("."), {}}, {});
}

// The sample slide in a theme. The session owns the faces that the page is drawn with.
struct Sample {
    std::unique_ptr<pages::Session> session;
    exporter::SheetCell cell;
};

Sample draw_sample(const std::string& theme, Diagnostics& diagnostics, Timings& timings) {
    pages::ExportOptions options;
    options.theme = sheet_of(theme).string();
    options.slides = "1/0";
    options.fragments = pages::FragmentMode::kFinal;
    options.offline = true;
    Sample sample;
    const fs::path deck = data_directory() / "themes" / "base" / "sample.md";
    sample.session = std::make_unique<pages::Session>(deck.string(), options, diagnostics, timings);
    sample.session->for_each_page([&](const pages::Page& page) {
        sample.cell = {page.content, sample.session->page_geometry().page, theme,
                       sample.session->deck().slides[page.slide].section};
    });
    return sample;
}

std::string target_of(const std::string& output) {
    std::string name = "themes.pdf";
    if (output.empty()) {
        return name;
    }
    return output.back() == '/' || is_folder(output) ? (fs::path(output) / name).string() : output;
}

}  // namespace

std::string list_themes(const Options& options) {
    const std::vector<std::string> themes = themes_of(options);
    std::size_t width = 0;
    for (const std::string& theme : themes) {
        width = std::max(width, theme.size());
    }
    std::string text;
    for (const std::string& theme : themes) {
        const std::string about =
            style::theme_description(sheet_of(theme), options.exporting.limits);
        text += about.empty() ? theme + "\n" : fmt::format("{:<{}}  {}\n", theme, width, about);
    }
    return text;
}

std::string draw_themes(const Options& options, Diagnostics& diagnostics, Timings& timings) {
    std::vector<Sample> samples;
    std::vector<exporter::SheetCell> cells;
    for (const std::string& theme : themes_of(options)) {
        samples.push_back(draw_sample(theme, diagnostics, timings));
        cells.push_back(samples.back().cell);
    }
    const exporter::ContactSheet sheet =
        exporter::contact_sheet(cells, {}, samples.front().session->parts().shaper);
    exporter::OutputFile file(target_of(options.output));
    if (fs::path(options.output).extension() == ".png") {
        exporter::write_as_picture(sheet, 1, file);
    } else {
        deck::Metadata about;
        about.title = "Themes";
        exporter::write_as_pdf(sheet, {about}, file);
    }
    file.commit();
    return fmt::format("{}: {} theme{}", file.name(), cells.size(), cells.size() == 1 ? "" : "s");
}

}  // namespace ghreveal::cli
