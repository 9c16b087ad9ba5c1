#include "boxes/content/generated_content.h"

#include <algorithm>
#include <optional>

#include "boxes/anonymous_boxes.h"
#include "boxes/content/author_counters.h"
#include "boxes/content/counter_styles.h"
#include "boxes/content/text_transform.h"
#include "dom/integer_attribute.h"
#include "dom/language.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "support/unicode/quotes.h"

namespace ghreveal::boxes {

namespace {

constexpr std::string_view kListItem = "list-item";

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
            ? dom::integer_attribute(list, "start").value_or(reversed ? item_count(list) : 1)
            : 1;
    counters.reset(kListItem, reversed ? first + 1 : first - 1);
}

void count_item(const dom::Node& item, Counters& counters) {
    if (const auto value = dom::integer_attribute(item, "value"); value && item.is_element("li")) {
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

void begin_and_increment(const style::ComputedStyle& style, Counters& counters) {
    for (const css::CounterChange& change : style.box().counter_reset) {
        counters.reset(change.name, change.value);
    }
    for (const css::CounterChange& change : style.box().counter_increment) {
        counters.increment(change.name, change.value);
    }
}

// After the others (CSS Lists 3 §4.6).
void set_counters(const style::ComputedStyle& style, Counters& counters) {
    for (const css::CounterChange& change : style.box().counter_set) {
        counters.set(change.name, change.value);
    }
}

std::string counters_text(const css::ContentItem& item, const DocumentState& state) {
    const Counters& counters = state.counters;
    const std::string_view style = item.style.empty() ? std::string_view("decimal") : item.style;
    if (item.kind == css::ContentItem::Kind::kCounter) {
        return counter_text(counters.value(item.text), style, state.counter_styles);
    }
    std::string text;
    for (const int value : counters.values(item.text)) {
        text +=
            (text.empty() ? "" : item.separator) + counter_text(value, style, state.counter_styles);
    }
    return text.empty() ? counter_text(0, style, state.counter_styles) : text;
}

// CSS Generated Content 3 §3.1: deeper quotes than there are pairs use the last pair; `auto` are
// those of the language around the element.
std::string quote(const Box& pseudo, int depth, bool open) {
    const auto& asked = pseudo.style->text().quotes;
    const dom::Node* parent = pseudo.source.node->parent;
    const style::QuotePairs& quotes =
        asked ? *asked : unicode::quotes_of(parent == nullptr ? "" : dom::language_of(*parent));
    if (quotes.empty() || depth < 0) {
        return "";
    }
    const auto& pair = quotes[std::min(static_cast<std::size_t>(depth), quotes.size() - 1)];
    return open ? pair.first : pair.second;
}

std::string item_text(const css::ContentItem& item, const Box& pseudo, DocumentState& state) {
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
            return counters_text(item, state);
        case Kind::kOpenQuote:
            return quote(pseudo, state.quote_depth++, true);
        case Kind::kCloseQuote:
            return state.quote_depth > 0 ? quote(pseudo, --state.quote_depth, false) : "";
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

std::string marker_text(const std::string& type, const DocumentState& state) {
    if (is_quoted(type)) {
        return type.substr(1, type.size() - 2);
    }
    return marker_counter_text(state.counters.value(kListItem), type, state.counter_styles);
}

}  // namespace

void update_counters(const style::ComputedStyle& style, Counters& counters) {
    begin_and_increment(style, counters);
    set_counters(style, counters);
}

void update_counters(const dom::Node& node, const style::ComputedStyle& style, Counters& counters) {
    if (is_list(node)) {
        begin_list(node, counters);
    }
    begin_and_increment(style, counters);
    if (style.box().display == style::Display::kListItem && !increments_list_item(style)) {
        count_item(node, counters);
    }
    set_counters(style, counters);
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

void add_marker(Box& list_item, const MarkerSources& sources) {
    const style::TextStyle& text = list_item.style->text();
    Box marker = anonymous_box(BoxKind::kMarker, style::Display::kInline, list_item);
    marker.source.pseudo = style::PseudoElement::kMarker;
    const style::ComputedStyle* own = sources.style.get();
    if (own != nullptr) {
        marker.style = style::anonymous_style(*own, style::Display::kInline);
    }
    if (own != nullptr && own->box().has_content) {
        // CSS Lists 3 §3.3: `content` stands in the place of the list's style.
        for (const css::ContentItem& item : own->box().content) {
            marker.text += item_text(item, marker, sources.state);
        }
    } else {
        if (!text.list_style_image.empty()) {
            marker.replaced =
                picture(text.list_style_image, *list_item.source.node, sources.pictures);
        }
        if (!marker.replaced.image) {
            marker.is_bullet = is_bullet_style(text.list_style_type);
            marker.text = marker.is_bullet ? "" : marker_text(text.list_style_type, sources.state);
        }
    }
    marker.text =
        transformed_text(marker.text, marker.style->text().text_transform, *list_item.source.node);
    if (marker.replaced.image || marker.is_bullet || !marker.text.empty()) {
        list_item.children.insert(list_item.children.begin(), std::move(marker));
    }
}

}  // namespace ghreveal::boxes
