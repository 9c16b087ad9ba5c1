#include "check/rules/page_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

#include "check/rules/reading_order.h"
#include "check/source_text.h"
#include "paint/rounded_rect.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

// In px of a slide that is 960 px wide.
constexpr Px kSmallestText = 18;
constexpr Px kReferenceWidth = 960;
// WCAG 2.2, "large scale": 18 pt, or 14 pt in bold.
constexpr Px kLargeText = 24;
constexpr Px kLargeBoldText = 18.66;
constexpr int kBoldWeight = 700;
constexpr double kLargeContrast = 3;
constexpr double kContrast = 4.5;

Color over(Color top, double alpha, Color below) {
    const auto mixed = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a * alpha + b * (1 - alpha)));
    };
    return {mixed(top.red, below.red), mixed(top.green, below.green), mixed(top.blue, below.blue),
            1};
}

std::string hex(Color color) {
    return fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue);
}

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

struct ShownText {
    std::string text;
    Px size = 0;  // on the page
    int weight = 400;
    Color color;
    std::optional<Color> behind;
    PlacedText placed;
    bool is_set_off = false;  // by a shadow of its letters
};

// The page without its text: what lies behind it.
paint::DisplayList without_text(const paint::DisplayList& page) {
    paint::DisplayList rest;
    std::copy_if(page.begin(), page.end(), std::back_inserter(rest),
                 [](const paint::DisplayItem& item) {
                     return !std::holds_alternative<paint::DrawGlyphs>(item) &&
                            !std::holds_alternative<paint::GlyphShadow>(item);
                 });
    return rest;
}

// The contrast that half of the text's place has less of; nothing off the page.
std::optional<double> contrast_to_half(const ShownText& shown, const paint::PagePixels& page) {
    constexpr int kStep = 2;
    const Rect& box = shown.placed.box;
    const int right = std::min(page.width, static_cast<int>(std::ceil(box.right())));
    const int bottom = std::min(page.height, static_cast<int>(std::ceil(box.bottom())));
    std::vector<double> ratios;
    for (int y = std::max(0, static_cast<int>(box.y)); y < bottom; y += kStep) {
        for (int x = std::max(0, static_cast<int>(box.x)); x < right; x += kStep) {
            const Color behind = page.at(x, y);
            ratios.push_back(contrast_ratio(over(shown.color, shown.color.alpha, behind), behind));
        }
    }
    if (ratios.empty()) {
        return std::nullopt;
    }
    const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
    std::nth_element(ratios.begin(), middle, ratios.end());
    return *middle;
}

// Walks a page in the order it is painted in, and calls visit(ShownText) for each run of glyphs
// whose middle is on the page and not clipped.
template <typename Visit>
class TextWalk {
public:
    // `page`: px.
    TextWalk(const Size& page, Visit visit)
        : visit_(std::move(visit)), states_{State{{}, 1, {0, 0, page.width, page.height}}} {}

    void operator()(const paint::FillRect& fill) {
        backdrop_.fill(mapped(fill.shape.rect), faded(fill.color));
    }
    void operator()(const paint::FillGradient& fill) { backdrop_.hide(mapped(fill.clip.rect)); }
    void operator()(const paint::DrawImage& image) { backdrop_.hide(mapped(image.target)); }
    void operator()(const paint::TileImage& image) { backdrop_.hide(mapped(image.clip.rect)); }
    void operator()(const paint::InsetShadow& shadow) { backdrop_.hide(mapped(shadow.shape.rect)); }
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
        const bool is_hidden = glyphs.color.alpha <= paint::kHiddenTextAlpha ||
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
            is_set_off};
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

    Visit visit_;
    Backdrop backdrop_;
    std::vector<State> states_;
    // Runs whose shadows are painted, and that are not yet; equal words share one.
    std::multiset<const text::GlyphRun*> shadowed_;
};

}  // namespace

void PageTextCheck::check(std::size_t slide, const paint::DisplayList& page) {
    // Px of the page that one px of a slide of the reference width has.
    const double scale = page_.scale * deck_.configuration.width / kReferenceWidth;
    std::vector<PlacedText> placed;
    std::optional<paint::PagePixels> background;
    TextWalk walk(page_.page, [&](const ShownText& shown) {
        if (shown.placed.node != nullptr && shown.placed.node->is_text()) {
            placed.push_back(shown.placed);
        }
        const Px size = shown.size / scale;
        if (size < kSmallestText - 0.01) {
            report(slide, {Rule::kTextTooSmall, shown.text,
                           fmt::format("'{}' is {:.1f} px high on a slide that is 960 px wide",
                                       shown.text, size),
                           "text under 18 px cannot be read in a room"});
        }
        const bool is_large =
            size >= kLargeText || (size >= kLargeBoldText && shown.weight >= kBoldWeight);
        const double wanted = is_large ? kLargeContrast : kContrast;
        const std::string hint =
            fmt::format("WCAG asks for {}:1{}", wanted, is_large ? " of large text" : "");
        if (shown.behind) {
            const double ratio = contrast_ratio(shown.color, *shown.behind);
            if (ratio < wanted) {
                report(slide, {Rule::kContrast, shown.text,
                               fmt::format("'{}' has a contrast of {:.1f}:1, {} on {}", shown.text,
                                           std::floor(ratio * 10) / 10, hex(shown.color),
                                           hex(*shown.behind)),
                               hint});
            }
        } else if (painter_ && !shown.is_set_off) {
            if (!background) {
                background = painter_(without_text(page));
            }
            const auto ratio = contrast_to_half(shown, *background);
            if (ratio && *ratio < wanted) {
                report(slide,
                       {Rule::kContrast, shown.text,
                        fmt::format("'{}' has a contrast below {:.1f}:1 to half of what is behind "
                                    "it",
                                    shown.text, std::floor(*ratio * 10) / 10 + 0.1),
                        hint});
            }
        }
    });
    for (const paint::DisplayItem& item : page) {
        std::visit(walk, item);
    }
    check_order(slide, placed);
}

void PageTextCheck::check_order(std::size_t slide, const std::vector<PlacedText>& placed) {
    if (const auto wrong = out_of_order(*deck_.slides[slide].section, placed)) {
        report(slide,
               {Rule::kReadingOrder, wrong->above.text,
                fmt::format("'{}' is read after '{}' and stands above it", wrong->above.text,
                            wrong->first.text),
                "write what is to be read first before it; readers of PDFs go by the order in the "
                "deck"});
    }
}

void PageTextCheck::report(std::size_t index, Finding finding) {
    if (!reported_.insert(fmt::format("{} {}", index, facts_of(finding.rule).name)).second) {
        return;
    }
    const deck::Slide& slide = deck_.slides[index];
    SourcePosition where{deck_.file, slide.first_line};
    // `text-transform` may have changed its letters.
    const std::string wanted = ascii::lower_case(finding.text);
    for (int line = slide.first_line; line <= slide.last_line; ++line) {
        if (ascii::lower_case(sources_.line(deck_.file, line)).find(wanted) != std::string::npos) {
            where.line = line;
            break;
        }
    }
    diagnostics_.warn(finding.rule, where, std::move(finding.message), std::move(finding.hint));
}

}  // namespace ghreveal::check
