// What stands for a frame, a video or a picture that is not there: a frame, a play mark where
// there is something to play, and a label, linked to what it stands for.

#include "layout/inline/bidi.h"
#include "layout/inline/line_box.h"
#include "layout/missing_picture.h"
#include "paint/boxes/replaced_painting.h"
#include "paint/links.h"
#include "paint/rounded_rect.h"
#include "paint/text/text_line.h"
#include "style/properties/ink_style.h"
#include "style/properties/text_style.h"
#include "support/unicode/utf8.h"

namespace ghreveal::paint {

namespace {

constexpr Px kLabelMargin = 12;
constexpr Px kSmallestLabelSize = 9;
constexpr Px kLargestLabelSize = 20;
constexpr Px kLargestPlayMark = 72;
constexpr double kMostLabelLines = 8;

Color faded(Color color, float share) {
    color.alpha *= share;
    return color;
}

// Splits the label into lines that fit, at spaces; the last one ends in an ellipsis when not all
// of it fits. A word too long for a line (an address) is cut.
class LabelLines {
public:
    LabelLines(const text::FontSpec& font, text::Shaper& shaper, Px width)
        : font_(font), shaper_(shaper), width_(width) {}

    std::vector<TextLine> break_lines(std::string_view label, std::size_t most_lines) {
        std::vector<TextLine> lines;
        while (!label.empty() && lines.size() < most_lines) {
            const bool last = lines.size() + 1 == most_lines;
            const std::size_t end = end_of_line(label);
            if (last && end < label.size()) {
                lines.push_back(cut(label));
                break;
            }
            lines.push_back(text_line(label.substr(0, end), font_, shaper_));
            label.remove_prefix(end);
            label.remove_prefix(std::min(label.find_first_not_of(' '), label.size()));
        }
        return lines;
    }

private:
    bool fits(std::string_view text) { return text_line(text, font_, shaper_).width <= width_; }

    // The most characters of `text` that fit together with `tail`; at least one.
    std::size_t longest_fit(std::string_view text, const std::string& tail) {
        std::size_t low = 0;
        std::size_t high = text.size();
        while (low < high) {
            std::size_t middle = (low + high + 1) / 2;
            while (middle < text.size() && utf8::is_continuation(text[middle])) {
                ++middle;
            }
            if (middle > high) {
                break;
            }
            if (fits(std::string(text.substr(0, middle)) + tail)) {
                low = middle;
            } else {
                high = middle - 1;
                while (high > 0 && utf8::is_continuation(text[high])) {
                    --high;
                }
            }
        }
        std::size_t first = 1;
        while (first < text.size() && utf8::is_continuation(text[first])) {
            ++first;
        }
        return std::max(low, std::min(first, text.size()));
    }

    std::size_t end_of_line(std::string_view text) {
        if (fits(text)) {
            return text.size();
        }
        const std::size_t end = longest_fit(text, "");
        const std::size_t space = text[end] == ' ' ? end : text.substr(0, end).rfind(' ');
        return space == std::string_view::npos || space == 0 ? end : space;
    }

    TextLine cut(std::string_view text) {
        const std::string ellipsis = "…";
        return text_line(std::string(text.substr(0, longest_fit(text, ellipsis))) + ellipsis, font_,
                         shaper_);
    }

