#include "deck/settings/front_matter.h"

#include <fmt/format.h>

#include "deck/page/math_settings.h"
#include "deck/settings/yaml.h"
#include "markdown/source_text.h"
#include "support/ascii.h"
#include "support/limit_names.h"
#include "support/rules.h"

namespace ghreveal::deck {

namespace {

constexpr std::string_view kFence = "---";
constexpr std::string_view kDocumentEnd = "...";  // YAML's own, which Jekyll takes as well

// Front matter starts on line 2, below its fence.
constexpr int kFrontMatterLine = 2;

int line_of(const YAML::Node& node, int first_line = kFrontMatterLine) {
    return node.Mark().line + first_line;
}

std::string scalar_text(const YAML::Node& node) {
    return node.IsScalar() && !node.IsNull() ? node.Scalar() : "";
}

// Reads values of one map and says which of them have the wrong type.
class Reader {
public:
    Reader(const YAML::Node& map, SourcePosition first, Diagnostics& diagnostics)
        : map_(map), first_(std::move(first)), diagnostics_(diagnostics) {}

    std::string text(const char* key) const {
        const YAML::Node value = map_[key];
        if (!value) {
            return "";
        }
        if (!value.IsScalar() && !value.IsNull()) {
            wrong(value, key, "a text");
        }
        return scalar_text(value);
    }

    template <typename T>
    void value(const char* key, T& target, const char* expected) const {
        const YAML::Node node = map_[key];
        if (!node || node.IsNull()) {
            return;
        }
        try {
            target = node.as<T>();
        } catch (const YAML::Exception&) {
            wrong(node, key, expected);
        }
    }

    void wrong(const YAML::Node& node, const char* key, const char* expected) const {
        const bool is_text_wanted = std::string_view(expected) == "a text";
        diagnostics_.warn(Rule::kInvalidValue, {first_.file, line_of(node, first_.line)},
                          fmt::format("'{}' must be {}{}", key, expected,
                                      !is_text_wanted     ? ""
                                      : node.IsSequence() ? ", not a list"
                                                          : ", not a group of keys"),
                          fmt::format("it is as if '{}' were not there", key));
    }

