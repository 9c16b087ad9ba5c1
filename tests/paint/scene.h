// Hand-made fragments with hand-made styles, for tests of what is painted and in which order.
#pragma once

#include <functional>
#include <string>

#include "../draw/pictures.h"
#include "paint/paint.h"
#include "paint/stacking.h"
#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::paint {

// The groups of a computed style, to be changed before it is fixed.
struct StyleDraft {
    style::BoxStyle box;
    style::TextStyle text;
    style::PaintStyle paint;
    style::InkStyle ink;
};

class Scene {
public:
    using Change = std::function<void(StyleDraft&)>;

    // A block of its own element with this style.
    layout::Fragment block(Rect border_box, const Change& change = {},
                           std::vector<layout::Fragment> children = {}) {
        layout::Fragment fragment = fragment_of(layout::FragmentKind::kBlock, "div", change);
        fragment.border_box = border_box;
        fragment.children = std::move(children);
        return fragment;
    }
    layout::Fragment inline_box(Rect border_box, const Change& change = {},
                                std::vector<layout::Fragment> children = {},
                                const std::string& element = "span") {
        layout::Fragment fragment = fragment_of(layout::FragmentKind::kInline, element, change);
        fragment.border_box = border_box;
        fragment.children = std::move(children);
        return fragment;
    }
    layout::Fragment line(Rect border_box, std::vector<layout::Fragment> children) {
        layout::Fragment fragment;
        fragment.kind = layout::FragmentKind::kLine;
        fragment.border_box = border_box;
        fragment.children = std::move(children);
        return fragment;
    }
    // Text of an element of its own, without glyphs: its runs are up to the caller.
    layout::Fragment text(Rect border_box, const Change& change = {}) {
        layout::Fragment fragment = fragment_of(layout::FragmentKind::kText, "b", change);
        fragment.border_box = border_box;
        return fragment;
    }

    void append(dom::Node& parent, dom::Node& child) { document_.append_child(parent, child); }
    // The scene's own, so that it may be changed.
    dom::Node& node_of(const layout::Fragment& fragment) {
        return const_cast<dom::Node&>(*fragment.source.node);
    }

    DisplayList paint(const layout::Fragment& root) {
        DisplayList list;
        PaintContext context{deck_, images_, shaper_};
        paint_fragments(root, styles_, context, list);
        return list;
    }
    Rows rows(const layout::Fragment& root, int width, int height) {
        return rows_of(paint(root), width, height);
    }

private:
    layout::Fragment fragment_of(layout::FragmentKind kind, const std::string& element,
                                 const Change& change) {
        StyleDraft draft;
        draft.box.display = style::Display::kBlock;
        draft.text.font.families = std::make_shared<const std::vector<std::string>>();
        if (change) {
            change(draft);
        }
        auto computed = std::make_shared<style::ComputedStyle>();
        computed->box_group = std::make_shared<const style::BoxStyle>(draft.box);
        computed->text_group = std::make_shared<const style::TextStyle>(draft.text);
        computed->paint_group = std::make_shared<const style::PaintStyle>(draft.paint);
        computed->ink_group = std::make_shared<const style::InkStyle>(draft.ink);
        dom::Node& node = document_.create_element(element);
        styles_.by_node.resize(node.index + 1);
        styles_.by_node[node.index].element = computed;
        layout::Fragment fragment;
        fragment.kind = kind;
        fragment.source.node = &node;
        return fragment;
    }

    dom::Document document_;
    style::SlideStyles styles_;
    Diagnostics diagnostics_;
    deck::Deck deck_;
    media::ImageLoader images_{{}, {.offline = true, .limits = {}}, diagnostics_};
    text::FontBook fonts_;
    text::Shaper shaper_{fonts_, diagnostics_};
};

inline Scene::Change background(Color color) {
    return [color](StyleDraft& draft) { draft.paint.background_color = color; };
}

// Both, one after the other.
inline Scene::Change operator+(Scene::Change first, Scene::Change second) {
    return [first = std::move(first), second = std::move(second)](StyleDraft& draft) {
        first(draft);
        second(draft);
    };
}

inline Scene::Change positioned(std::optional<int> z_index = std::nullopt,
                                style::Position position = style::Position::kRelative) {
    return [=](StyleDraft& draft) {
        draft.box.position = position;
        draft.paint.z_index = z_index;
    };
}

inline Scene::Change faded(float opacity) {
    return [opacity](StyleDraft& draft) { draft.paint.opacity = opacity; };
}

}  // namespace ghreveal::paint
