#include "draw/glyph_painter.h"

#include <fmt/format.h>

#include <algorithm>

#include "draw/font_file.h"
#include "support/unicode/utf8.h"

namespace ghreveal::draw {

namespace {

// tan(20°): the slant of an upright face where an italic one is missing.
constexpr double kObliqueShear = 0.36397023426620234;

cairo_font_options_t* unhinted() {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    return options;
}

bool same_scale(const cairo_matrix_t& a, const cairo_matrix_t& b) {
    return a.xx == b.xx && a.xy == b.xy && a.yx == b.yx && a.yy == b.yy;
}

// Whether cluster offsets rise (or, right to left, fall) and lie on characters of the text.
bool clusters_fit(const text::GlyphRun& run) {
    const bool backward = run.direction == text::Direction::kRightToLeft;
    std::uint32_t before = backward ? static_cast<std::uint32_t>(run.text.size()) : 0;
    for (const text::Glyph& glyph : run.glyphs) {
        const std::uint32_t at = glyph.cluster;
        if (at >= run.text.size() || (backward ? at > before : at < before) ||
            utf8::is_continuation(run.text[at])) {
            return false;
        }
        before = at;
    }
    return !run.glyphs.empty();
}

// Glyphs of a run that stand for bytes [begin, end) of its text together.
struct Cluster {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    int glyphs = 0;
};

// From left to right.
std::vector<Cluster> clusters_of(const text::GlyphRun& run) {
    std::vector<Cluster> clusters;
    for (const text::Glyph& glyph : run.glyphs) {
        if (clusters.empty() || clusters.back().begin != glyph.cluster) {
            clusters.push_back({glyph.cluster, 0, 0});
        }
        ++clusters.back().glyphs;
    }
    const bool backward = run.direction == text::Direction::kRightToLeft;
    const std::size_t count = clusters.size();
    auto size = static_cast<std::uint32_t>(run.text.size());
    for (std::size_t i = 0; i < count; ++i) {
        Cluster& last_in_text = clusters[backward ? i : count - 1 - i];
        last_in_text.end = size;
        size = last_in_text.begin;
    }
    (backward ? clusters.back() : clusters.front()).begin = 0;
    return clusters;
}

// Readers of PDF (Poppler is meant here) take text as it is drawn, from left to right, and turn
// what they find to be of a script from right to left around, character by character: so it goes
// out backward, the characters of a ligature and the marks on a letter too.
void append_clusters(GlyphBatch& batch, const text::GlyphRun& run) {
    for (const Cluster& cluster : clusters_of(run)) {
        std::string text = run.text.substr(cluster.begin, cluster.end - cluster.begin);
        if (run.direction == text::Direction::kRightToLeft) {
            text = utf8::reversed(text);
        }
        batch.text += text;
        batch.clusters.push_back({static_cast<int>(text.size()), cluster.glyphs});
    }
}

// Whether the glyph stands for more than one character of the run.
bool is_ligature(const text::GlyphRun& run, std::size_t index) {
    const auto cluster_at = [&run](std::size_t i) {
        return i < run.glyphs.size() ? run.glyphs[i].cluster : run.text.size();
    };
    const std::size_t start = cluster_at(index);
    const std::size_t end = cluster_at(index + 1);
    return start < end && end <= run.text.size() &&
           utf8::length(std::string_view(run.text).substr(start, end - start)) > 1;
}

// PDF writes widths of glyphs in whole thousandths of an em (PDF 1.7 §9.2.4). A pen that moves by
// the same steps needs no correction between the glyphs of a word. Readers put the last letter of
// a ligature at the end of its glyph; so that it stays before the next glyph when they sort text
// by place, a ligature gets some thousandths more (less than Cairo heeds would be lost).
Px pdf_advance(const text::GlyphRun& run, std::size_t index) {
    constexpr double kAfterLigature = 3;
    const double thousandths = std::round(run.glyphs[index].advance * 1000 / run.font.size) +
                               (is_ligature(run, index) ? kAfterLigature : 0);
    return thousandths * run.font.size / 1000;
}

// "wght=350,wdth=75", as Cairo reads them.
std::string variation_names(const text::FontSettings& variations) {
    std::string names;
    for (const auto& [tag, value] : variations) {
        const std::string letters{static_cast<char>(tag >> 24), static_cast<char>(tag >> 16),
                                  static_cast<char>(tag >> 8), static_cast<char>(tag)};
        names += fmt::format("{}{}={}", names.empty() ? "" : ",", letters, value);
    }
    return names;
}

}  // namespace

void append_run(GlyphBatch& batch, const text::GlyphRun& run, Point origin, Output output) {
    Px pen = origin.x;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const text::Glyph& glyph = run.glyphs[i];
        batch.glyphs.push_back({glyph.id, pen + glyph.x_offset, origin.y - glyph.y_offset});
        pen += output == Output::kPdf ? pdf_advance(run, i) : glyph.advance;
    }
    batch.has_text = batch.has_text && clusters_fit(run);
    if (batch.has_text) {
        append_clusters(batch, run);
    }
}

GlyphPainter::~GlyphPainter() = default;

