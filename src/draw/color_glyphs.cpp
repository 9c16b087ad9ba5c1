#include "draw/color_glyphs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <string_view>

#include "draw/cairo_path.h"
#include "support/file.h"

namespace ghreveal::draw {

namespace {

// The largest pictures that the font has.
void select_largest_size(FT_Face face) {
    int largest = 0;
    for (int i = 1; i < face->num_fixed_sizes; ++i) {
        if (face->available_sizes[i].y_ppem > face->available_sizes[largest].y_ppem) {
            largest = i;
        }
    }
    FT_Select_Size(face, largest);
}

// FreeType's pixels are Cairo's: blue, green, red, alpha, colours multiplied by it.
cairo_surface_t* surface_of(const FT_Bitmap& bitmap) {
    const int width = static_cast<int>(bitmap.width);
    const int height = static_cast<int>(bitmap.rows);
    cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
    unsigned char* pixels = cairo_image_surface_get_data(surface);
    if (pixels == nullptr) {  // the glyph is not drawn; the page's status says why
        return surface;
    }
    const int stride = cairo_image_surface_get_stride(surface);
    cairo_surface_flush(surface);
    for (int row = 0; row < height; ++row) {
        std::memcpy(pixels + static_cast<std::ptrdiff_t>(row) * stride,
                    bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch,
                    static_cast<std::size_t>(width) * 4);
    }
    cairo_surface_mark_dirty(surface);
    return surface;
}

// By this name Cairo finds that a picture is in the PDF already.
void name_surface(cairo_surface_t* surface, const text::Face& face, std::uint32_t glyph) {
    auto* name =
        new std::string(fmt::format("emoji {} {} {}", face.path().string(), face.index(), glyph));
    const auto release = [](void* owned) { delete static_cast<std::string*>(owned); };
    if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_UNIQUE_ID,
                                    reinterpret_cast<const unsigned char*>(name->data()),
                                    name->size(), release, name) != CAIRO_STATUS_SUCCESS) {
        delete name;
    }
}

// Cairo leaves out a glyph without ink when its corner is on the grid of whole device units.
double off_grid(double value) {
    constexpr double kMargin = 1.0 / 64;
    const double fraction = value - std::floor(value);
    return fraction < kMargin || fraction > 1 - kMargin ? value + 2 * kMargin : value;
}

Point off_grid(cairo_t* context, Point point) {
    cairo_user_to_device(context, &point.x, &point.y);
    point = {off_grid(point.x), off_grid(point.y)};
    cairo_device_to_user(context, &point.x, &point.y);
    return point;
}

// Glyphs of a run, up to `end`, that stand for one part of its text.
struct Cluster {
    std::size_t end = 0;
    Px width = 0;
    std::string_view text;
};

Cluster cluster_at(const text::GlyphRun& run, std::size_t begin) {
    const std::size_t text_begin = run.glyphs[begin].cluster;
    Cluster cluster{begin, 0, {}};
    while (cluster.end < run.glyphs.size() && run.glyphs[cluster.end].cluster == text_begin) {
        cluster.width += run.glyphs[cluster.end++].advance;
    }
    // Right to left, what comes next in the text stands before it.
    const bool backward = run.direction == text::Direction::kRightToLeft;
    const std::size_t neighbour = backward ? begin - 1 : cluster.end;
    const std::size_t text_end =
        neighbour < run.glyphs.size() ? run.glyphs[neighbour].cluster : run.text.size();
    if (text_begin < text_end) {
        cluster.text = std::string_view(run.text).substr(text_begin, text_end - text_begin);
    }
    return cluster;
}

}  // namespace

const ColorGlyphs::Picture& ColorGlyphs::picture(const text::Face& face, std::uint32_t glyph) {
    const auto [entry, is_new] = pictures_.try_emplace({&face, glyph});
    Picture& picture = entry->second;
    if (!is_new) {
        return picture;
    }
    std::unique_ptr<FontFile>& file = files_[&face];
    if (!file) {
        file = open_font_file(face);
        select_largest_size(file->face);
    }
    if (FT_Load_Glyph(file->face, glyph, FT_LOAD_COLOR) != 0) {
        return picture;
    }
    const FT_GlyphSlot slot = file->face->glyph;
    if (slot->format == FT_GLYPH_FORMAT_BITMAP && slot->bitmap.pixel_mode == FT_PIXEL_MODE_BGRA) {
        picture.surface.reset(surface_of(slot->bitmap));
        name_surface(picture.surface.get(), face, glyph);
        picture.left = slot->bitmap_left;
        picture.top = slot->bitmap_top;
        picture.pixels_per_em = std::max<double>(1, file->face->size->metrics.y_ppem);
    }
    return picture;
}

void ColorGlyphs::draw(cairo_t* context, const text::GlyphRun& run, Point origin, double alpha) {
    Px pen = origin.x;
    for (const text::Glyph& glyph : run.glyphs) {
        const Picture& picture = this->picture(*run.font.face, glyph.id);
        if (picture.surface) {
            const SavedState saved(context);
            const double scale = run.font.size / picture.pixels_per_em;
            cairo_translate(context, pen + glyph.x_offset + picture.left * scale,
                            origin.y - glyph.y_offset - picture.top * scale);
            cairo_scale(context, scale, scale);
            cairo_set_source_surface(context, picture.surface.get(), 0, 0);
            cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD);
            cairo_paint_with_alpha(context, alpha);
        }
        pen += glyph.advance;
    }
}

// The space of the font that is always there, as wide and high as asked for.
void ColorGlyphs::set_blank_font(cairo_t* context, Px width, Px height) {
    if (!blank_face_) {
        std::unique_ptr<FontFile> file =
            open_font_file(data_directory() / "fonts" / "dejavu-sans" / "DejaVuSans.ttf", 0);
        blank_glyph_ = FT_Get_Char_Index(file->face, ' ');
        if (FT_Load_Glyph(file->face, blank_glyph_, FT_LOAD_NO_SCALE) == 0 &&
            file->face->glyph->advance.x > 0) {
            blank_advance_ =
                static_cast<double>(file->face->glyph->advance.x) / file->face->units_per_EM;
        }
        blank_face_.reset(create_cairo_font(std::move(file)));
    }
    cairo_set_font_face(context, blank_face_.get());
    const cairo_matrix_t matrix{width / blank_advance_, 0, 0, height, 0, 0};
    cairo_set_font_matrix(context, &matrix);
}

std::size_t ColorGlyphs::write_text(cairo_t* context, const text::GlyphRun& run, Point origin) {
    const SavedState saved(context);
    cairo_set_source_rgb(context, 0, 0, 0);
    std::size_t written = 0;
    Px pen = origin.x;
    for (std::size_t i = 0; i < run.glyphs.size();) {
        const Cluster cluster = cluster_at(run, i);
        if (cluster.width > 0 && !cluster.text.empty()) {
            set_blank_font(context, cluster.width, run.font.size);
            const Point place = off_grid(context, {pen, origin.y});
            const cairo_glyph_t glyph{blank_glyph_, place.x, place.y};
            const cairo_text_cluster_t all{static_cast<int>(cluster.text.size()), 1};
            cairo_show_text_glyphs(context, cluster.text.data(), all.num_bytes, &glyph, 1, &all, 1,
                                   static_cast<cairo_text_cluster_flags_t>(0));
            ++written;
        }
        pen += cluster.width;
        i = cluster.end;
    }
    return written;
}

}  // namespace ghreveal::draw
