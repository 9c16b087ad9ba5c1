// The computed style of an element: no gaps, lengths in px, percentages kept where CSS keeps them.
// In four groups, by whether children inherit them and whether boxes move when they change:
// two styles with equal `box` and `text` give the same layout (a fragment step repaints only).
// Who reads a group includes its header in properties/, and is built again when that one changes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ghreveal::style {

struct BoxStyle;
struct TextStyle;
struct PaintStyle;
struct InkStyle;
enum class Display : std::uint8_t;

struct ComputedStyle {
    // Groups are shared between the elements whose values agree; never null.
    std::shared_ptr<const BoxStyle> box_group;
    std::shared_ptr<const TextStyle> text_group;
    std::shared_ptr<const PaintStyle> paint_group;
    std::shared_ptr<const InkStyle> ink_group;
    // A pseudo-element or anonymous box shares its originating element's custom properties.
    std::shared_ptr<const std::vector<std::pair<std::string, std::string>>> custom_properties;

    const BoxStyle& box() const { return *box_group; }
    const TextStyle& text() const { return *text_group; }
    const PaintStyle& paint() const { return *paint_group; }
    const InkStyle& ink() const { return *ink_group; }
};

using StylePtr = std::shared_ptr<const ComputedStyle>;

// Whether a layout made with one style serves the other.
bool same_layout(const ComputedStyle&, const ComputedStyle&);

// The style of an anonymous box inside `parent` (CSS 2.1 §9.2.1.1): inherited values inherited,
// the others initial, with the given display.
StylePtr anonymous_style(const ComputedStyle& parent, Display display);

}  // namespace ghreveal::style
