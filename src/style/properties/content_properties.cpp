// Generated content and counters (CSS 2.1 §12).
#include "style/properties/box_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

using css::ContentItem;

std::optional<ContentItem> read_counter(ValueReader& reader) {
    const auto function = reader.read_any_function();
    if (!function || (function->first != "counter" && function->first != "counters")) {
        return std::nullopt;
    }
    ValueReader arguments(function->second, reader.units());
    ContentItem item;
    item.kind =
        function->first == "counter" ? ContentItem::Kind::kCounter : ContentItem::Kind::kCounters;
    item.style = "decimal";
    const auto name = arguments.read_custom_ident();
    if (!name) {
        return std::nullopt;
    }
    item.text = *name;
    if (item.kind == ContentItem::Kind::kCounters && arguments.read_comma()) {
        item.separator = arguments.read_string().value_or("");
    }
    if (arguments.read_comma()) {
        item.style = arguments.read_any_ident().value_or("decimal");
    }
    return arguments.at_end() ? std::optional(item) : std::nullopt;
}

std::optional<ContentItem> read_content_item(ValueReader& reader) {
    static constexpr Keyword<ContentItem::Kind> kQuotes[]{
        {"open-quote", ContentItem::Kind::kOpenQuote},
        {"close-quote", ContentItem::Kind::kCloseQuote},
        {"no-open-quote", ContentItem::Kind::kNoOpenQuote},
        {"no-close-quote", ContentItem::Kind::kNoCloseQuote}};
    ContentItem item;
    if (const auto text = reader.read_string()) {
        item.text = *text;
        return item;
    }
    if (const auto quote = read_keyword(reader, kQuotes)) {
        item.kind = *quote;
        return item;
    }
    if (const auto argument = reader.read_function("attr")) {
        ValueReader name(*argument, reader.units());
        item.kind = ContentItem::Kind::kAttribute;
        item.text = name.read_any_ident().value_or("");
        return item.text.empty() ? std::nullopt : std::optional(item);
    }
    if (const auto address = reader.read_url()) {
        item.kind = ContentItem::Kind::kUrl;
        item.text = *address;
        return item;
    }
    return read_counter(reader);
}

bool read_alternative_text(ValueReader& reader) {
    const bool is_given = !reader.at_end();
    while (!reader.at_end()) {
        if (!read_content_item(reader)) {
            return false;
        }
    }
    return is_given;
}

bool take_content(StyleBuilder& style, std::vector<ContentItem>&& items) {
    style.box.edit().has_content = true;
    style.box.edit().content = std::move(items);
    return true;
}

bool take_nothing(StyleBuilder& style) {
    style.box.edit().has_content = false;
    style.box.edit().content.clear();
    return true;
}

bool read_content(StyleBuilder& style, ValueReader& reader) {
    std::vector<ContentItem> items;
    const bool nothing = reader.read_ident("none") || reader.read_ident("normal");
    while (!nothing && !reader.at_end()) {
        if (!items.empty() && reader.read_slash()) {
            // What it is read as (CSS Content 3 §2.1): nothing to see.
            return read_alternative_text(reader) && take_content(style, std::move(items));
        }
        auto item = read_content_item(reader);
        if (!item) {
            return false;
        }
        items.push_back(std::move(*item));
    }
    return nothing ? take_nothing(style) : take_content(style, std::move(items));
}

bool read_counters(ValueReader& reader, std::vector<css::CounterChange>& counters, int by_default) {
    std::vector<css::CounterChange> list;
    if (!reader.read_ident("none")) {
        while (const auto name = reader.read_custom_ident()) {
            if (*name == "none") {
                return false;
            }
            list.push_back({*name, reader.read_integer().value_or(by_default)});
        }
    }
    counters = std::move(list);
    return reader.at_end();
}

constexpr Property kProperties[]{
    {"content", false, Phase::kRest, read_content,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().content = from.box().content;
         style.box.edit().has_content = from.box().has_content;
     }},
    {"counter-reset", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_counters(reader, style.box.edit().counter_reset, 0);
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().counter_reset = from.box().counter_reset;
     }},
    {"counter-increment", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_counters(reader, style.box.edit().counter_increment, 1);
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().counter_increment = from.box().counter_increment;
     }},
    {"counter-set", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_counters(reader, style.box.edit().counter_set, 0);
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().counter_set = from.box().counter_set;
     }},
};

}  // namespace

std::span<const Property> generated_content_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
