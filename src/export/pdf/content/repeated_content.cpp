#include "export/pdf/content/repeated_content.h"

#include <algorithm>
#include <utility>

#include "paint/same_item.h"

namespace ghreveal::exporter {

namespace {

constexpr std::size_t kPartItems = 128;

std::size_t same_items(const paint::DisplayList& a, const paint::DisplayList& b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t count = 0;
    while (count < most && paint::is_same_item(a[count], b[count])) {
        ++count;
    }
    return count;
}

bool places_or_clips(const paint::DisplayItem& item) {
    return std::holds_alternative<paint::PushTransform>(item) ||
           std::holds_alternative<paint::PushClip>(item);
}

// Pictures, gradients and shadows are things of their own in a PDF, and groups have to be whole.
bool is_drawn_anew(const paint::DisplayItem& item) {
    return std::holds_alternative<paint::DrawImage>(item) ||
           std::holds_alternative<paint::FillGradient>(item) ||
           std::holds_alternative<paint::BoxShadow>(item) ||
           std::holds_alternative<paint::InsetShadow>(item) ||
           std::holds_alternative<paint::GlyphShadow>(item) ||
           (paint::is_push(item) && !places_or_clips(item));
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

}  // namespace

void RepeatedContent::cut(const paint::DisplayList& list, std::size_t end,
                          draw::PagePart::Use use) {
    paint::DisplayList items =
        joined(cuts_.empty() ? paint::DisplayList{} : cuts_.back().open, list, {cut_off(), end});
    paint::DisplayList open = open_behind(items);
    items.resize(items.size() + open.size(), paint::Pop{});
    cuts_.push_back(
        {end, std::move(open), {std::make_shared<paint::DisplayList>(std::move(items)), use}});
}

void RepeatedContent::cut_up_to(std::size_t end, const paint::DisplayList& list) {
    for (std::size_t at = cut_off(); at < end;) {
        if (is_drawn_anew(list[at])) {
            at = end_of(list, at);
            if (at <= end) {
                cut(list, at, draw::PagePart::Use::kHere);
            }
        } else if (++at - cut_off() == kPartItems) {
            cut(list, at, draw::PagePart::Use::kRepeated);
        }
    }
}

draw::PageParts RepeatedContent::parts_of(std::shared_ptr<const paint::DisplayList> page) {
    const std::size_t same = before_ ? same_items(*before_, *page) : 0;
    while (cut_off() > same) {
        cuts_.pop_back();
    }
    cut_up_to(same, *page);
    draw::PageParts parts;
    for (const Cut& one : cuts_) {
        parts.push_back(one.part);
    }
    if (cuts_.empty()) {
        parts.push_back({page});
    } else {
        parts.push_back({std::make_shared<paint::DisplayList>(
            joined(cuts_.back().open, *page, {cut_off(), page->size()}))});
    }
    before_ = std::move(page);
    return parts;
}

}  // namespace ghreveal::exporter
