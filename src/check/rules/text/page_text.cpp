#include "check/rules/text/page_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <vector>

#include "check/rules/text/reading_order.h"
#include "check/source_text.h"
#include "support/ascii.h"
#include "support/rules.h"
#include "support/unicode/utf8.h"

namespace ghreveal::check {

namespace {

// In px of a slide that is 960 px wide.
constexpr Px kSmallestText = 18 - 0.01;  // computed, it may be a little off
constexpr Px kReferenceWidth = 960;
// WCAG 2.2, "large scale": 18 pt, or 14 pt in bold.
constexpr Px kLargeText = 24;
constexpr Px kLargeBoldText = 18.66;
constexpr int kBoldWeight = 700;
constexpr double kLargeContrast = 3;
constexpr double kContrast = 4.5;

std::string hex(Color color) {
    return fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue);
}

// As it can be read in a message: icons are characters without a picture of their own.
std::string readable(const std::string& text) {
    const auto [first, length] = utf8::decode(text, 0);
    const bool is_icon = first >= 0xE000 && first <= 0xF8FF;
    return is_icon && length == text.size()
               ? fmt::format("the icon U+{:04X}", static_cast<unsigned>(first))
               : fmt::format("'{}'", text);
}

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

// Whether the text is in the element that a message is about.
bool is_within(const dom::Node* node, const SourcePosition& where, const std::string& file) {
    for (; node != nullptr && !node->is_element("section"); node = node->parent) {
        if (node->is_element() && node->line != 0 && dom::position_of(*node, file) == where) {
            return true;
        }
    }
    return false;
}

bool is_overflow_of(const deck::Slide& slide, const Diagnostic& said, const std::string& file) {
    return (said.rule == Rule::kOverflow || said.rule == Rule::kOverflowSide) &&
           said.where.file == file && slide.first_line <= said.where.line &&
           said.where.line <= slide.last_line;
}

}  // namespace

// Paints what is behind the text of a page when it is first asked for.
class PageTextCheck::Behind {
public:
    Behind(const paint::DisplayList& page, const PagePainter& painter)
        : page_(page), painter_(painter) {}

    // Nothing where nobody paints, or the letters' shadow sets them off.
    std::optional<double> contrast(const ShownText& shown) {
        if (!painter_ || shown.is_set_off) {
            return std::nullopt;
        }
        if (!pixels_) {
            pixels_ = painter_(without_text(page_));
        }
        return contrast_to_half(shown, *pixels_);
    }

private:
    const paint::DisplayList& page_;
    const PagePainter& painter_;
    std::optional<paint::PagePixels> pixels_;
};

void PageTextCheck::check(std::size_t slide, const paint::DisplayList& page) {
    // Px of the page that one px of a slide of the reference width has.
    const double scale = page_.scale * deck_.configuration.width / kReferenceWidth;
    std::vector<PlacedText> placed;
    Behind behind(page, painter_);
    for_each_shown_text(page, page_.page, [&](const ShownText& shown) {
        if (shown.placed.node != nullptr && shown.placed.node->is_text()) {
            placed.push_back(shown.placed);
        }
        check_size(slide, shown, shown.size / scale);
        check_contrast(slide, shown, shown.size / scale, behind);
    });
    check_order(slide, placed);
}

void PageTextCheck::check_size(std::size_t slide, const ShownText& shown, Px size) {
    // `font-size: 0` hides what a picture stands for.
    if (size > 0 && size < kSmallestText && !was_made_to_fit(deck_.slides[slide], shown)) {
        report(slide, shown.text,
               {Rule::kTextTooSmall, "",
                fmt::format("{} is {:.1f} px high on a slide that is 960 px wide",
                            readable(shown.text), size),
                "text under 18 px cannot be read in a room"});
    }
}

// Of a slide that was made smaller all is as small as that, of a box that was what is in it.
bool PageTextCheck::was_made_to_fit(const deck::Slide& slide, const ShownText& shown) const {
    const bool is_small_itself =
        shown.font_size * kReferenceWidth / deck_.configuration.width < kSmallestText;
    return std::any_of(diagnostics_.warnings().begin(), diagnostics_.warnings().end(),
                       [&](const auto& said) {
                           if (said.rule == Rule::kOverflow &&
                               is_within(shown.placed.node, said.where, deck_.file)) {
                               return true;
                           }
                           return !is_small_itself && is_overflow_of(slide, said, deck_.file);
                       });
}

void PageTextCheck::check_contrast(std::size_t slide, const ShownText& shown, Px size,
                                   Behind& behind) {
    const bool is_large =
        size >= kLargeText || (size >= kLargeBoldText && shown.weight >= kBoldWeight);
    const double wanted = is_large ? kLargeContrast : kContrast;
    const std::string hint =
        fmt::format("WCAG asks for {}:1{}", wanted, is_large ? " of large text" : "");
    if (shown.behind) {
        const double ratio = contrast_ratio(shown.color, *shown.behind);
        if (ratio < wanted) {
            const std::string colours =
                fmt::format("{} on {}", hex(shown.color), hex(*shown.behind));
            report(slide, shown.text,
                   {Rule::kContrast, colours,
                    fmt::format("{} has a contrast of {:.1f}:1, {}", readable(shown.text),
                                std::floor(ratio * 10) / 10, colours),
                    hint});
        }
    } else if (const auto ratio = behind.contrast(shown); ratio && *ratio < wanted) {
        report(slide, shown.text,
               {Rule::kContrast, hex(shown.color),
                fmt::format("{} has a contrast below {:.1f}:1 to half of what is behind it",
                            readable(shown.text), std::floor(*ratio * 10) / 10 + 0.1),
                hint});
    }
}

void PageTextCheck::check_order(std::size_t slide, const std::vector<PlacedText>& placed) {
    if (const auto wrong = out_of_order(*deck_.slides[slide].section, placed)) {
        report(slide, wrong->above.text,
               {Rule::kReadingOrder, "",
                fmt::format("'{}' is read after '{}' and stands above it", wrong->above.text,
                            wrong->first.text),
                "write what is to be read first before it; readers of PDFs go by the order in the "
                "deck"});
    }
}

void PageTextCheck::report(std::size_t index, const std::string& text, Fault fault) {
    const std::string_view rule = facts_of(fault.rule).name;
    if (!reported_.insert(fmt::format("{} {} {}", index, rule, fault.colours)).second) {
        return;
    }
    const deck::Slide& slide = deck_.slides[index];
    SourcePosition where{deck_.file, slide.first_line};
    // `text-transform` may have changed its letters.
    const std::string wanted = ascii::lower_case(text);
    for (int line = slide.first_line; line <= slide.last_line; ++line) {
        if (ascii::lower_case(sources_.line(deck_.file, line)).find(wanted) != std::string::npos) {
            where.line = line;
            break;
        }
    }
    diagnostics_.warn(fault.rule, where, std::move(fault.what), std::move(fault.hint));
}

}  // namespace ghreveal::check
