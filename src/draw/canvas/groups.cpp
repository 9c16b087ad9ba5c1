// The groups of a display list: clips, transforms, opacity, masks and filters.
#include "draw/canvas/canvas_impl.h"
#include "draw/opacity.h"
#include "support/limits.h"

namespace ghreveal::draw {

namespace {

// CSS Transforms 1 §3.1: what a matrix leaves no area of is not drawn. Cairo draws nothing more at
// all after such a one.
bool is_drawable(cairo_t* context, const Transform& transform) {
    cairo_matrix_t matrix;
    cairo_get_matrix(context, &matrix);
    const double page_scale = std::abs(matrix.xx * matrix.yy - matrix.xy * matrix.yx);
    const double own = std::abs(transform.a * transform.d - transform.b * transform.c);
    const double area = own * page_scale;
    constexpr double kLargest = 1e15;
    return area > FixedLimits::drawn_area_scale && area < kLargest &&
           std::abs(transform.e) < css::kLargestLength * 4 &&
           std::abs(transform.f) < css::kLargestLength * 4;
}

// The contents in the group that item `at` of the list begins, each once.
std::vector<GroupedContent> grouped_content(const paint::DisplayList& list, std::size_t at) {
    std::vector<GroupedContent> result;
    int depth = 0;
    for (std::size_t i = at; i < list.size(); ++i) {
        const paint::DisplayItem& item = list[i];
        if (paint::is_push(item)) {
            ++depth;
        } else if (std::holds_alternative<paint::Pop>(item) && --depth == 0) {
            break;
        }
        const auto* glyphs = std::get_if<paint::DrawGlyphs>(&item);
        const auto* image = std::get_if<paint::DrawImage>(&item);
        if (glyphs == nullptr && image == nullptr) {
            continue;
        }
        const paint::Content& content = glyphs != nullptr ? glyphs->content : image->content;
        if (result.empty() || result.back().content != content) {
            result.push_back({content, ""});
        }
        result.back().text += glyphs != nullptr ? glyphs->run->text : "";
    }
    return result;
}

}  // namespace

bool opens_or_closes(const paint::DisplayItem& item) {
    return paint::is_push(item) || std::holds_alternative<paint::Pop>(item);
}

void Canvas::Impl::draw(const paint::PushClip& item) {
    cairo_save(context);
    if (item.polygon.empty()) {
        clip_to(context, item.shape);
    } else {
        clip_to(context, item.polygon,
                item.is_even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    }
    groups.push_back({Group::kState, alpha});
}

void Canvas::Impl::draw(const paint::PushTransform& item) {
    cairo_save(context);
    if (is_drawable(context, item.transform)) {
        apply(context, item.transform);
    } else {
        hidden_from = std::min(hidden_from, groups.size());
    }
    groups.push_back({Group::kState, alpha});
}

void Canvas::Impl::begin_opacity(const paint::DisplayList& list, std::size_t at) {
    const auto& group = std::get<paint::PushOpacity>(list[at]);
    const double opacity = static_cast<double>(group.opacity);
    if (fades_item_by_item(list, at)) {
        groups.push_back({Group::kFaded, alpha});
        alpha *= opacity;
        return;
    }
    groups.push_back({Group::kOpacity, alpha, opacity * alpha, group.blend_mode});
    begin_group(list, at);
}

void Canvas::Impl::begin_group(const paint::DisplayList& list, std::size_t at) {
    if (is_noted()) {
        drawn.content.push_back({.kind = DrawnKind::kGroup, .grouped = grouped_content(list, at)});
    }
    ++open_opacity_groups;
    cairo_push_group(context);
    alpha = 1;
}

void Canvas::Impl::begin_mask(const paint::DisplayList& list, std::size_t at) {
    groups.push_back(
        {Group::kMask, alpha, alpha, BlendMode::kNormal, std::get<paint::PushMask>(list[at]).mask});
    begin_group(list, at);
}

void Canvas::Impl::end_mask(const OpenGroup& group) {
    const PatternHandle content{cairo_pop_group(context)};
    const PatternHandle mask = filters.mask_pattern(
        context, *group.mask, [this](const paint::DisplayList& items) { draw_items(items); });
    --open_opacity_groups;
    cairo_set_source(context, content.get());
    cairo_mask(context, mask.get());
}

void Canvas::Impl::draw(const paint::PushGlyphClip& item) {
    cairo_save(context);
    cairo_new_path(context);
    for (const paint::PlacedGlyphs& placed : item.glyphs) {
        glyphs.add_outlines(context, *placed.run, placed.origin);
    }
    cairo_clip(context);
    groups.push_back({Group::kState, alpha});
}

void Canvas::Impl::draw_filtered(const paint::PushFilter& filter, const paint::DisplayList& items) {
    const FilterPainter::DrawItems draw_plainly = [this](const paint::DisplayList& list) {
        draw_items(list);
    };
    const FilterPainter::NotePicture note = [this](const paint::DisplayList& list,
                                                   const std::function<void()>& paint_picture) {
        for (const paint::DisplayItem& item : list) {
            if (const auto* link = std::get_if<paint::BeginLink>(&item)) {
                draw(*link);
            }
        }
        const OpenGroup group{Group::kOpacity, alpha, alpha};
        paint::DisplayList all{paint::PushOpacity{1}};
        all.insert(all.end(), list.begin(), list.end());
        groups.push_back(group);
        begin_group(all, 0);
        paint_picture();
        end_group();
    };
    filters.draw({context, 1, draw_plainly, note}, items, filter.filters);
}

void Canvas::Impl::end_group() {
    if (groups.empty()) {
        return;
    }
    const OpenGroup group = groups.back();
    groups.pop_back();
    if (groups.size() == hidden_from) {
        hidden_from = kNothingHidden;
    }
    alpha = group.alpha_before;
    switch (group.kind) {
        case Group::kState:
            cairo_restore(context);
            break;
        case Group::kFaded:
            break;
        case Group::kMask:
            end_mask(group);
            break;
        case Group::kOpacity:
            --open_opacity_groups;
            cairo_pop_group_to_source(context);
            cairo_set_operator(context, cairo_operator(group.blend_mode));
            cairo_paint_with_alpha(context, group.opacity);
            cairo_set_operator(context, CAIRO_OPERATOR_OVER);
            break;
    }
}

}  // namespace ghreveal::draw
