#include "deck/jekyll/site_data.h"

#include <algorithm>

#include "deck/jekyll/yaml_value.h"
#include "deck/settings/yaml.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/files/folder_entries.h"
#include "support/limit_names.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck::jekyll {

namespace fs = std::filesystem;

namespace {

using liquid::Object;
using liquid::Value;

// Jekyll's sanitize_filename: signs go, blanks become underlines.
std::string key_of(const std::string& name) {
    std::string key;
    for (const char c : std::string(ascii::trimmed(name))) {
        if (ascii::is_space(c)) {
            key += key.ends_with('_') ? "" : "_";
        } else if (ascii::is_word_or_beyond(c) || c == '-') {
            key += c;
        }
    }
    return key;
}

// Takes one cell; what ends it stays.
std::string take_cell(std::string_view& text, char separator) {
    std::string cell;
    if (!text.starts_with('"')) {
        const std::size_t size =
            std::min(text.find_first_of(std::string{separator, '\n', '\r'}), text.size());
        cell = text.substr(0, size);
        text.remove_prefix(size);
        return cell;
    }
    text.remove_prefix(1);
    while (!text.empty()) {
        const std::size_t quote = std::min(text.find('"'), text.size());
        cell += text.substr(0, quote);
        text.remove_prefix(std::min(quote + 1, text.size()));
        if (!text.starts_with('"')) {
            break;
        }
        cell += '"';  // two of them are one
        text.remove_prefix(1);
    }
    return cell;
}

std::vector<std::string> take_row(std::string_view& text, char separator) {
    std::vector<std::string> cells;
    for (;;) {
        cells.push_back(take_cell(text, separator));
        if (!text.starts_with(separator)) {
            break;
        }
        text.remove_prefix(1);
    }
    text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, text.size()));
    return cells;
}

class DataReader {
public:
    explicit DataReader(const SiteConfiguration& site) : site_(site) {}

    Object read_folder(const fs::path& folder, int depth) {
        std::error_code failure;
        std::vector<fs::path> entries = entries_of(folder);
        std::sort(entries.begin(), entries.end());
        Object data;
        for (const fs::path& entry : entries) {
            if (fs::is_symlink(entry, failure)) {
                continue;
            }
            if (is_folder(entry) && depth < site_.limits().include_depth) {
                data.set(key_of(entry.filename().string()), read_folder(entry, depth + 1));
            } else if (is_file(entry)) {
                read_into(data, entry);
            }
        }
        return data;
    }

private:
    void read_into(Object& data, const fs::path& file) {
        const std::string suffix = ascii::lower_case(file.extension().string());
        const bool is_yaml = suffix == ".yml" || suffix == ".yaml" || suffix == ".json";
        if (!is_yaml && suffix != ".csv" && suffix != ".tsv") {
            return;
        }
        const std::string text = utf8::sanitized(read_file(file, site_.limits().source_bytes));
        bytes_ += text.size();
        if (bytes_ > site_.limits().expanded_bytes) {
            throw Error({file.string(), 0}, "the site's data are too large together",
                        limit_hint(site_.limits(), "expanded-bytes"));
        }
        const YamlSource source{file.string(), 1};
        Value value = is_yaml ? to_value(parse_yaml(text, source), source, site_.limits())
                              : Value(read_table(text, suffix == ".tsv" ? '\t' : ','));
        data.set(key_of(file.stem().string()), std::move(value));
    }

    const SiteConfiguration& site_;
    std::size_t bytes_ = 0;
};

}  // namespace

liquid::Array read_table(std::string_view text, char separator) {
    liquid::Array rows;
    const std::vector<std::string> names = take_row(text, separator);
    while (!text.empty()) {
        const std::vector<std::string> cells = take_row(text, separator);
        if (cells.size() == 1 && cells[0].empty()) {
            continue;
        }
        Object row;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const bool is_there = i < cells.size() && !cells[i].empty();
            row.set(names[i], is_there ? Value(cells[i]) : Value());
        }
        rows.emplace_back(std::move(row));
    }
    return rows;
}

Value read_site_data(const SiteConfiguration& site) {
    const std::string folder = site.text("data_dir");
    const auto path = media::resolve_file({site.root_folder(), site.root_folder(), {}},
                                          folder.empty() ? "_data" : folder);
    return path && is_folder(*path) ? DataReader(site).read_folder(*path, 0) : Object();
}

}  // namespace ghreveal::deck::jekyll
