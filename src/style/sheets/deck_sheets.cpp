#include "style/sheets/deck_sheets.h"

#include <fmt/format.h>

#include <algorithm>

#include "css/queries/media_query.h"
#include "style/sheets/code_styles.h"
#include "style/sheets/reveal_sheets.h"
#include "style/sheets/sheet_addresses.h"
#include "style/style_block.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/rules.h"

namespace ghreveal::style {

namespace fs = std::filesystem;

namespace {

constexpr const char* kCodeStyle = "zenburn";

bool uses_icons(const dom::Node& root) {
    return dom::find_first(root, [](const dom::Node& node) {
               const std::string* classes = node.is_element() ? node.attribute("class") : nullptr;
               return classes != nullptr &&
                      (classes->find("fa-") != std::string::npos || node.has_class("fa"));
           }) != nullptr;
}

// HTML §4.6.7.22: alternate sheets are for a reader to choose.
bool is_sheet_link(const dom::Node& node) {
    const std::string* relations = node.is_element("link") ? node.attribute("rel") : nullptr;
    if (relations == nullptr || node.attribute("href") == nullptr) {
        return false;
    }
    const std::string words = " " + ascii::lower_case(*relations) + " ";
    return words.find(" stylesheet ") != std::string::npos &&
           words.find(" alternate ") == std::string::npos;
}

// The `media` attribute of <style> and <link>.
bool medium_matches(const dom::Node& node, Size page) {
    const std::string* media = node.attribute("media");
    return media == nullptr || media->empty() || css::media_matches(css::tokenize(*media), page);
}

void report_unknown_medium(const dom::Node& node, const std::string& file,
                           Diagnostics& diagnostics) {
    const std::string* media = node.attribute("media");
    const std::string unknown =
        media == nullptr ? "" : css::unknown_media_type(css::tokenize(*media));
    if (!unknown.empty()) {
        diagnostics.warn(Rule::kCssUnsupported, dom::position_of(node, file),
                         fmt::format("unknown media type '{}'", unknown),
                         std::string(css::kMediaTypesHint));
    }
}

bool uses_code_colors(const dom::Node& root) {
    return dom::find_first(root, [](const dom::Node& node) {
               return node.is_element("code") && node.has_class("hljs");
           }) != nullptr;
}

bool has_line_numbers(const dom::Node& root) {
    return dom::find_first(root, [](const dom::Node& node) {
               return node.is_element("table") && node.has_class("hljs-ln");
           }) != nullptr;
}

bool has_diagrams(const dom::Node& root) {
    return dom::find_first(root, [](const dom::Node& node) {
               return node.has_class("diagram-picture") || node.has_class("diagram-source");
           }) != nullptr;
}

// A page that shows its formulas by KaTeX in a browser, too.
bool names_katex_sheet(const dom::Node& root) {
    return dom::find_first(root, [](const dom::Node& node) {
               const std::string* address =
                   node.is_element("link") ? node.attribute("href") : nullptr;
               return address != nullptr && address->find("katex") != std::string::npos;
           }) != nullptr;
}

void load_sheets_of_deck(const deck::Deck& deck, Size page, SheetLoader& loader,
                         Diagnostics& diagnostics) {
    dom::for_each(static_cast<const dom::Node&>(*deck.html), [&](const dom::Node& node) {
        const bool is_style = node.is_element("style");
        if (!is_style && !is_sheet_link(node)) {
            return;
        }
        if (!medium_matches(node, page)) {
            report_unknown_medium(node, deck.file, diagnostics);
            return;
        }
        SourcePosition where = dom::position_of(node, deck.file);
        if (is_style) {
            where.line = std::max(where.line, 1);
            loader.load_text(dom::text_content(node), where);
        } else {
            loader.load_link(*node.attribute("href"), where);
        }
    });
}

void load_theme(const deck::Deck& deck, const fs::path& theme, const StyleOptions& options,
                SheetLoader& loader) {
    if (theme.empty()) {
        return;
    }
    if (is_bundled(theme)) {
        loader.load_bundled(theme, Origin::kAuthor);
    } else {
        loader.load_file(theme, options.trusts_theme ? Trust::kNamed : Trust::kDeck,
                         {deck.file, deck.theme_line});
    }
}

fs::path theme_fonts() {
    return data_directory() / "themes" / "base" / "theme-fonts.css";
}

// A page's own sheets, reveal.js's among them, are what --theme is laid over. Those of reveal.js
// that it names and that are not there are ours.
void load_sheets_of_page(const deck::Deck& deck, const fs::path& theme, const StyleOptions& options,
                         SheetLoader& loader, Diagnostics& diagnostics) {
    loader.set_stand_ins(
        [&](std::string_view address) { return stand_in_sheet(address, deck.version); });
    loader.set_font_stand_ins(theme_fonts());
    load_sheets_of_deck(deck, options.page, loader, diagnostics);
    load_theme(deck, theme, options, loader);
}

// A page has the themes' fonts only where it brings them, asks a font service for them, or has a
// sheet of ours that needs them in place of one that is not there.
bool needs_theme_fonts(const std::vector<LoadedSheet>& sheets) {
    return std::any_of(sheets.begin(), sheets.end(), [](const LoadedSheet& loaded) {
        const fs::path file = loaded.sheet->file;
        return loaded.trust == Trust::kBundled &&
               (is_bundled(file) || file.filename() == "font-awesome.css");
    });
}

// gh-reveal's zenburn, or what a deck for reveal-md asks for, whose default that is too.
void load_code_style(const deck::Deck& deck, SheetLoader& loader, Diagnostics& diagnostics) {
    const std::string& name = deck.code_style;
    if (name.ends_with(".css")) {
        loader.load_link(name, {deck.file, 1});
        return;
    }
    const std::optional<fs::path> sheet = bundled_code_style(name.empty() ? kCodeStyle : name);
    if (!sheet) {
        diagnostics.warn(Rule::kInvalidValue, {deck.file, 1},
                         fmt::format("there is no highlightTheme '{}'; code has the colours of {}",
                                     name, kCodeStyle),
                         did_you_mean(name, bundled_code_styles()));
    }
    loader.load_bundled(sheet.value_or(*bundled_code_style(kCodeStyle)), Origin::kAuthor);
}

// A Markdown deck's page has the sheets that its format gives it, before its own.
void load_sheets_of_format(const deck::Deck& deck, const fs::path& theme,
                           const StyleOptions& options, SheetLoader& loader,
                           Diagnostics& diagnostics) {
    const fs::path base = data_directory() / "themes" / "base";
    loader.load_bundled(reveal_sheet(deck.version), Origin::kAuthor);
    load_theme(deck, theme, options, loader);
    if (uses_code_colors(*deck.html)) {
        load_code_style(deck, loader, diagnostics);
    }
    // 786 rules that no element without such a class can match.
    if (uses_icons(*deck.html)) {
        loader.load_bundled(base / "font-awesome.css", Origin::kAuthor);
    }
}

// CSS Counter Styles 3 §2: of several rules with one name the last counts.
std::shared_ptr<const css::CounterStyles> counter_styles_of(
    const std::vector<LoadedSheet>& sheets) {
    css::CounterStyles styles;
    for (const LoadedSheet& loaded : sheets) {
        for (const css::CounterStyle& style : loaded.sheet->counter_styles) {
            styles[style.name] = style;
        }
    }
    return styles.empty() ? nullptr : std::make_shared<const css::CounterStyles>(std::move(styles));
}

}  // namespace

DeckSheets load_sheets(const deck::Deck& deck, const fs::path& theme,
                       const std::vector<fs::path>& extra, const StyleOptions& options,
                       text::FontBook& fonts, Diagnostics& diagnostics) {
    DeckSheets result;
    const auto supports = [&](const css::Declaration& declaration) {
        UnitContext units;
        units.page = options.page;
        units.fonts = &fonts;
        units.limits = &options.limits;
        ValueCheck check(units);
        return is_supported(declaration, check);
    };
    FaceLoader faces(fonts, diagnostics, options.limits, options.web);
    SheetLoader loader(deck.site, {options.page, options.limits, supports}, faces, diagnostics,
                       result.sheets);
    const fs::path base = data_directory() / "themes" / "base";
    loader.load_bundled(base / "browser.css", Origin::kUserAgent);
    const bool is_page = deck.format == deck::Format::kPage;
    if (!is_page) {
        loader.load_bundled(theme_fonts(), Origin::kAuthor);
    }
    loader.load_bundled(base / "fonts.css", Origin::kAuthor);
    if (deck.format != deck::Format::kGhReveal) {
        loader.load_bundled(base / "generic-fonts.css", Origin::kAuthor);
        fonts.set_standard_family("serif");
    }
    if (is_page) {
        load_sheets_of_page(deck, theme, options, loader, diagnostics);
        if (needs_theme_fonts(result.sheets)) {
            loader.load_bundled(theme_fonts(), Origin::kAuthor);
        }
    } else {
        load_sheets_of_format(deck, theme, options, loader, diagnostics);
    }
    if (has_line_numbers(*deck.html)) {
        loader.load_bundled(base / "code" / "lines.css", Origin::kAuthor);
    }
    if (has_diagrams(*deck.html)) {
        loader.load_bundled(base / "diagrams.css", Origin::kAuthor);
    }
    if (deck.has_formulas) {
        loader.load_bundled(base / "formulas.css", Origin::kAuthor);
        loader.load_bundled(module_directory() / "katex" / "katex.css", Origin::kAuthor);
        if (!names_katex_sheet(*deck.html)) {
            loader.load_bundled(base / "formulas-3.css", Origin::kAuthor);
        }
    }
    for (const fs::path& sheet : extra) {
        loader.load_file(sheet, Trust::kNamed, {});
    }
    if (!is_page) {
        load_sheets_of_deck(deck, options.page, loader, diagnostics);
    }
    faces.report_missing();
    result.counter_styles = counter_styles_of(result.sheets);
    result.trusted_pictures = loader.trusted_pictures();
    return result;
}

std::vector<SheetPicture> pictures_in(const DeckSheets& all) {
    std::vector<SheetPicture> pictures;
    for (const LoadedSheet& loaded : all.sheets) {
        if (loaded.trust == Trust::kBundled) {
            continue;
        }
        const css::StyleSheet& sheet = *loaded.sheet;
        for (const css::Rule& rule : sheet.rules) {
            for (const css::Token* token : address_tokens(rule.block)) {
                pictures.push_back(
                    {std::string(token->value()), {sheet.file, sheet.lines.line_at(token->begin)}});
            }
        }
    }
    return pictures;
}

}  // namespace ghreveal::style
