// A content stream as it is copied, with marks put in between (PDF 32000-1 §14.6).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::exporter {

struct MarkedContent {
    std::string bytes;
    std::vector<int> slots;  // by their marked-content identifiers
};

// What a part of the content is marked as.
struct ContentMark {
    int slot = -1;          // negative: decoration
    std::string_view type;  // of the structure element that the slot is in
};

class ContentMarks {
public:
    explicit ContentMarks(std::string_view content);

    // The places are to come in order.
    void switch_to(const ContentMark&, std::size_t at);
    // Ends what is marked.
    void close(std::size_t at);
    // In the middle of a string that is shown: it ends here, and goes on in one of its own.
    enum class StringPlace { kAlone, kInArray };
    void switch_in_string(const ContentMark&, std::size_t at, bool is_hex, StringPlace);
    // What stands here is not copied.
    void leave_out(std::size_t begin, std::size_t end);
    MarkedContent take();

private:
    enum class Open { kNothing, kDecoration, kContent };

    std::string switch_text(const ContentMark&);
    void insert(std::size_t at, std::string_view text);

    std::string_view content_;
    std::size_t copied_ = 0;
    Open open_ = Open::kNothing;
    int open_slot_ = -1;
    MarkedContent result_;
};

}  // namespace ghreveal::exporter
