#include "check/rules/text/shown_text.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <variant>
#include <vector>

#include "dom/document.h"
#include "paint/rounded_rect.h"
#include "support/ascii.h"

namespace ghreveal::check {

namespace {

// What has been painted so far, where it is one colour; nothing where it is a picture, a gradient
// or a shadow: what is behind the text then is for people to see.
class Backdrop {
public:
    void fill(const Rect& area, Color color) { areas_.push_back({area, color}); }
    void hide(const Rect& area) { areas_.push_back({area, std::nullopt}); }

    std::optional<Color> color_at(Point point) const {
        std::optional<Color> color = kWhite;  // the paper
        for (const Area& area : areas_) {
            const Rect& rect = area.rect;
            if (!paint::contains(rect, {point.x, point.y, 0, 0})) {
                continue;
            }
            if (!area.color || area.color->alpha >= 1) {
                color = area.color;  // covers what was there
            } else if (color) {
                color = over(*area.color, area.color->alpha, *color);
            }
        }
        return color;
    }

private:
    struct Area {
        Rect rect;
        std::optional<Color> color;
    };
    std::vector<Area> areas_;
};

// Numbers of slides, footnotes and lines, and what rows of dots and bullets are, are not read.
bool has_words(std::string_view text) {
    // Icons of fonts are in Unicode's private area, which UTF-8 begins with EE.
    constexpr unsigned char kPrivate = 0xEE;
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return ascii::is_letter(c) || (byte >= 0xC3 && byte != kPrivate);
    });
}

// What stands for a formula that cannot be set is told of as such.
bool is_source_of_formula(const dom::Node* node) {
    return node != nullptr && node->parent != nullptr && node->parent->has_class("katex-error");
}

// Lines of code that a step does not highlight are dimmed on purpose: another step shows them.
bool is_line_of_steps(const dom::Node* node) {
    while (node != nullptr && !node->is_element("code")) {
        node = node->parent;
    }
    return node != nullptr && node->attribute("data-line-numbers") != nullptr;
}

// Walks a page in the order it is painted in.
class TextWalk {
public:
    // `page`: px.
    TextWalk(const Size& page, const TextVisitor& visit)
        : visit_(visit), states_{State{{}, 1, {0, 0, page.width, page.height}}} {}

