// The objects of the PDF that Cairo writes, as they come (PDF 32000-1 §7.3.10).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::exporter {

struct PdfObject {
    int number = 0;
    std::string text;                        // of a stream its dictionary without the length
    std::optional<std::string_view> stream;  // its bytes, as they are in the file
};

class CairoObjects {
public:
    void add(std::string_view bytes) { waiting_ += bytes; }
    // Those that are complete, in order, but for numbers on their own: the streams' lengths.
    // Streams are there until they are dropped.
    std::vector<PdfObject> complete();
    void drop_complete() { waiting_.erase(0, done_); }

private:
    bool take(std::vector<PdfObject>&);

    std::string waiting_;
    std::size_t done_ = 0;
};

// The value of a key at the top of a dictionary, without white space around it; empty: it is not
// there.
std::string_view value_of(std::string_view dictionary, std::string_view key);

// N of "N 0 R"; 0 when it is none.
int referred_object(std::string_view value);

// Resources with each of their /XObject once: Cairo names one that a page shows twice as often, and
// a dictionary may not have a key twice (PDF 32000-1 §7.3.7).
std::string with_names_once(std::string resources);

// The dictionary with further entries.
std::string with_entries(std::string_view dictionary, std::string_view entries);

}  // namespace ghreveal::exporter
