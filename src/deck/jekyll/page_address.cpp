#include "deck/jekyll/page_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>

#include "deck/jekyll/yaml_value.h"
#include "deck/liquid/filters.h"
#include "deck/settings/front_matter.h"
#include "deck/settings/yaml.h"
#include "support/ascii.h"
#include "support/file.h"

namespace ghreveal::deck::jekyll {

namespace fs = std::filesystem;

namespace {

using liquid::Value;

std::string scalar(const YAML::Node& node) {
    return node && node.IsScalar() && !node.IsNull() ? node.Scalar() : "";
}

YAML::Node member(const YAML::Node& map, const char* key) {
    return map && map.IsMap() ? map[key] : YAML::Node(YAML::NodeType::Undefined);
}

// A post's name has its date before it: "2020-05-01-title".
struct FileName {
    std::string slug;
    std::optional<liquid::Moment> date;
};

FileName name_of(const SitePage& page) {
    const std::string stem = fs::path(page.place.path).stem().string();
    FileName name{stem, std::nullopt};
    constexpr std::size_t kDate = 10;  // 2020-05-01
    if (stem.size() > kDate + 1 && stem[kDate] == '-' && stem[4] == '-' && stem[7] == '-') {
        name.date = liquid::parse_moment(stem.substr(0, kDate));
    }
    if (name.date) {
        name.slug = stem.substr(kDate + 1);
    }
    if (const auto date = liquid::parse_moment(scalar(member(page.front_matter, "date")))) {
        name.date =
            liquid::Moment{date->seconds, 0, date->nanoseconds};  // in UTC, as all of a site
    }
    return name;
}

bool is_document(const SitePage& page) {
    return page.place.type != "pages";
}

// What Jekyll writes the file as.
std::string output_suffix(const fs::path& file) {
    const std::string suffix = ascii::lower_case(file.extension().string());
    if (suffix == ".scss" || suffix == ".sass") {
        return ".css";
    }
    return suffix == ".md" || suffix == ".markdown" ? ".html" : suffix;
}

std::string date_style(std::string_view style) {
    if (style == "date" || style.empty()) {
        return "/:categories/:year/:month/:day/:title:output_ext";
    }
    if (style == "pretty") {
        return "/:categories/:year/:month/:day/:title/";
    }
    if (style == "ordinal") {
        return "/:categories/:year/:y_day/:title:output_ext";
    }
    if (style == "weekdate") {
        return "/:categories/:year/W:week/:short_day/:title:output_ext";
    }
    return style == "none" ? "/:categories/:title:output_ext" : std::string(style);
}

// Jekyll's add_permalink_suffix(): pages end as the style that posts are given does.
std::string with_suffix(std::string address, std::string_view style) {
    if (style == "pretty" || style.ends_with('/')) {
        return address + "/";
    }
    const bool is_named = style.empty() || style == "date" || style == "ordinal" || style == "none";
    return is_named || style.ends_with(":output_ext") ? address + ":output_ext" : address;
}

std::string template_of(const SitePage& page, const SiteConfiguration& site) {
    if (const std::string own = scalar(member(page.front_matter, "permalink")); !own.empty()) {
        return page.place.type == "posts" || is_document(page) ? date_style(own) : own;
    }
    const std::string style = site.text("permalink");
    const fs::path file(page.place.path);
    if (is_document(page)) {
        const YAML::Node collection = member(site.node("collections"), page.place.type.c_str());
        const std::string own = scalar(member(collection, "permalink"));
        if (!own.empty()) {
            return date_style(own);
        }
        return page.place.type == "posts" ? date_style(style)
                                          : with_suffix("/:collection/:path", style);
    }
    if (output_suffix(file) != ".html") {
        return "/:path/:basename:output_ext";
    }
    return file.stem() == "index" ? "/:path/" : with_suffix("/:path/:basename", style);
}

Value slugified(const std::string& text, const char* mode, const SiteConfiguration& site) {
    liquid::Budget budget(site.limits());
    const liquid::Variables none({}, budget);
    liquid::FilterContext context{budget, none, {}, {}, {}};
    return liquid::find_filter("slugify")(text, {{mode}, {}}, context);
}

// Jekyll's pluralized_array_from_hash(): `tag: a b` is one, `tags: a b` are two.
liquid::Array listed(const YAML::Node& front_matter, const char* one, const char* several) {
    liquid::Array all;
    const auto add = [&](const Value& name) {
        if (!to_text(name).empty() && std::find(all.begin(), all.end(), name) == all.end()) {
            all.push_back(name);
        }
    };
    add(scalar(member(front_matter, one)));
    const YAML::Node list = member(front_matter, several);
    if (list && list.IsSequence()) {
        for (const YAML::Node& name : list) {
            add(scalar(name));
        }
    } else {
        const std::string names = scalar(list);
        for (const std::string_view name : ascii::words(names)) {
            add(name);
        }
    }
    return all;
}

std::string categories_of(const YAML::Node& front_matter) {
    std::string all;
    for (const Value& name : listed(front_matter, "category", "categories")) {
        all += (all.empty() ? "" : "/") + ascii::lower_case(to_text(name));
    }
    return all;
}

// Jekyll's titleize_slug(): "my-first-talk" is "My First Talk".
std::string titleized(std::string_view slug) {
    std::string title;
    for (const std::string_view word : ascii::split(slug, '-')) {
        std::string capitalized = ascii::lower_case(word);
        if (!capitalized.empty()) {
            capitalized[0] = ascii::to_upper(capitalized[0]);
        }
        title += (title.empty() ? "" : " ") + capitalized;
    }
    return title;
}

std::map<std::string, std::string> placeholders(const SitePage& page,
                                                const SiteConfiguration& site) {
    const fs::path file(page.place.path);
    const FileName name = name_of(page);
    const std::string own_slug = scalar(member(page.front_matter, "slug"));
    const std::string slug = own_slug.empty() ? name.slug : own_slug;
    std::map<std::string, std::string> values{
        {"collection", page.place.type},
        {"basename", file.stem().string()},
        {"output_ext", output_suffix(file)},
        {"name", to_text(slugified(file.stem().string(), "default", site))},
        {"slug", to_text(slugified(slug, "default", site))},
        {"title", is_document(page) ? slug : ""},
        {"categories", categories_of(page.front_matter)}};
    if (is_document(page)) {
        const fs::path in_collection = file.lexically_relative("_" + page.place.type);
        values["path"] = (in_collection.parent_path() / file.stem()).string();
    } else {
        values["path"] = file.parent_path().string();
    }
    constexpr std::pair<const char*, const char*> kDates[] = {
        {"year", "%Y"},      {"month", "%m"},       {"day", "%d"},        {"hour", "%H"},
        {"minute", "%M"},    {"second", "%S"},      {"i_day", "%-d"},     {"i_month", "%-m"},
        {"y_day", "%j"},     {"short_month", "%b"}, {"long_month", "%B"}, {"short_year", "%y"},
        {"short_day", "%a"}, {"long_day", "%A"}};
    for (const auto& [key, format] : kDates) {
        values[key] = name.date ? formatted(*name.date, format) : "";
    }
    return values;
}

// As Ruby's File.dirname: of `/a/b/` it is `/a`.
fs::path folder_of(std::string_view address) {
    if (address.size() > 1 && address.ends_with('/')) {
        address.remove_suffix(1);
    }
    return fs::path(address).parent_path();
}

std::string squeezed(std::string_view address) {
    std::string out;
    for (const char c : address) {
        if (c != '/' || !out.ends_with('/')) {
            out += c;
        }
    }
    return out;
}

// The post of this name, whatever its suffix is.
std::optional<fs::path> find_post(const std::string& name, const SiteConfiguration& site) {
    for (const char* suffix : {".md", ".markdown", ".html"}) {
        const fs::path file = site.collections_folder() / "_posts" / (name + suffix);
        if (is_file(file)) {
            return file;
        }
    }
    return std::nullopt;
}

}  // namespace

SitePage page_of(const SplitDeck& split, const std::string& file, const SiteConfiguration& site) {
    SitePage page{site.path_of(file), {}};
    page.front_matter =
        joined(site.defaults_for(page.place), parse_yaml(split.front_matter, {file, 2}));
    return page;
}

std::optional<SitePage> read_page(const fs::path& file, const SiteConfiguration& site) {
    const std::string text = read_file(file, site.limits().source_bytes);
    const SplitDeck split = split_front_matter(text, file.string());
    if (split.body_line == 1) {
        return std::nullopt;
    }
    return page_of(split, file.string(), site);
}

std::string page_address(const SitePage& page, const SiteConfiguration& site) {
    const std::string pattern = template_of(page, site);
    const auto values = placeholders(page, site);
    std::string address = "/";
    for (std::size_t at = 0; at < pattern.size();) {
        std::size_t end = at + 1;
        while (end < pattern.size() && (ascii::is_letter(pattern[end]) || pattern[end] == '_')) {
            ++end;
        }
        std::string name = pattern.substr(at + 1, end - at - 1);
        while (pattern[at] == ':' && name.ends_with('_') && !values.contains(name)) {
            name.pop_back();
            --end;
        }
        const auto value = values.find(name);
        if (pattern[at] == ':' && value != values.end()) {
            address += value->second;
            at = end;
        } else {
            address += pattern[at++];
        }
    }
    return squeezed(address);
}

std::optional<std::string> linked_address(const liquid::PageName& page,
                                          const SiteConfiguration& site) {
    const media::Site whole{site.root_folder(), site.root_folder(), {}};
    auto file =
        page.is_post ? find_post(page.name, site) : media::resolve_file(whole, "/" + page.name);
    if (file && !is_file(*file) && !page.is_post) {
        file = site.collections_folder() / page.name;
    }
    if (!file || !is_file(*file) ||
        !media::resolve_file(whole, "/" + file->lexically_relative(site.root_folder()).string())) {
        return std::nullopt;
    }
    std::string base = site.text("baseurl");
    if (base.ends_with('/')) {
        base.pop_back();
    }
    const auto found = read_page(*file, site);
    return base + (found ? page_address(*found, site)
                         : "/" + file->lexically_relative(site.root_folder()).string());
}

Value page_value(const SitePage& page, const SiteConfiguration& site) {
    const fs::path file(page.place.path);
    const FileName name = name_of(page);
    const Value front_matter = to_value(page.front_matter, {site.file(), 1}, site.limits());
    liquid::Object value =
        front_matter.object() != nullptr ? *front_matter.object() : liquid::Object();
    const auto add = [&](const char* key, Value made) {
        if (value.get(key).is_nil()) {
            value.set(key, std::move(made));
        }
    };
    value.set("url", page_address(page, site));
    value.set("path", page.place.path);
    add("slug", name.slug);
    add("ext", file.extension().string());
    if (is_document(page)) {
        value.set("relative_path", page.place.path);
        value.set("collection", page.place.type);
        add("draft", page.place.type == "drafts");
        add("title", titleized(name.slug));
        const fs::path folder = folder_of(page_address(page, site));
        value.set("id", (folder / to_text(value.get("slug"))).string());
        value.set("tags", listed(page.front_matter, "tag", "tags"));
        value.set("categories", listed(page.front_matter, "category", "categories"));
    } else {
        value.set("name", file.filename().string());
        value.set("dir", squeezed("/" + file.parent_path().string() + "/"));
    }
    if (name.date) {
        value.set("date", *name.date);
    }
    return value;
}

}  // namespace ghreveal::deck::jekyll
