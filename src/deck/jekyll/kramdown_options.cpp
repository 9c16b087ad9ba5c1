#include "deck/jekyll/kramdown_options.h"

#include <string>
#include <string_view>
#include <vector>

#include "support/ascii.h"

namespace ghreveal::deck::jekyll {

markdown::kramdown::Options kramdown_options(const SiteConfiguration& site) {
    markdown::kramdown::Options options;
    const YAML::Node map = site.node("kramdown");
    if (!map || !map.IsMap()) {
        return options;
    }
    const auto text = [&](const char* key) {
        const YAML::Node value = map[key];
        return value && value.IsScalar() ? value.Scalar() : std::string();
    };
    options.hard_wrap = text("hard_wrap") == "true";
    options.auto_ids = text("auto_ids") != "false";
    options.auto_id_prefix = text("auto_id_prefix");
    options.parse_block_html = text("parse_block_html") == "true";
    options.parse_span_html = text("parse_span_html") != "false";
    if (const YAML::Node number = map["footnote_nr"]) {
        YAML::convert<int>::decode(number, options.footnote_nr);
    }
    const YAML::Node quotes = map["smart_quotes"];
    std::vector<std::string> names;
    if (quotes && quotes.IsSequence()) {
        for (const YAML::Node& name : quotes) {
            names.push_back(name.IsScalar() ? name.Scalar() : "");
        }
    } else {
        const std::string list = text("smart_quotes");
        for (const std::string_view name : ascii::split(list, ',')) {
            names.emplace_back(ascii::trimmed(name));
        }
    }
    if (names.size() == options.smart_quotes.size()) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            options.smart_quotes[i] = markdown::kramdown::quote_of_name(names[i]);
        }
    }
    return options;
}

}  // namespace ghreveal::deck::jekyll
