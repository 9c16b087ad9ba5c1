#include "export/pdf/document/outline.h"

#include <fmt/format.h>

#include "export/pdf/file/pdf_syntax.h"

namespace ghreveal::exporter {

namespace {

// What all fits beside a page may be open.
constexpr std::size_t kMostOpenItems = 40;

struct Relatives {
    int parent = 0;
    int previous = 0;
    int next = 0;
    int first = 0;
    int last = 0;
    int count = 0;  // of the items right below
};

// Of each item by its number; the first is the outline itself.
std::vector<Relatives> relatives_of(const std::vector<OutlineItem>& items) {
    std::vector<Relatives> result(items.size() + 1);
    for (std::size_t i = 1; i < result.size(); ++i) {
        const int number = static_cast<int>(i);
        result[i].parent = items[i - 1].parent;
        Relatives& parent = result[static_cast<std::size_t>(items[i - 1].parent)];
        result[i].previous = parent.last;
        if (parent.last != 0) {
            result[static_cast<std::size_t>(parent.last)].next = number;
        } else {
            parent.first = number;
        }
        parent.last = number;
        ++parent.count;
    }
    return result;
}

}  // namespace

int write_outline(const std::vector<OutlineItem>& items, PdfFile& file) {
    if (items.empty()) {
        return 0;
    }
    const std::vector<Relatives> relatives = relatives_of(items);
    const bool is_open = items.size() <= kMostOpenItems;
    std::vector<int> objects;
    for (std::size_t i = 0; i < relatives.size(); ++i) {
        objects.push_back(file.new_object());
    }
    const auto entry = [&objects](std::string_view key, int item) {
        return item == 0 ? ""
                         : fmt::format("/{} {} 0 R", key, objects[static_cast<std::size_t>(item)]);
    };
    for (std::size_t i = 1; i < relatives.size(); ++i) {
        const Relatives& item = relatives[i];
        std::string object = fmt::format(
            "<</Title {}/Parent {} 0 R/Dest {}", text_string(items[i - 1].title),
            objects[static_cast<std::size_t>(item.parent)], byte_string(items[i - 1].destination));
        object += entry("Prev", item.previous) + entry("Next", item.next) +
                  entry("First", item.first) + entry("Last", item.last);
        if (item.count > 0) {
            object += fmt::format("/Count {}", is_open ? item.count : -item.count);
        }
        file.add(objects[i], object + ">>");
    }
    // Table 152: how many are seen.
    const std::size_t seen =
        is_open ? items.size() : static_cast<std::size_t>(relatives.front().count);
    file.add(objects.front(), "<</Type/Outlines" + entry("First", relatives.front().first) +
                                  entry("Last", relatives.front().last) +
                                  fmt::format("/Count {}>>", seen));
    return objects.front();
}

}  // namespace ghreveal::exporter