    const text::FontSpec& font_;
    text::Shaper& shaper_;
    Px width_;
};

bool can_play(const layout::Fragment& fragment) {
    const dom::Node* node = fragment.source.node;
    if (node == nullptr) {
        return false;
    }
    // Most frames in slides are players of video sites.
    const std::string& address = fragment.address;
    const auto names = [&address](std::string_view part) {
        return address.find(part) != std::string::npos;
    };
    return node->is_element("video") || node->is_element("audio") ||
           (node->is_element("iframe") &&
            (names("youtube") || names("youtu.be") || names("vimeo") || names("dailymotion")));
}

Content content_of(const layout::Fragment& fragment) {
    return {fragment.source.node, ContentPart::kPicture};
}

// A triangle in a circle, around `center`.
void draw_play_mark(Point center, Px diameter, const Color& color, DisplayList& out) {
    const Px radius = diameter / 2;
    out.push_back(FillEllipse{{center.x - radius, center.y - radius, diameter, diameter},
                              faded(color, 0.25F)});
    const Px side = radius * 0.45;
    out.push_back(FillPolygon{{{center.x - side * 0.8, center.y - side},
                               {center.x + side * 1.2, center.y},
                               {center.x - side * 0.8, center.y + side}},
                              color});
}

void draw_outline(const Rect& area, const Color& color, DisplayList& out) {
    const RoundedRect outer{area, {}, {}, {}, {}};
    out.push_back(FillRing{outer, inset(outer, {1, 1, 1, 1}), color, {}});
}

void draw_frame(const Rect& area, const Color& color, DisplayList& out) {
    out.push_back(FillRect{{area, {}, {}, {}, {}}, faded(color, 0.08F)});
    draw_outline(area, faded(color, 0.5F), out);
}

// An <img> that names no picture at all has nothing to be missing.
bool names_no_picture(const layout::Fragment& fragment) {
    const dom::Node* node = fragment.source.node;
    return node != nullptr && node->is_element("img") && node->attribute("src") == nullptr &&
           fragment.address.empty() && fragment.label.empty() && !fragment.image;
}

// A video's still, dimmed so that the play mark and the label stand out; it covers the area as
// players let it (CSS Images 3 §5.5 `cover`), which also cuts off its black bars.
void draw_still(const media::ImagePtr& still, const Rect& area, const Content& content,
                DisplayList& out) {
    constexpr Color kDimming{0, 0, 0, 0.45F};
    const Size natural = still->intrinsic_size();
    const double scale = std::max(area.width / natural.width, area.height / natural.height);
    const Size size{natural.width * scale, natural.height * scale};
    const RoundedRect shape{area, {}, {}, {}, {}};
    out.push_back(PushClip{shape});
    out.push_back(DrawImage{still,
                            {area.x + (area.width - size.width) / 2,
                             area.y + (area.height - size.height) / 2, size.width, size.height},
                            content});
    out.push_back(FillRect{shape, kDimming});
    out.push_back(Pop{});
}

struct LabelPlace {
    Rect area;
    Px play_mark = 0;  // diameter, 0: none
    Color color;
    Content content;
};

// A picture's alternative text as a browser shows it: in the style's own font, on the lines that
// layout made room for. None when it does not fit there.
std::vector<TextLine> alternative_text_lines(const layout::Fragment& fragment, const Rect& area,
                                             const style::ComputedStyle& style,
                                             PaintContext& context) {
    const dom::Node* node = fragment.source.node;
    if (node == nullptr || !node->is_element("img") || fragment.label.empty()) {
        return {};
    }
    const text::FontSpec& font = style.text().font;
    constexpr Px kRounding = 1;
    const auto room =
        static_cast<std::size_t>(std::max(0.0, std::floor((area.height + kRounding) / font.size)));
    std::vector<TextLine> lines = LabelLines(font, context.shaper, area.width + kRounding)
                                      .break_lines(fragment.label, room + 1);
    // A frame that is much taller has its size from elsewhere, and its label in the middle.
    const bool has_size_of_lines =
        lines.size() == 1 || area.height <= 2 * font.size * static_cast<Px>(lines.size());
    return lines.size() <= room && has_size_of_lines ? std::move(lines) : std::vector<TextLine>{};
}

// One line stands beside the mark that browsers put there, several from the left.
void draw_alternative_text(const std::vector<TextLine>& lines, const layout::Fragment& fragment,
                           const Rect& area, const style::ComputedStyle& style,
                           PaintContext& context, DisplayList& out) {
    const Content content = content_of(fragment);
    const text::FontMetrics& metrics = context.shaper.fonts().metrics(style.text().font);
    const Px line_height = area.height / static_cast<Px>(lines.size());
    // A block may be wider than the mark and the text: how far from its right edge they end then.
    const auto room_behind = [&](Px text_width) {
        constexpr Px kRounding = 1;
        const Px free = area.width - layout::kBrokenPictureMark - text_width;
        return free < kRounding
                   ? 0.0
                   : free - layout::alignment_offset(style.text().text_align,
                                                     layout::direction_of(style.text()), free);
    };
    Px y = area.y;
    for (const TextLine& line : lines) {
        const Px baseline = std::round(y + baseline_in_line(metrics, line_height));
        const Px x =
            lines.size() == 1 ? area.right() - line.width - room_behind(line.width) : area.x;
        draw_text_line(line, {x, baseline}, style.ink().color, out, content);
        y += line_height;
    }
}

// Label and play mark one below the other, in the middle of the area. A label that has no room is
// there for those who have it read to them.
void draw_label(const std::string& label, const LabelPlace& place,
                const style::ComputedStyle& style, PaintContext& context, DisplayList& out) {
    text::FontSpec font = style.text().font;
    font.size = std::clamp(place.area.height / 8, kSmallestLabelSize,
                           std::clamp(font.size * 0.5, kSmallestLabelSize, kLargestLabelSize));
    const Px line_height = std::round(font.size * 1.3);
    const Px mark_height = place.play_mark > 0 ? place.play_mark + kLabelMargin : 0;
    const double room = std::floor((place.area.height - mark_height) / line_height);
    const bool is_shown = room >= 1;
    const auto most_lines = static_cast<std::size_t>(std::clamp(room, 1.0, kMostLabelLines));
    const std::vector<TextLine> lines =
        place.area.width <= 0
            ? std::vector<TextLine>{}
            : LabelLines(font, context.shaper, place.area.width).break_lines(label, most_lines);
    const Px text_height = is_shown ? static_cast<Px>(lines.size()) * line_height : 0;
    const Px height = text_height + mark_height;
    const Px middle = place.area.x + place.area.width / 2;
    Px y = place.area.y + (place.area.height - height) / 2;
    if (place.play_mark > 0) {
        draw_play_mark({middle, y + place.play_mark / 2}, place.play_mark, place.color, out);
        y += mark_height;
    }
    const Px baseline = baseline_in_line(context.shaper.fonts().metrics(font), line_height);
    Color color = place.color;
    color.alpha = is_shown ? color.alpha : kHiddenTextAlpha;
    for (const TextLine& line : lines) {
        draw_text_line(line, {middle - line.width / 2, std::round(y + baseline)}, color, out,
                       place.content);
        y += line_height;
    }
}

// A frame with a stroke across it: of a picture that nothing tells about, or one that takes no room
// (`alt=""`), which shows over what is around it that something is missing.
void draw_broken_picture_mark(const Rect& content, const Color& color, DisplayList& out) {
    const Rect mark{content.x + (content.width - layout::kBrokenPictureMark) / 2,
                    content.y + (content.height - layout::kBrokenPictureMark) / 2,
                    layout::kBrokenPictureMark, layout::kBrokenPictureMark};
    draw_frame(mark, color, out);
    out.push_back(FillPolygon{{{mark.x, mark.bottom() - 1},
                               {mark.right() - 1, mark.y},
                               {mark.right(), mark.y + 1},
                               {mark.x + 1, mark.bottom()}},
                              faded(color, 0.5F)});
}

}  // namespace

void paint_placeholder(const layout::Fragment& fragment, const DecoratedBox& box,
                       const style::ComputedStyle& style, PaintContext& context, DisplayList& out) {
    const RoundedRect content = box.content_box();
    const bool has_room = content.rect.width > layout::kBrokenPictureMark &&
                          content.rect.height > layout::kBrokenPictureMark;
    if (!has_room && fragment.label.empty()) {
        draw_broken_picture_mark(content.rect, style.ink().color, out);
        return;
    }
    if (content.rect.empty()) {
        return;
    }
    if (names_no_picture(fragment)) {
        constexpr Color kSilver{192, 192, 192, 1};  // as browsers outline it
        draw_outline(content.rect, kSilver, out);
        return;
    }
    BeginLink link = link_to(fragment.address, box.border_box.rect, context);
    const bool linked = !link.areas.empty();
    if (linked) {
        link.node = fragment.source.node;
        out.push_back(std::move(link));
    }
    const Color color = fragment.image ? kWhite : style.ink().color;
    if (fragment.image) {
        draw_still(fragment.image, content.rect, content_of(fragment), out);
    } else {
        draw_frame(content.rect, color, out);
    }
    const std::vector<TextLine> lines =
        alternative_text_lines(fragment, content.rect, style, context);
    if (!lines.empty()) {
        draw_alternative_text(lines, fragment, content.rect, style, context, out);
    } else {
        const Px margin = std::min(kLabelMargin, content.rect.width / 20);
        const Px above = std::min(kLabelMargin / 2, content.rect.height / 20);
        const Rect area = content.rect.inset({above, margin, above, margin});
        const Px mark = can_play(fragment) ? std::min(kLargestPlayMark, area.height / 2) : 0;
        draw_label(fragment.label.empty() ? fragment.address : fragment.label,
                   {area, mark, color, content_of(fragment)}, style, context, out);
    }
    if (linked) {
        out.push_back(EndLink{});
    }
}

}  // namespace ghreveal::paint