    void operator()(const paint::FillRect& fill) {
        backdrop_.fill(mapped(fill.shape.rect), faded(fill.color));
    }
    void operator()(const paint::FillGradient& fill) { backdrop_.hide(mapped(fill.clip.rect)); }
    void operator()(const paint::DrawImage& image) { backdrop_.hide(mapped(image.target)); }
    void operator()(const paint::TileImage& image) { backdrop_.hide(mapped(image.clip.rect)); }
    void operator()(const paint::InsetShadow& shadow) { backdrop_.hide(mapped(shadow.shape.rect)); }
    void operator()(const paint::ShowBackdrop& item) { backdrop_.hide(mapped(item.shape.rect)); }
    void operator()(const paint::FillEllipse& fill) { backdrop_.hide(mapped(fill.bounds)); }
    void operator()(const paint::GlyphShadow& shadow) {
        // A shadow, close behind letters, is what sets them off, unless it is of the colour behind
        // them.
        constexpr double kSame = 1.2;
        const auto behind = backdrop_.color_at(states_.back().transform.apply(shadow.origin));
        const Color color = faded(shadow.color);
        if (!behind || contrast_ratio(over(color, color.alpha, *behind), *behind) >= kSame) {
            shadowed_.insert(shadow.run.get());
        }
    }
    void operator()(const paint::PushTransform& push) {
        states_.push_back(states_.back());
        states_.back().transform = states_.back().transform * push.transform;
    }
    void operator()(const paint::PushOpacity& push) {
        states_.push_back(states_.back());
        states_.back().opacity *= push.opacity;
    }
    void operator()(const paint::PushClip& push) {
        states_.push_back(states_.back());
        if (push.polygon.empty()) {
            states_.back().clip = paint::intersection(states_.back().clip, mapped(push.shape.rect));
        }
    }
    void operator()(const paint::PushFilter&) { states_.push_back(states_.back()); }
    void operator()(const paint::PushMask&) { states_.push_back(states_.back()); }
    void operator()(const paint::PushGlyphClip&) { states_.push_back(states_.back()); }
    void operator()(const paint::Pop&) {
        if (states_.size() > 1) {
            states_.pop_back();
        }
    }
    void operator()(const paint::DrawGlyphs& glyphs) {
        // What stands for a picture that is not there is no text of the author's.
        // What is shown by the background behind it has no colour of its own.
        const auto shadow = shadowed_.find(glyphs.run.get());
        const bool is_set_off = shadow != shadowed_.end();
        if (is_set_off) {
            shadowed_.erase(shadow);
        }
        const bool is_dimmed = states_.back().opacity < 1 && is_line_of_steps(glyphs.content.node);
        const bool is_hidden = glyphs.color.alpha <= paint::kHiddenTextAlpha || is_dimmed ||
                               is_source_of_formula(glyphs.content.node);
        if (is_hidden || glyphs.content.part == paint::ContentPart::kPicture ||
            !has_words(glyphs.run->text)) {
            return;
        }
        const Transform& transform = states_.back().transform;
        const text::Font& font = glyphs.run->font;
        const Point middle = transform.apply(
            {glyphs.origin.x + glyphs.run->width / 2, glyphs.origin.y - font.size / 4});
        if (!paint::contains(states_.back().clip, {middle.x, middle.y, 0, 0})) {
            return;
        }
        ShownText shown{
            glyphs.run->text,
            font.size * std::sqrt(std::abs(transform.a * transform.d - transform.b * transform.c)),
            font.face->weight(),
            glyphs.color,
            is_set_off ? std::nullopt : backdrop_.color_at(middle),
            {glyphs.content.node, glyphs.run->text, box_of(glyphs)},
            is_set_off,
            font.size};
        shown.color = shown.behind ? over(shown.color, faded(shown.color).alpha, *shown.behind)
                                   : faded(shown.color);
        visit_(shown);
    }
    template <typename Other>
    void operator()(const Other&) {}

private:
    struct State {
        Transform transform;
        double opacity = 1;
        Rect clip{};  // px of the page
    };

    // From the top of small letters down to the line they stand on.
    Rect box_of(const paint::DrawGlyphs& glyphs) const {
        const Px height = glyphs.run->font.size / 2;
        return mapped({glyphs.origin.x, glyphs.origin.y - height, glyphs.run->width, height});
    }

    Color faded(Color color) const {
        color.alpha = static_cast<float>(color.alpha * states_.back().opacity);
        return color;
    }

    Rect mapped(const Rect& rect) const {
        const Transform& transform = states_.back().transform;
        const Point first = transform.apply(rect.origin());
        const Point last = transform.apply({rect.right(), rect.bottom()});
        return {std::min(first.x, last.x), std::min(first.y, last.y), std::abs(last.x - first.x),
                std::abs(last.y - first.y)};
    }

    const TextVisitor& visit_;
    Backdrop backdrop_;
    std::vector<State> states_;
    // Runs whose shadows are painted, and that are not yet; equal words share one.
    std::multiset<const text::GlyphRun*> shadowed_;
};

}  // namespace

Color over(Color top, double alpha, Color below) {
    const auto mixed = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a * alpha + b * (1 - alpha)));
    };
    return {mixed(top.red, below.red), mixed(top.green, below.green), mixed(top.blue, below.blue),
            1};
}

void for_each_shown_text(const paint::DisplayList& page, const Size& size,
                         const TextVisitor& visit) {
    TextWalk walk(size, visit);
    for (const paint::DisplayItem& item : page) {
        std::visit(walk, item);
    }
}

}  // namespace ghreveal::check