    const YAML::Node& map() const { return map_; }

private:
    const YAML::Node& map_;
    SourcePosition first_;  // where the YAML begins
    Diagnostics& diagnostics_;
};

std::vector<std::string> keyword_list(const YAML::Node& node) {
    std::vector<std::string> keywords;
    if (node && node.IsSequence()) {
        for (const YAML::Node& item : node) {
            keywords.push_back(scalar_text(item));
        }
    } else if (node && node.IsScalar()) {
        for (const std::string_view keyword : ascii::split(node.Scalar(), ',')) {
            keywords.emplace_back(ascii::trimmed(keyword));
        }
    }
    return keywords;
}

// One name, or a list of names or of maps with a `name` each.
std::string author_names(const Reader& reader) {
    const YAML::Node author = reader.map()["author"];
    if (author && author.IsMap()) {
        if (!author["name"]) {
            reader.wrong(author, "author", "a name, or a list of `name: …` lines");
        }
        return author["name"] ? scalar_text(author["name"]) : "";
    }
    if (!author || !author.IsSequence()) {
        return reader.text("author");
    }
    std::string names;
    for (const YAML::Node& one : author) {
        const YAML::Node name = one.IsMap() ? one["name"] : one;
        const std::string text = name ? scalar_text(name) : "";
        names += (names.empty() || text.empty() ? "" : ", ") + text;
    }
    return names;
}

void read_handout(const Reader& reader, Metadata& metadata) {
    const YAML::Node handout = reader.map()["handout"];
    if (!handout || handout.IsNull()) {
        return;
    }
    if (!handout.IsMap()) {
        reader.wrong(handout, "handout", "a list of `key: value` lines");
        return;
    }
    for (const auto& entry : handout) {
        if (entry.first.IsScalar() && entry.second.IsScalar()) {
            metadata.handout[entry.first.Scalar()] = {entry.second.Scalar(), line_of(entry.first)};
        } else if (entry.first.IsScalar()) {
            reader.wrong(entry.first, entry.first.Scalar().c_str(), "one value");
        }
    }
}

void read_metadata(const Reader& reader, Metadata& metadata) {
    metadata.title = reader.text("title");
    metadata.subtitle = reader.text("subtitle");
    metadata.author = author_names(reader);
    metadata.subject = reader.text("subject");
    if (metadata.subject.empty()) {
        metadata.subject = reader.text("description");
    }
    metadata.keywords = keyword_list(reader.map()["keywords"]);
    metadata.language = reader.text("lang");
    metadata.date = reader.text("date");
    reader.value("draft", metadata.draft, "true or false");
    read_handout(reader, metadata);
    for (const auto& entry : reader.map()) {
        if (entry.first.IsScalar() && entry.second.IsScalar()) {
            metadata.other[entry.first.Scalar()] = entry.second.Scalar();
        }
    }
}

// reveal.js: `true` and any format it does not know mean "h.v".
SlideNumberFormat slide_number_format(const YAML::Node& node) {
    const std::string format = node ? scalar_text(node) : "";
    bool shown = false;
    if (format.empty() || (YAML::convert<bool>::decode(node, shown) && !shown)) {
        return SlideNumberFormat::kNone;
    }
    if (format == "h/v") {
        return SlideNumberFormat::kHSlashV;
    }
    if (format == "c") {
        return SlideNumberFormat::kC;
    }
    return format == "c/t" ? SlideNumberFormat::kCSlashT : SlideNumberFormat::kHDotV;
}

void read_parallax_background(const Reader& reader, ParallaxBackground& parallax) {
    parallax.image = reader.text("parallaxBackgroundImage");
    if (parallax.image.empty()) {
        return;
    }
    parallax.size = reader.text("parallaxBackgroundSize");
    parallax.repeat = reader.text("parallaxBackgroundRepeat");
    parallax.position = reader.text("parallaxBackgroundPosition");
    const auto move = [&](const char* key, std::optional<Px>& target) {
        const YAML::Node node = reader.map()[key];
        if (Px value = 0; node && YAML::convert<Px>::decode(node, value)) {
            target = value;
        }
    };
    move("parallaxBackgroundHorizontal", parallax.horizontal);
    move("parallaxBackgroundVertical", parallax.vertical);
}

void read_configuration(const Reader& reader, Deck& deck) {
    Configuration& configuration = deck.configuration;
    if (reader.map()["slideNumber"]) {
        const YAML::Node number = reader.map()["slideNumber"];
        configuration.slide_number = slide_number_format(number);
        bool is_on = false;
        configuration.slide_number_pattern =
            YAML::convert<bool>::decode(number, is_on) ? "" : scalar_text(number);
    }
    // Only a speaker's own window has the number then.
    if (reader.map()["showSlideNumber"] &&
        scalar_text(reader.map()["showSlideNumber"]) == "speaker") {
        configuration.slide_number = SlideNumberFormat::kNone;
    }
    const auto length = [&](const char* key, Px& target) {
        // "100%" is the window's: the page has no other than the default.
        if (reader.map()[key] && scalar_text(reader.map()[key]).ends_with('%')) {
            return;
        }
        Px value = target;
        reader.value(key, value, "a number of px");
        if (value >= 1 && value <= FixedLimits::page_side) {
            target = value;
        } else {
            reader.wrong(reader.map()[key], key, "from 1 to 20000");
        }
    };
    length("width", configuration.width);
    length("height", configuration.height);
    double margin = configuration.margin;
    reader.value("margin", margin, "a number");
    if (margin >= 0 && margin < 1) {
        configuration.margin = margin;
    } else {
        reader.wrong(reader.map()["margin"], "margin", "from 0 to below 1");
    }
    reader.value("minScale", configuration.min_scale, "a number");
    reader.value("maxScale", configuration.max_scale, "a number");
    reader.value("center", configuration.center, "true or false");
    reader.value("disableLayout", configuration.disable_layout, "true or false");
    reader.value("rtl", configuration.rtl, "true or false");
    reader.value("fragments", configuration.fragments, "true or false");
    reader.value("pdfSeparateFragments", configuration.separate_fragments, "true or false");
    read_parallax_background(reader, configuration.parallax);
    for (const char* key : {"transition", "transitionSpeed"}) {
        if (std::string text = reader.text(key); !text.empty()) {
            deck.metadata.other[key] = std::move(text);
        }
    }
}

SourcePosition position_in(const YamlSource& source, const YAML::Node& node) {
    return {source.file, node.Mark().line + source.first_line};
}

// The texts of a list: "a, b".
std::string with_commas(const YAML::Node& list) {
    std::string joined;
    for (const YAML::Node& item : list) {
        if (item.IsScalar()) {
            joined += (joined.empty() ? "" : ", ") + item.Scalar();
        }
    }
    return joined;
}

// Goes through maps in maps, those of aliases each time they stand there.
class FlatValues {
public:
    FlatValues(const YamlSource& source, const Limits& limits) : source_(source), limits_(limits) {}

