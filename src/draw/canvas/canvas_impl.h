// What a Canvas is made of. Private to it.
#pragma once

#include <deque>
#include <limits>
#include <memory>
#include <vector>

#include "draw/canvas.h"
#include "draw/filters/filter_painter.h"
#include "draw/glyph_painter.h"
#include "draw/images/image_painter.h"
#include "draw/shadow_painter.h"

namespace ghreveal::draw {

// Items that have to be seen to even where nothing is drawn, because others end them.
bool opens_or_closes(const paint::DisplayItem&);

struct Canvas::Impl {
    Impl(Output out, double image_dpi)
        : output(out), glyphs(out), images(out, image_dpi), shadows(glyphs) {}

    Output output;
    DrawnPage drawn;
    GlyphPainter glyphs;
    ImagePainter images;
    ShadowPainter shadows;
    FilterPainter filters;

    // State of the list that is being drawn.
    cairo_t* context = nullptr;
    double alpha = 1;
    enum class Group : std::uint8_t { kState, kOpacity, kFaded, kMask };
    struct OpenGroup {
        Group kind;
        double alpha_before;
        double opacity = 1;
        BlendMode blend_mode = BlendMode::kNormal;
        std::shared_ptr<const paint::MaskList> mask{};
    };
    std::vector<OpenGroup> groups;
    // What is in the group of this number, and in those in it, has no area and is not drawn.
    static constexpr std::size_t kNothingHidden = std::numeric_limits<std::size_t>::max();
    std::size_t hidden_from = kNothingHidden;
    int open_opacity_groups = 0;
    // What the last TakeBackdrop took; of the page, what those to come take; and where those of a
    // canvas with pixels are kept for another one.
    using Backdrops = std::deque<std::shared_ptr<const Raster>>;
    std::shared_ptr<const Raster> backdrop;
    Backdrops page_backdrops;
    Backdrops* collected = nullptr;

    void begin_page(cairo_t*);
    // All groups that it begins are ended.
    void draw_list(const paint::DisplayList&);
    void draw_items(const paint::DisplayList&);
    // To be called before a page is drawn that consists of this.
    void collect_backdrops(const paint::DisplayList&);
    void begin_opacity(const paint::DisplayList&, std::size_t at);
    void begin_mask(const paint::DisplayList&, std::size_t at);
    void begin_group(const paint::DisplayList&, std::size_t at);
    void end_mask(const OpenGroup&);
    void draw_filtered(const paint::PushFilter&, const paint::DisplayList& items);
    void end_group();
    // Whether what is drawn is seen on the page as it is, and not only as a part of a group.
    bool is_noted() const { return output == Output::kPdf && open_opacity_groups == 0; }

    void draw(const paint::FillRect&);
    void draw(const paint::FillRing&);
    void draw(const paint::FillPolygon&);
    void draw(const paint::FillEllipse&);
    void draw(const paint::StrokeEllipse&);
    void draw(const paint::StrokeLine&);
    void draw(const paint::StrokeRing&);
    void draw(const paint::StrokeWave&);
    void draw(const paint::FillGradient&);
    void draw(const paint::DrawImage&);
    void draw(const paint::TileImage& item) { images.draw(context, item, alpha); }
    void draw(const paint::DrawGlyphs&);
    void draw(const paint::BoxShadow& item) { shadows.draw(context, item, alpha); }
    void draw(const paint::InsetShadow& item) { shadows.draw(context, item, alpha); }
    void draw(const paint::GlyphShadow& item) { shadows.draw(context, item, alpha); }
    void draw(const paint::PushClip&);
    void draw(const paint::PushTransform&);
    void draw(const paint::PushOpacity&) {}  // draw_items sees to these
    void draw(const paint::PushFilter&) {}
    void draw(const paint::PushMask&) {}
    void draw(const paint::PushGlyphClip&);
    void draw(const paint::TakeBackdrop&);
    void draw(const paint::ShowBackdrop&);
    void draw(const paint::Pop&) { end_group(); }
    void draw(const paint::BeginLink&);
    void draw(const paint::EndLink&) {}
};

}  // namespace ghreveal::draw
