#include "deck/page/reveal_version.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "deck/page/scripts/site_file.h"
#include "support/ascii.h"

namespace ghreveal::deck {

namespace {

// Of the sheets and scripts, in the document's order.
std::vector<std::string> addresses(const dom::Node& html) {
    std::vector<std::string> found;
    dom::for_each(html, [&](const dom::Node& node) {
        const std::string* address = node.is_element("link")     ? node.attribute("href")
                                     : node.is_element("script") ? node.attribute("src")
                                                                 : nullptr;
        if (address != nullptr) {
            found.push_back(*address);
        }
    });
    return found;
}

// "…/reveal.js@4.1.0/…", "…/ajax/libs/reveal.js/3.6.0/…", "…/reveal.js-3.8.0/…"
std::optional<RevealVersion> version_in_address(std::string_view address) {
    for (const std::string_view name : {"reveal.js@", "reveal.js/", "reveal.js-", "reveal@"}) {
        const std::size_t at = address.find(name);
        if (at != address.npos) {
            if (const auto version = parse_version(address.substr(at + name.size()))) {
                return version;
            }
        }
    }
    return std::nullopt;
}

// The banner of a built file: "reveal.js 4.1.0", with or without the address of its site before.
std::optional<RevealVersion> version_in_banner(std::string_view text) {
    text = text.substr(0, 1000);
    for (std::size_t at = text.find("reveal.js "); at != text.npos;
         at = text.find("reveal.js ", at + 1)) {
        if (const auto version = parse_version(text.substr(at + 10))) {
            return version;
        }
    }
    return std::nullopt;
}

// Version 6 has no number in its banner, and its constant has lost its name: `…,b=`6.0.2`;…` and
// further down `{VERSION:b,…`.
std::optional<RevealVersion> version_in_minified_script(std::string_view text) {
    constexpr std::string_view kMember = "{VERSION:";
    const std::size_t member = text.find(kMember);
    if (member == text.npos) {
        return std::nullopt;
    }
    std::string_view name = text.substr(member + kMember.size());
    name = name.substr(0, name.find(','));
    const std::string constant = "," + std::string(name) + "=`";
    const std::size_t at = text.find(constant);
    return at == text.npos ? std::nullopt : parse_version(text.substr(at + constant.size()));
}

// Scripts up to 3.9 have no number in their banner: from 3.3 on in a constant, before that only how
// they write slide numbers and their settings' defaults tell them apart.
std::optional<RevealVersion> version_in_script(std::string_view text) {
    // As it is written, and as a minifier puts it where it is used.
    for (const std::string_view constant : {"VERSION = '", "VERSION:\"", "VERSION:'"}) {
        if (const std::size_t at = text.find(constant); at != text.npos) {
            return parse_version(text.substr(at + constant.size()));
        }
    }
    const auto has = [&](std::string_view part) { return text.find(part) != text.npos; };
    if (has("slide-number-a")) {
        return RevealVersion{3, 2};
    }
    if (has("replace( /t/g") || has("replace(/t/g")) {
        return RevealVersion{3, 1};
    }
    if (has("maxScale: 1.5") || has("maxScale:1.5")) {
        return RevealVersion{3, 0};
    }
    if (has("maxScale: 1.0") || has("maxScale:1,")) {
        if (!has("slide-number")) {
            return RevealVersion{2, 5};
        }
        // Those between the two centre slides as 3.0 does, and so do their sheets.
        return has("size.height - getAbsoluteHeight") ? RevealVersion{3, 0} : RevealVersion{2, 6};
    }
    return std::nullopt;
}

std::optional<RevealVersion> version_in_file(std::string_view text) {
    if (const auto version = version_in_banner(text)) {
        return version;
    }
    const auto version = version_in_minified_script(text);
    return version ? version : version_in_script(text);
}

bool is_named(std::string_view address, std::string_view file) {
    address = address.substr(0, address.find_first_of("?#"));
    return address.ends_with(file);
}

// Its places tell what its words do not: dist/plugin/ came with 6, dist/ with 4, reset.css with
// 3.8.
std::optional<RevealVersion> version_by_place(const std::vector<std::string>& all) {
    const auto any = [&](std::string_view ending) {
        return std::any_of(all.begin(), all.end(),
                           [&](const std::string& one) { return is_named(one, ending); });
    };
    if (std::any_of(all.begin(), all.end(),
                    [](const std::string& one) { return one.find("dist/plugin/") != one.npos; })) {
        return RevealVersion{6, 0};
    }
    if (any("dist/reveal.js") || any("dist/reveal.css")) {
        return RevealVersion{4, 6};
    }
    if (any("css/reset.css")) {
        return RevealVersion{3, 8};
    }
    return std::nullopt;
}

}  // namespace

std::optional<RevealVersion> parse_version(std::string_view text) {
    text.remove_prefix(text.starts_with('v') ? 1 : 0);
    RevealVersion version{0, 0};
    const char* end = text.data() + text.size();
    const auto major = std::from_chars(text.data(), end, version.major);
    if (major.ec != std::errc{} || version.major > 99) {
        return std::nullopt;
    }
    if (major.ptr != end && *major.ptr == '.') {
        std::from_chars(major.ptr + 1, end, version.minor);
    }
    return version;
}

RevealVersion version_of_page(const dom::Node& html, const media::Site& site,
                              const Limits& limits) {
    const std::vector<std::string> all = addresses(html);
    for (const std::string& address : all) {
        if (const auto version = version_in_address(address)) {
            return *version;
        }
    }
    for (const std::string& address : all) {
        if (!is_named(address, "reveal.js") && !is_named(address, "reveal.min.js") &&
            !is_named(address, "reveal.css")) {
            continue;
        }
        if (const auto version = version_in_file(text_of_site_file(address, site, limits))) {
            return *version;
        }
    }
    return version_by_place(all).value_or(RevealVersion{});
}

}  // namespace ghreveal::deck