    void collect(const YAML::Node& node, const std::string& prefix) {
        if (++depth_ > limits_.yaml_nesting) {
            throw Error(position_in(source_, node),
                        "values are nested too deep; an alias may hold itself",
                        limit_hint(limits_, "yaml-nesting"));
        }
        for (const auto& entry : node) {
            if (++count_ > limits_.yaml_values) {
                throw Error(position_in(source_, node),
                            "there are too many values, aliases counted each time",
                            limit_hint(limits_, "yaml-values"));
            }
            if (!entry.first.IsScalar()) {
                continue;
            }
            const std::string key = prefix + entry.first.Scalar();
            if (entry.second.IsScalar()) {
                values[key] = entry.second.Scalar();
            } else if (entry.second.IsMap()) {
                collect(entry.second, key + ".");
            } else if (entry.second.IsSequence()) {
                values[key] = with_commas(entry.second);
            }
        }
        --depth_;
    }

    std::map<std::string, std::string> values;

private:
    const YamlSource& source_;
    const Limits& limits_;
    std::size_t count_ = 0;
    int depth_ = 0;
};

}  // namespace

SplitDeck split_front_matter(std::string_view text, const std::string& file) {
    const auto line_at = [&](std::size_t start) {
        return ascii::trimmed(text.substr(start, text.find('\n', start) - start));
    };
    const auto after = [&](std::size_t start) {
        const std::size_t end = text.find('\n', start);
        return end == std::string_view::npos ? text.size() : end + 1;
    };
    if (line_at(0) != kFence) {
        return {{}, text, 1};
    }
    const std::size_t begin = after(0);
    int line = 2;
    for (std::size_t at = begin; at < text.size(); at = after(at), ++line) {
        if (line_at(at) == kFence || line_at(at) == kDocumentEnd) {
            return {text.substr(begin, at - begin), text.substr(after(at)), line + 1};
        }
    }
    throw Error({file, 1}, "the front matter is never closed", "end it with a line of ---",
                Rule::kFrontMatter);
}

void read_front_matter(std::string_view yaml, Deck& deck, Diagnostics& diagnostics) {
    read_front_matter(parse_yaml(yaml, {deck.file, kFrontMatterLine}), deck, diagnostics);
}

void read_front_matter(const YAML::Node& root, Deck& deck, Diagnostics& diagnostics) {
    if (root.IsNull()) {
        return;
    }
    if (!root.IsMap()) {
        throw Error({deck.file, 2}, "the front matter has no `key: value` lines",
                    root.IsSequence() ? "write `key: value`, not `- ` items" : "write `title: …`",
                    Rule::kFrontMatter);
    }
    const Reader reader(root, {deck.file, kFrontMatterLine}, diagnostics);
    read_metadata(reader, deck.metadata);
    if (const YAML::Node theme = root["theme"]; theme && theme.IsScalar()) {
        deck.theme = theme.Scalar();
        deck.theme_line = line_of(theme);
    }
    deck.style_sheets = keyword_list(root["css"]);
    if (const YAML::Node style = root["highlightTheme"]; style && style.IsScalar()) {
        deck.code_style = style.Scalar();
    }
    if (const YAML::Node math = root["math"]) {
        read_math_map(math, deck.math);
    }
    // HedgeDoc has them under another name, with the theme among them.
    const YAML::Node options = root["revealOptions"] ? root["revealOptions"] : root["slideOptions"];
    if (deck.format == Format::kMarkdown && options && options.IsMap()) {
        read_configuration(Reader(options, {deck.file, kFrontMatterLine}, diagnostics), deck);
        if (const YAML::Node theme = options["theme"];
            theme && theme.IsScalar() && !root["theme"]) {
            deck.theme = theme.Scalar();
            deck.theme_line = line_of(theme);
        }
    }
    const YAML::Node initialization = root["initialization"];
    if (initialization && initialization.IsMap()) {
        read_configuration(Reader(initialization, {deck.file, kFrontMatterLine}, diagnostics),
                           deck);
    } else if (initialization && !initialization.IsNull()) {
        reader.wrong(initialization, "initialization", "a list of `key: value` lines");
    }
}

void read_configuration(const std::string& map, int line, Deck& deck, Diagnostics& diagnostics) {
    const YAML::Node root = parse_yaml(map, {deck.file, line});
    if (root.IsMap()) {
        read_configuration(Reader(root, {deck.file, line}, diagnostics), deck);
    }
}

std::map<std::string, std::string> flat_values(std::string_view yaml, const YamlSource& source,
                                               const Limits& limits) {
    const YAML::Node root = parse_yaml(yaml, source);
    FlatValues flat(source, limits);
    if (root.IsMap()) {
        flat.collect(root, "");
    }
    return std::move(flat.values);
}

}  // namespace ghreveal::deck