void GlyphPainter::set_font(cairo_t* context, const text::Font& font) {
    cairo_matrix_t matrix;
    cairo_get_matrix(context, &matrix);
    const auto known =
        std::find_if(sized_fonts_.begin(), sized_fonts_.end(), [&](const SizedFont& sized) {
            return sized.font == font && same_scale(sized.matrix, matrix);
        });
    if (known != sized_fonts_.end()) {
        cairo_set_scaled_font(context, known->scaled.get());
        return;
    }
    FontFace& face = faces_[font.face];
    if (!face) {
        face.reset(create_cairo_font(open_font_file(*font.face)));
    }
    const double shear = font.synthetic_oblique ? kObliqueShear : 0;
    const cairo_matrix_t font_matrix{font.size, 0, -shear * font.size, font.size, 0, 0};
    const Handle<cairo_font_options_t, cairo_font_options_destroy> options{unhinted()};
    if (!font.face->variations().empty()) {
        cairo_font_options_set_variations(options.get(),
                                          variation_names(font.face->variations()).c_str());
    }
    SizedFont sized{
        font, matrix,
        ScaledFont{cairo_scaled_font_create(face.get(), &font_matrix, &matrix, options.get())}};
    cairo_set_scaled_font(context, sized.scaled.get());
    sized_fonts_.push_back(std::move(sized));
}

std::size_t GlyphPainter::add(cairo_t* context, const paint::DrawGlyphs& item, double alpha) {
    const text::GlyphRun& run = *item.run;
    if (run.glyphs.empty() || run.font.face == nullptr) {
        return 0;
    }
    if (run.font.face->has_color_bitmaps()) {
        flush(context);
        color_glyphs_.draw(context, run, item.origin,
                           static_cast<double>(item.color.alpha) * alpha);
        return output_ == Output::kPdf ? color_glyphs_.write_text(context, run, item.origin) : 0;
    }
    const bool continues = !batch_.glyphs.empty() && run.font == font_ && item.color == color_ &&
                           alpha == alpha_ && item.origin.y == pen_.y && item.origin.x > pen_.x - 1;
    if (!continues) {
        flush(context);
        font_ = run.font;
        color_ = item.color;
        alpha_ = alpha;
    }
    append_run(batch_, run, item.origin, output_);
    pen_ = {item.origin.x + run.width, item.origin.y};
    return run.glyphs.size();
}

void GlyphPainter::flush(cairo_t* context) {
    if (batch_.glyphs.empty()) {
        return;
    }
    const int count = static_cast<int>(batch_.glyphs.size());
    set_font(context, font_);
    set_color(context, color_, alpha_);
    if (output_ == Output::kRaster) {
        // Cairo's glyph cache knows whole px only; outlines keep their fractions.
        cairo_new_path(context);
        cairo_glyph_path(context, batch_.glyphs.data(), count);
        cairo_fill(context);
    } else if (batch_.has_text) {
        cairo_show_text_glyphs(context, batch_.text.data(), static_cast<int>(batch_.text.size()),
                               batch_.glyphs.data(), count, batch_.clusters.data(),
                               static_cast<int>(batch_.clusters.size()),
                               static_cast<cairo_text_cluster_flags_t>(0));
    } else {
        cairo_show_glyphs(context, batch_.glyphs.data(), count);
    }
    if (font_.synthetic_bold) {
        embolden(context);
    }
    batch_.glyphs.clear();
    batch_.clusters.clear();
    batch_.text.clear();
    batch_.has_text = true;
}

// Outlines drawn thicker, by as much as browsers do: a 24th of a small font's size to a 32nd of a
// large one's.
void GlyphPainter::embolden(cairo_t* context) const {
    const double share = std::clamp((font_.size - 9) / (36.0 - 9), 0.0, 1.0);
    const double extra = font_.size * (1 / 24.0 + (1 / 32.0 - 1 / 24.0) * share);
    cairo_new_path(context);
    cairo_glyph_path(context, batch_.glyphs.data(), static_cast<int>(batch_.glyphs.size()));
    const SavedState saved(context);
    cairo_set_line_width(context, extra);
    cairo_set_line_join(context, CAIRO_LINE_JOIN_MITER);
    cairo_stroke(context);
}

void GlyphPainter::add_outlines(cairo_t* context, const text::GlyphRun& run, Point origin) {
    if (run.glyphs.empty() || run.font.face == nullptr || run.font.face->has_color_bitmaps()) {
        return;
    }
    GlyphBatch outlines;
    append_run(outlines, run, origin, Output::kRaster);
    set_font(context, run.font);
    cairo_glyph_path(context, outlines.glyphs.data(), static_cast<int>(outlines.glyphs.size()));
}

void GlyphPainter::add_stroke(cairo_t* context, const paint::DrawGlyphs& item, double alpha) {
    flush(context);
    const SavedState saved(context);
    cairo_new_path(context);
    add_outlines(context, *item.run, item.origin);
    set_color(context, item.stroke_color, alpha);
    cairo_set_line_width(context, item.stroke_width);
    cairo_set_line_join(context, CAIRO_LINE_JOIN_MITER);
    cairo_stroke(context);
}

}  // namespace ghreveal::draw
