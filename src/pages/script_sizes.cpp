#include "pages/script_sizes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "boxes/film_source.h"
#include "boxes/picture_source.h"
#include "style/properties/text_style.h"

namespace ghreveal::pages {

namespace {

// reveal.js gives these to the script that fits text; px, and a share of the slide's height.
constexpr Px kSmallestText = 24;
constexpr double kLargestText = 0.8;

bool has_stretch_class(const dom::Node& node) {
    return node.has_class("r-stretch") || node.has_class("stretch");
}

bool is_stretched(const dom::Node& node, const dom::Node& section) {
    return node.is_element() && node.parent == &section && has_stretch_class(node);
}

// A slide of a stack is an element in a section as well.
bool is_stretched_slide(const deck::Slide& slide) {
    return slide.index.in_stack && has_stretch_class(*slide.section);
}

bool is_fitted(const dom::Node& node) {
    return node.is_element() && node.has_class("r-fit-text");
}

// Visits each element's own box with the box of the element around it, lines and anonymous boxes
// passed over.
template <typename Visit>
void for_each_box(const layout::Fragment& fragment, const layout::Fragment* around, Visit&& visit) {
    const style::StyleSource& source = fragment.source;
    const bool is_box = source.node != nullptr && !source.is_anonymous &&
                        source.pseudo == style::PseudoElement::kNone &&
                        fragment.kind != layout::FragmentKind::kLine &&
                        fragment.kind != layout::FragmentKind::kText &&
                        (around == nullptr || around->source.node != source.node);
    if (is_box) {
        visit(fragment, around);
    }
    for (const layout::Fragment& child : fragment.children) {
        for_each_box(child, is_box ? &fragment : around, visit);
    }
}

Size natural_size(const dom::Node& node, media::ImageLoader& images) {
    if (node.is_element("video")) {
        return boxes::film_size(node, images).value_or(Size{});
    }
    const std::string address = boxes::picture_source(node).address;
    const media::ImagePtr image = address.empty() ? nullptr : images.load_silently(address);
    return image ? image->intrinsic_size() : Size{};
}

// A picture keeps its proportions within the slide's width and the height that is left; one of
// no size, as one that is not there, is left alone: the script computes no number for it.
std::string stretched(const dom::Node& node, Px height, SlideContext& context) {
    const Px width = context.deck.configuration.width;
    if (!node.is_element("img") && !node.is_element("video")) {
        return fmt::format("width: {}px; height: {}px", width, std::max(height, 0.0));
    }
    const Size natural = natural_size(node, context.layout.images);
    if (natural.width <= 0 || natural.height <= 0) {
        return "";
    }
    const double scale = std::max(0.0, std::min(width / natural.width, height / natural.height));
    return fmt::format("width: {}px; height: {}px", natural.width * scale, natural.height * scale);
}

// The size at which the text is as wide as what holds it.
std::string fitted(const layout::Fragment& text, const layout::Fragment& holder, Px font_size,
                   Px slide_height) {
    const Px wanted = holder.padding_box().width / text.border_box.width * font_size;
    const Px largest = kLargestText * slide_height;
    return fmt::format("font-size: {}px", std::clamp(wanted, kSmallestText, largest));
}

}  // namespace

bool has_script_sizes(const deck::Slide& slide) {
    return is_stretched_slide(slide) || dom::find_first(*slide.section, [&](const dom::Node& node) {
                                            return is_stretched(node, *slide.section) ||
                                                   is_fitted(node);
                                        }) != nullptr;
}

std::vector<style::StyleOverride> measuring_sizes(const deck::Slide& slide) {
    std::vector<style::StyleOverride> sizes;
    dom::for_each(static_cast<const dom::Node&>(*slide.section), [&](const dom::Node& node) {
        if (is_stretched(node, *slide.section)) {
            sizes.push_back({&node, "height: 0px"});
        }
    });
    return sizes;
}

bool is_stretched_in_line(const deck::Slide& slide, const LaidOutState& measured) {
    const auto is_in_line = [&](const auto& self, const layout::Fragment& fragment) -> bool {
        const std::vector<layout::Fragment>& children = fragment.children;
        if (fragment.kind != layout::FragmentKind::kLine) {
            return std::any_of(children.begin(), children.end(),
                               [&](const auto& child) { return self(self, child); });
        }
        const auto is_picture = [&](const layout::Fragment& child) {
            return child.source.node != nullptr && is_stretched(*child.source.node, *slide.section);
        };
        const auto has_width = [](const layout::Fragment& child) {
            return child.border_box.width > 0;
        };
        return std::any_of(children.begin(), children.end(), is_picture) &&
               std::any_of(children.begin(), children.end(), has_width);
    };
    return is_in_line(is_in_line, measured.section.fragment);
}

std::vector<style::StyleOverride> script_sizes(const deck::Slide& slide,
                                               const LaidOutState& measured,
                                               SlideContext& context) {
    const layout::Fragment& section = measured.section.fragment;
    std::vector<style::StyleOverride> sizes;
    const Px slide_height = context.deck.configuration.height;
    if (is_stretched_slide(slide)) {
        sizes.push_back({slide.section, stretched(*slide.section, slide_height, context)});
    }
    const Px left = slide_height - section.border_box.height;
    dom::for_each(static_cast<const dom::Node&>(*slide.section), [&](const dom::Node& node) {
        if (is_stretched(node, *slide.section)) {
            sizes.push_back({&node, stretched(node, left, context)});
        }
    });
    for_each_box(section, nullptr,
                 [&](const layout::Fragment& text, const layout::Fragment* holder) {
                     const dom::Node* node = text.source.node;
                     if (holder != nullptr && is_fitted(*node) && text.border_box.width > 0) {
                         const Px font_size = measured.styles.of(*node).text().font.size;
                         sizes.push_back({node, fitted(text, *holder, font_size, slide_height)});
                     }
                 });
    return sizes;
}

}  // namespace ghreveal::pages
