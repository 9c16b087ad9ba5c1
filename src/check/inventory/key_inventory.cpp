#include "check/inventory/key_inventory.h"

#include "support/ascii.h"

namespace ghreveal::check {

namespace {

struct Keys {
    std::string_view acted_on;
    std::string_view nothing_to_show;
    std::string_view not_supported;
};

// Ours, Jekyll's ("Front Matter"), reveal-md's, HedgeDoc's.
constexpr Keys kFrontMatter{
    "author css date description draft handout highlightTheme initialization keywords lang layout "
    "math notesSeparator permalink published revealOptions separator slideOptions subject subtitle "
    "theme title verticalSeparator",
    "absoluteUrl assetsDir categories category collection dependencies excerpt excerpt_separator "
    "highlight image listingTemplate mathjax plugins redirect_from redirect_to render_with_liquid "
    "robots sitemap slug tags toc version",
    "preprocessor scripts template"};

// Jekyll's documentation, "Configuration Options" and "Default Configuration".
constexpr Keys kJekyll{
    "baseurl collections collections_dir data_dir defaults exclude include includes_dir kramdown "
    "layouts_dir permalink url",
    "author cache_dir collection_dir description destination detach disable_disk_cache email "
    "encoding excerpt_separator feed future gems github highlighter host incremental "
    "keep_files lang limit_posts liquid livereload locale logo lsi markdown_ext name paginate "
    "paginate_path plugins plugins_dir port profile quiet remote_theme repository safe sass "
    "show_dir_listing show_drafts source strict_front_matter theme timezone title unpublished "
    "verbose version watch whitelist webrick",
    "commonmark markdown redcarpet"};

// kramdown's documentation, "Options".
constexpr Keys kKramdown{
    "auto_id_prefix auto_ids footnote_nr hard_wrap input parse_block_html parse_span_html "
    "smart_quotes",
    "coderay_bold_every coderay_css coderay_default_lang coderay_line_number_start "
    "coderay_line_numbers coderay_tab_width coderay_wrap enable_coderay latex_headers line_width "
    "list_indent math_engine math_engine_opts show_warnings syntax_highlighter "
    "syntax_highlighter_opts template",
    "auto_id_stripping entity_output footnote_backlink footnote_backlink_inline "
    "footnote_link_text footnote_prefix forbidden_inline_options gfm_emojis "
    "gfm_quirks header_links header_offset html_to_native link_defs "
    "remove_block_html_tags remove_line_breaks_for_cjk remove_span_html_tags "
    "toc_levels transliterated_header_ids typographic_symbols"};

// reveal-md's README.
constexpr Keys kRevealMd{
    "css highlightTheme notesSeparator revealOptions separator theme title verticalSeparator",
    "absoluteUrl assetsDir disableAutoOpen faviconPath featuredSlide glob host listingTemplate "
    "pageOnlyOption port print printSize puppeteerChromiumExecutable puppeteerLaunchArgs static "
    "staticDirs watch",
    "preprocessor scripts template"};

const Keys& keys_of(KeyOwner owner) {
    switch (owner) {
        case KeyOwner::kJekyll:
            return kJekyll;
        case KeyOwner::kKramdown:
            return kKramdown;
        case KeyOwner::kRevealMd:
            return kRevealMd;
        case KeyOwner::kFrontMatter:
            break;
    }
    return kFrontMatter;
}

bool has_word(std::string_view words, std::string_view word) {
    return ascii::any_word(words, [word](std::string_view known) { return known == word; });
}

}  // namespace

KeyEffect key_effect(KeyOwner owner, std::string_view key) {
    const Keys& keys = keys_of(owner);
    return has_word(keys.acted_on, key)          ? KeyEffect::kActedOn
           : has_word(keys.nothing_to_show, key) ? KeyEffect::kNothingToShow
           : has_word(keys.not_supported, key)   ? KeyEffect::kNotSupported
                                                 : KeyEffect::kUnknown;
}

std::vector<std::string> key_names(KeyOwner owner) {
    const Keys& keys = keys_of(owner);
    std::vector<std::string> names;
    for (const std::string_view words : {keys.acted_on, keys.nothing_to_show, keys.not_supported}) {
        for (const std::string_view word : ascii::words(words)) {
            names.emplace_back(word);
        }
    }
    return names;
}

}  // namespace ghreveal::check
