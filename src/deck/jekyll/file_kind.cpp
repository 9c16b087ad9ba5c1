#include "deck/jekyll/file_kind.h"

#include <algorithm>
#include <filesystem>

#include "deck/jekyll/page_address.h"
#include "deck/jekyll/presentation.h"
#include "deck/settings/front_matter.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck::jekyll {

namespace {

// A page that has reveal.js's elements; one of a generator for other things has not.
bool is_reveal_page(std::string_view html) {
    const auto has_class = [&](std::string_view name) {
        for (std::size_t at = html.find(name); at != html.npos; at = html.find(name, at + 1)) {
            const char before = at > 0 ? html[at - 1] : ' ';
            if (before == '"' || before == '\'' || before == ' ' || before == '=') {
                return true;
            }
        }
        return false;
    };
    return has_class("reveal") && has_class("slides") && html.find("<section") != html.npos;
}

}  // namespace

FileKind kind_of_file(std::string_view text, const std::string& file,
                      const SiteConfiguration& site) {
    const std::string clean = utf8::sanitized(text);
    const Format format = format_of(clean, file);
    if (format == Format::kPage) {
        return is_reveal_page(clean) ? FileKind::kDeck : FileKind::kOther;
    }
    const SplitDeck split = split_front_matter(clean, file);
    const bool has_front_matter = split.body_line > 1;
    if (!has_front_matter && format != Format::kMarkdown) {
        return FileKind::kOther;
    }
    const SitePage page = page_of(split, file, site);
    const auto is_set = [&](const char* key, const char* value) {
        const YAML::Node node = page.front_matter.IsMap() ? page.front_matter[key] : YAML::Node();
        return node && node.IsScalar() && node.Scalar() == value;
    };
    // Without a `_config.yml` it is no collection of a site, and still where decks are.
    const std::filesystem::path path(file);
    const bool is_in_presentations =
        std::find(path.begin(), path.end(), "_presentations") != path.end();
    if (is_set("published", "false") ||
        !(is_in_presentations || is_presentation(page, clean, format, site))) {
        return FileKind::kOther;
    }
    return is_set("draft", "true") ? FileKind::kDraft : FileKind::kDeck;
}

}  // namespace ghreveal::deck::jekyll
