#include "boxes/ruby.h"

#include <memory>
#include <utility>

#include "boxes/anonymous_boxes.h"
#include "boxes/box_styles.h"

namespace ghreveal::boxes {

namespace {

using style::Display;

bool is_annotation(const Box& box) {
    return box.source.node != nullptr && box.source.node->is_element("rt") &&
           !box.source.is_anonymous;
}

// Annotations stand on the base's letters, not on its line: both are as high as their font says.
style::StylePtr set_solid(const style::ComputedStyle& style) {
    auto copy = std::make_shared<style::ComputedStyle>(style);
    auto text = std::make_shared<style::TextStyle>(style.text());
    text->text_align = style::TextAlign::kCenter;
    text->text_indent = {};
    text->line_height = {style::LineHeight::Kind::kNumber, 1};
    copy->text_group = std::move(text);
    return copy;
}

Box pair_of(const Box& ruby, std::vector<Box>&& base, Box&& annotation) {
    Box pair = anonymous_box(BoxKind::kBlock, Display::kInlineBlock, ruby);
    pair.style = set_solid(*pair.style);
    annotation.kind = BoxKind::kBlock;
    annotation.style = set_solid(*with_display(*annotation.style, Display::kBlock));
    Box line = anonymous_box(BoxKind::kBlock, Display::kBlock, pair);
    line.children = std::move(base);
    for (Box* parent : {&annotation, &line}) {
        for (Box& child : parent->children) {
            if (child.kind == BoxKind::kText) {
                child.style = set_solid(*child.style);
            }
        }
    }
    pair.children.push_back(std::move(annotation));
    pair.children.push_back(std::move(line));
    return pair;
}

}  // namespace

std::vector<Box> ruby_pairs(const Box& ruby, std::vector<Box>&& children) {
    std::vector<Box> pairs;
    std::vector<Box> base;
    for (Box& child : children) {
        if (is_annotation(child)) {
            pairs.push_back(pair_of(ruby, std::move(base), std::move(child)));
            base.clear();
        } else if (!base.empty() || !is_collapsible_space(child)) {
            base.push_back(std::move(child));
        }
    }
    for (Box& rest : base) {
        pairs.push_back(std::move(rest));
    }
    return pairs;
}

}  // namespace ghreveal::boxes
