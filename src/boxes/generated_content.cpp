#include "boxes/generated_content.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "boxes/anonymous_boxes.h"
#include "boxes/counter_styles.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::boxes {

namespace {

constexpr std::string_view kListItem = "list-item";

std::optional<int> integer_attribute(const dom::Node& node, std::string_view name) {
    const std::string* text = node.attribute(name);
    int value = 0;
    if (text == nullptr ||
        std::from_chars(text->data(), text->data() + text->size(), value).ec != std::errc{}) {
        return std::nullopt;
    }
    return value;
}

bool is_list(const dom::Node& node) {
    return node.is_element("ol") || node.is_element("ul") || node.is_element("menu") ||
           node.is_element("dir");
}

bool is_reversed(const dom::Node& list) {
    return list.is_element("ol") && list.attribute("reversed") != nullptr;
}

int item_count(const dom::Node& list) {
    int count = 0;
    for (const dom::Node* child = list.first_child; child != nullptr; child = child->next) {
        count += child->is_element("li") ? 1 : 0;
    }
    return count;
}

void begin_list(const dom::Node& list, Counters& counters) {
    const bool reversed = is_reversed(list);
    const std::int64_t first =
        list.is_element("ol")
            ? integer_attribute(list, "start").value_or(reversed ? item_count(list) : 1)
            : 1;
    counters.reset(kListItem, reversed ? first + 1 : first - 1);
}

void count_item(const dom::Node& item, Counters& counters) {
    if (const auto value = integer_attribute(item, "value"); value && item.is_element("li")) {
        counters.set(kListItem, *value);
        return;
    }
    counters.increment(kListItem, item.parent != nullptr && is_reversed(*item.parent) ? -1 : 1);
}

bool increments_list_item(const style::ComputedStyle& style) {
    const auto& changes = style.box().counter_increment;
    return std::any_of(changes.begin(), changes.end(),
                       [](const auto& change) { return change.name == kListItem; });
}

std::string counters_text(const css::ContentItem& item, const Counters& counters) {
    const std::string_view style = item.style.empty() ? std::string_view("decimal") : item.style;
    if (item.kind == css::ContentItem::Kind::kCounter) {
        return counter_text(counters.value(item.text), style);
    }
    std::string text;
    for (const int value : counters.values(item.text)) {
        text += (text.empty() ? "" : item.separator) + counter_text(value, style);
    }
    return text.empty() ? counter_text(0, style) : text;
}

// CSS Generated Content 3 §3.1: deeper quotes than there are pairs use the last pair.
std::string quote(const style::TextStyle& style, int depth, bool open) {
    if (style.quotes.empty() || depth < 0) {
        return "";
    }
    const auto& pair =
        style.quotes[std::min(static_cast<std::size_t>(depth), style.quotes.size() - 1)];
    return open ? pair.first : pair.second;
}

std::string item_text(const css::ContentItem& item, const Box& pseudo, DocumentState& state) {
    const style::TextStyle& style = pseudo.style->text();
    using Kind = css::ContentItem::Kind;
    switch (item.kind) {
        case Kind::kText:
            return item.text;
        case Kind::kAttribute: {
            const std::string* value = pseudo.source.node->attribute(item.text);
            return value == nullptr ? "" : *value;
        }
        case Kind::kCounter:
        case Kind::kCounters:
            return counters_text(item, state.counters);
        case Kind::kOpenQuote:
            return quote(style, state.quote_depth++, true);
        case Kind::kCloseQuote:
            return state.quote_depth > 0 ? quote(style, --state.quote_depth, false) : "";
        case Kind::kNoOpenQuote:
            ++state.quote_depth;
            return "";
        case Kind::kNoCloseQuote:
            state.quote_depth = std::max(0, state.quote_depth - 1);
            return "";
        case Kind::kUrl:
            break;
    }
    return "";
}

Box picture_box(const Box& parent, const std::string& address, const BoxContext& pictures) {
    Box box = anonymous_box(BoxKind::kReplaced, style::Display::kInline, parent);
    box.replaced = picture(address, *parent.source.node, pictures);
    return box;
}

bool is_quoted(std::string_view type) {
    return type.size() >= 2 && (type.front() == '"' || type.front() == '\'') &&
           type.back() == type.front();
}

std::string marker_text(const std::string& type, const Counters& counters) {
    if (is_quoted(type)) {
        return type.substr(1, type.size() - 2);
    }
    const std::string number = counter_text(counters.value(kListItem), type);
    return number.empty() ? "" : number + std::string(marker_suffix(type));
}

}  // namespace

void update_counters(const style::ComputedStyle& style, Counters& counters) {
    for (const css::CounterChange& change : style.box().counter_reset) {
        counters.reset(change.name, change.value);
    }
    for (const css::CounterChange& change : style.box().counter_increment) {
        counters.increment(change.name, change.value);
    }
}

void update_counters(const dom::Node& node, const style::ComputedStyle& style, Counters& counters) {
    if (is_list(node)) {
        begin_list(node, counters);
    }
    update_counters(style, counters);
    if (style.box().display == style::Display::kListItem && !increments_list_item(style)) {
        count_item(node, counters);
    }
}

void append_content(Box& pseudo, DocumentState& state, const BoxContext& pictures) {
    for (const css::ContentItem& item : pseudo.style->box().content) {
        if (item.kind == css::ContentItem::Kind::kUrl) {
            pseudo.children.push_back(picture_box(pseudo, item.text, pictures));
            continue;
        }
        std::string text = item_text(item, pseudo, state);
        if (!text.empty()) {
            Box box = anonymous_box(BoxKind::kText, style::Display::kInline, pseudo);
            box.text = std::move(text);
            pseudo.children.push_back(std::move(box));
        }
    }
}

void add_marker(Box& list_item, const style::StylePtr& own_style, DocumentState& state,
                const BoxContext& pictures) {
    const style::TextStyle& text = list_item.style->text();
    Box marker = anonymous_box(BoxKind::kMarker, style::Display::kInline, list_item);
    marker.source.pseudo = style::PseudoElement::kMarker;
    if (own_style) {
        marker.style = style::anonymous_style(*own_style, style::Display::kInline);
    }
    if (own_style && own_style->box().has_content) {
        for (const css::ContentItem& item : own_style->box().content) {
            marker.text += item_text(item, marker, state);
        }
        if (!marker.text.empty()) {
            list_item.children.insert(list_item.children.begin(), std::move(marker));
        }
        return;
    }
    if (!text.list_style_image.empty()) {
        marker.replaced = picture(text.list_style_image, *list_item.source.node, pictures);
    }
    if (!marker.replaced.image) {
        marker.is_bullet = is_bullet_style(text.list_style_type);
        marker.text = marker.is_bullet ? "" : marker_text(text.list_style_type, state.counters);
    }
    if (marker.replaced.image || marker.is_bullet || !marker.text.empty()) {
        list_item.children.insert(list_item.children.begin(), std::move(marker));
    }
}

}  // namespace ghreveal::boxes
