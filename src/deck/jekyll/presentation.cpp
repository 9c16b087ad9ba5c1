#include "deck/jekyll/presentation.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <string>

#include "support/ascii.h"
#include "support/file.h"

namespace ghreveal::deck::jekyll {

namespace fs = std::filesystem;

namespace {

// Layouts around layouts: more are in a circle.
constexpr int kMostLayouts = 10;

std::string scalar(const YAML::Node& map, const char* key) {
    const YAML::Node value = map && map.IsMap() ? map[key] : YAML::Node();
    return value && value.IsScalar() && !value.IsNull() ? value.Scalar() : "";
}

bool has_any(std::string_view text, std::span<const std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

bool loads_reveal(std::string_view layout) {
    static constexpr std::string_view kMarks[] = {"reveal.js",        "reveal.css",
                                                  "reveal.min.",      "Reveal.initialize",
                                                  "class=\"reveal\"", "class='reveal'"};
    return has_any(layout, kMarks);
}

// The names that layouts of reveal.js have, where the layout itself comes from a theme.
bool is_name_of_presentations(std::string_view name) {
    static constexpr std::string_view kNames[] = {"presentation", "reveal", "slide"};
    return has_any(ascii::lower_case(name), kNames);
}

bool has_keywords(std::string_view text) {
    static constexpr std::string_view kKeywords[] = {
        "\u00a7new",      "\u00a7break",     "\u00a7notes", "\u00a7fragment", "\u00a7slide:",
        "\u00a7element:", "\u00a7pelement:", "\u00a7id:",   "\u00a7icon:"};
    return has_any(text, kKeywords);
}

bool has_settings_of_reveal(const YAML::Node& front_matter) {
    static constexpr const char* kKeys[] = {"initialization",    "theme",
                                            "revealOptions",     "separator",
                                            "verticalSeparator", "highlightTheme"};
    return front_matter.IsMap() &&
           std::any_of(std::begin(kKeys), std::end(kKeys),
                       [&](const char* key) { return front_matter[key].IsDefined(); });
}

// What every project has beside its decks.
bool is_project_file(const fs::path& file) {
    static constexpr std::string_view kNames[] = {"readme",          "changelog", "license",
                                                  "contributing",    "authors",   "security",
                                                  "code_of_conduct", "history",   "news"};
    const std::string name = ascii::lower_case(file.stem().string());
    return std::any_of(std::begin(kNames), std::end(kNames),
                       [&](std::string_view known) { return name == known; });
}

}  // namespace

bool has_presentation_layout(const SitePage& page, const SiteConfiguration& site) {
    const std::string named = site.text("layouts_dir");
    const fs::path folder = site.root_folder() / (named.empty() ? "_layouts" : named);
    std::string name = scalar(page.front_matter, "layout");
    for (int i = 0; i < kMostLayouts && !name.empty(); ++i) {
        const media::Site whole{site.root_folder(), folder, {}};
        const auto file = media::resolve_file(whole, name + ".html");
        if (!file || !is_file(*file)) {
            return is_name_of_presentations(name);
        }
        const std::string text = read_file(*file, site.limits().source_bytes);
        if (loads_reveal(text)) {
            return true;
        }
        const SplitDeck split = split_front_matter(text, file->string());
        name = scalar(page_of(split, file->string(), site).front_matter, "layout");
    }
    return false;
}

bool is_presentation(const SitePage& page, std::string_view text, Format format,
                     const SiteConfiguration& site) {
    const std::string& type = page.place.type;
    if (type == "presentations") {
        return true;
    }
    if (type != "pages" || has_presentation_layout(page, site)) {
        return has_presentation_layout(page, site);
    }
    if (is_project_file(page.place.path)) {
        return false;
    }
    const bool is_reveal_md = text.find("<!-- .slide:") != text.npos ||
                              text.find("<!-- .element:") != text.npos ||
                              // A rule between blank lines separates slides, but in a Jekyll site,
                              // where it is a rule.
                              (format == Format::kMarkdown && !is_file(site.file()));
    return is_reveal_md || has_keywords(text) || has_settings_of_reveal(page.front_matter);
}

}  // namespace ghreveal::deck::jekyll
