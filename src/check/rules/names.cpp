#include <fmt/format.h>

#include <filesystem>
#include <unordered_map>

#include "check/rules/rules_of_deck.h"
#include "media/address.h"
#include "media/site.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

bool is_heading(const dom::Node& node) {
    return node.name.size() == 2 && node.name[0] == 'h' && ascii::is_digit(node.name[1]);
}

void check_ids(const deck::Deck& deck, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, const dom::Node*> first;
    for (const deck::Slide& slide : deck.slides) {
        const dom::Node* around = slide.section->parent;
        const bool is_markdown =
            slide.section->attribute("data-markdown") != nullptr ||
            (around != nullptr && around->attribute("data-markdown") != nullptr);
        dom::for_each(*slide.section, [&](const dom::Node& node) {
            const std::string* id = node.is_element() ? node.attribute("id") : nullptr;
            // Of drawings, ids are names inside the drawing; Markdown makes those of headings up.
            if (id == nullptr || id->empty() || node.is_foreign ||
                (is_heading(node) && (deck.format != deck::Format::kPage || is_markdown))) {
                return;
            }
            const auto [known, is_new] = first.try_emplace(*id, &node);
            if (!is_new && known->second != &node) {
                diagnostics.report({Rule::kDuplicateId, dom::position_of(node, deck.file),
                                    fmt::format("the id '{}' is there twice, first in line {}", *id,
                                                known->second->line),
                                    "links lead to the first; give this one another name",
                                    "id\n" + *id});
            }
        });
    }
}

// A site makes pages of other files: only what it copies as it is can be looked for.
bool is_there_or_made(const deck::Deck& deck, const std::string& address) {
    const auto file = media::resolve_file(deck.site, address);
    if (!file || is_there(*file)) {
        return true;
    }
    const std::string suffix = ascii::lower_case(file->extension().string());
    if (suffix.empty() || suffix == ".php") {
        return true;
    }
    if (suffix != ".html" && suffix != ".htm") {
        return false;
    }
    return is_there(std::filesystem::path(*file).replace_extension(".md"));
}

// What may have been meant: `www.x.org`, `x.org/page` and `name@x.org` are read as files' names.
std::string hint_for_file(std::string_view path) {
    // Endings of hosts that files do not have; those of files (`.md`, `.py`, `.sh`) are countries'
    // too.
    constexpr std::string_view kOfHosts = "ch com de dev edu es eu fr gov info io it net nl org uk";
    const std::string_view host = path.substr(0, path.find('/'));
    const std::size_t dot = host.rfind('.');
    const bool is_host =
        host.starts_with("www.") ||
        (dot != host.npos && dot > 0 && ascii::any_word(kOfHosts, [&](std::string_view ending) {
             return host.substr(dot + 1) == ending;
         }));
    return !is_host                                   ? "it is looked for beside the deck"
           : host.find('@') != std::string_view::npos ? fmt::format("write mailto:{}", path)
                                                      : fmt::format("write https://{}", path);
}

void check_files(const deck::Deck& deck, Diagnostics& diagnostics) {
    for (const deck::Slide& slide : deck.slides) {
        dom::for_each(*slide.section, [&](const dom::Node& node) {
            const std::string* href = node.is_element("a") ? node.attribute("href") : nullptr;
            const std::string address(href != nullptr ? ascii::trimmed(*href) : "");
            if (href != nullptr && address.empty() && node.attribute("name") == nullptr) {
                diagnostics.warn(Rule::kDeadLink, dom::position_of(node, deck.file),
                                 "this link has no address", "write where it leads");
            }
            if (address.empty() || address[0] == '#' || media::has_scheme_or_host(address)) {
                return;
            }
            const std::string path = address.substr(0, address.find_first_of("?#"));
            if (!path.empty() && !is_there_or_made(deck, path)) {
                diagnostics.warn(Rule::kDeadLink, dom::position_of(node, deck.file),
                                 fmt::format("the link leads to '{}', which is not there", path),
                                 hint_for_file(path));
            }
        });
    }
}

}  // namespace

void check_names(const deck::Deck& deck, Diagnostics& diagnostics) {
    check_ids(deck, diagnostics);
    check_files(deck, diagnostics);
}

}  // namespace ghreveal::check
