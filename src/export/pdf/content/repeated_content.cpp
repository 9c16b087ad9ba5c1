#include "export/pdf/content/repeated_content.h"

#include <algorithm>
#include <utility>

#include "paint/same_item.h"

namespace ghreveal::exporter {

namespace {

// Each part is as much work as a page; what is not in one is drawn on each.
constexpr std::size_t kPartItems = 32;

std::size_t same_items(const paint::DisplayList& a, const paint::DisplayList& b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t count = 0;
    while (count < most && paint::is_same_item(a[count], b[count])) {
        ++count;
    }
    return count;
}

// Transforms and clips can end and begin again where a part does; other groups have to be whole.
bool has_to_be_whole(const paint::DisplayItem& item) {
    return paint::is_push(item) && !std::holds_alternative<paint::PushTransform>(item) &&
           !std::holds_alternative<paint::PushClip>(item);
}

// Behind the item, or the group that it begins.
std::size_t end_of(const paint::DisplayList& list, std::size_t at) {
    int depth = 0;
    for (; at < list.size(); ++at) {
        depth += paint::is_push(list[at]) ? 1 : 0;
        depth -= std::holds_alternative<paint::Pop>(list[at]) ? 1 : 0;
        if (depth <= 0) {
            return at + 1;
        }
    }
    return at;
}

// The groups that are open behind the list, which begins with those that were open before.
paint::DisplayList open_behind(const paint::DisplayList& list) {
    paint::DisplayList open;
    for (const paint::DisplayItem& item : list) {
        if (paint::is_push(item)) {
            open.push_back(item);
        } else if (std::holds_alternative<paint::Pop>(item) && !open.empty()) {
            open.pop_back();
        }
    }
    return open;
}

paint::DisplayList joined(paint::DisplayList open, const paint::DisplayList& list,
                          std::pair<std::size_t, std::size_t> range) {
    const auto begin = list.begin();
    open.insert(open.end(), begin + static_cast<std::ptrdiff_t>(range.first),
                begin + static_cast<std::ptrdiff_t>(range.second));
    return open;
}

// What is taken of the page so far cannot be taken of a part.
bool takes_backdrop(const paint::DisplayItem& item) {
    return std::holds_alternative<paint::TakeBackdrop>(item);
}

}  // namespace

void RepeatedContent::drop_behind(std::size_t same) {
    while (cut_off() > same) {
        Cut last = std::move(cuts_.back());
        cuts_.pop_back();
        std::move(last.halves.begin(), last.halves.end(), std::back_inserter(cuts_));
    }
}

void RepeatedContent::cut(const paint::DisplayList& list, std::size_t end) {
    const bool begins_page = cuts_.empty();
    paint::DisplayList items =
        joined(begins_page ? paint::DisplayList{} : cuts_.back().open, list, {cut_off(), end});
    paint::DisplayList open = open_behind(items);
    items.resize(items.size() + open.size(), paint::Pop{});
    RepeatedPart part{std::make_shared<paint::DisplayList>(std::move(items)), {}, {}, begins_page};
    cuts_.push_back({.end = end,
                     .open = std::move(open),
                     .part = std::make_shared<const RepeatedPart>(std::move(part))});
    while (cuts_.size() > 1 && cuts_.back().lists == (cuts_.end() - 2)->lists) {
        Cut second = std::move(cuts_.back());
        cuts_.pop_back();
        Cut first = std::move(cuts_.back());
        RepeatedPart both{{}, first.part, second.part};
        Cut& whole = cuts_.back();
        whole = {.end = second.end,
                 .lists = first.lists + second.lists,
                 .open = second.open,
                 .part = std::make_shared<const RepeatedPart>(std::move(both))};
        whole.halves.push_back(std::move(first));
        whole.halves.push_back(std::move(second));
    }
}

void RepeatedContent::cut_up_to(std::size_t end, const paint::DisplayList& list) {
    const auto begin = list.begin();
    end = static_cast<std::size_t>(std::find_if(begin + static_cast<std::ptrdiff_t>(cut_off()),
                                                begin + static_cast<std::ptrdiff_t>(end),
                                                takes_backdrop) -
                                   begin);
    for (std::size_t at = cut_off(); at < end;) {
        at = has_to_be_whole(list[at]) ? end_of(list, at) : at + 1;
        if (at <= end && at - cut_off() >= kPartItems) {
            cut(list, at);
        }
    }
}

PageParts RepeatedContent::parts_of(std::shared_ptr<const paint::DisplayList> page) {
    const std::size_t same = before_ ? same_items(*before_, *page) : 0;
    drop_behind(same);
    cut_up_to(same, *page);
    before_ = page;
    const auto rest = page->begin() + static_cast<std::ptrdiff_t>(cut_off());
    if (cuts_.empty() || std::any_of(rest, page->end(), takes_backdrop)) {
        return {{}, std::move(page)};
    }
    PageParts parts;
    for (const Cut& one : cuts_) {
        parts.repeated.push_back(one.part);
    }
    parts.own = std::make_shared<paint::DisplayList>(
        joined(cuts_.back().open, *page, {cut_off(), page->size()}));
    return parts;
}

}  // namespace ghreveal::exporter
