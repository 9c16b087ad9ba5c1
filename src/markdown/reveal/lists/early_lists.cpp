#include "markdown/reveal/lists/early_lists.h"

#include "markdown/reveal/fence.h"
#include "markdown/reveal/lists/list_marker.h"
#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

namespace {

class ItemScan {
public:
    std::vector<bool> run(std::string_view text) {
        for (const std::string_view line : ascii::split(text, '\n')) {
            tight_.push_back(false);
            if (ascii::is_blank(line)) {
                follows_blank_ = true;
                continue;
            }
            const std::size_t indentation = line.find_first_not_of(" \t");
            if (!in_fence_ && begins_item(line)) {
                begin_item(indentation);
            } else {
                go_on(indentation);
            }
            in_fence_ = in_fence_ != is_fence(line);
            follows_blank_ = false;
        }
        while (!open_.empty()) {
            close_item();
        }
        return std::move(tight_);
    }

private:
    struct Item {
        std::size_t line = 0;
        std::size_t indentation = 0;
        bool is_loose = false;
        bool has_blank = false;  // in it, not at its end
    };

    void begin_item(std::size_t indentation) {
        while (!open_.empty() && open_.back().indentation > indentation) {
            close_item();
        }
        bool follows_loose = false;
        if (!open_.empty() && open_.back().indentation == indentation) {
            open_.back().is_loose = open_.back().is_loose || follows_blank_;
            follows_loose = follows_blank_;
            close_item();
        }
        if (!open_.empty() && follows_blank_) {
            open_.back().has_blank = true;
        }
        open_.push_back({tight_.size() - 1, indentation, follows_loose, false});
    }

    void go_on(std::size_t indentation) {
        while (follows_blank_ && !in_fence_ && !open_.empty() &&
               open_.back().indentation >= indentation) {
            close_item();
        }
        if (!open_.empty() && follows_blank_) {
            open_.back().has_blank = true;
        }
    }

    // A blank line in it is one in what it stands in.
    void close_item() {
        const Item item = open_.back();
        open_.pop_back();
        tight_[item.line] = !item.is_loose && !item.has_blank;
        if (!open_.empty()) {
            open_.back().has_blank = open_.back().has_blank || item.has_blank;
        }
    }

    std::vector<bool> tight_;
    std::vector<Item> open_;  // from the outermost
    bool follows_blank_ = false;
    bool in_fence_ = false;
};

}  // namespace

std::vector<bool> lines_of_tight_items(std::string_view text) {
    return ItemScan().run(text);
}

}  // namespace ghreveal::markdown::reveal
