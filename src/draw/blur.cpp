#include "draw/blur.h"

#include <cstring>
#include <new>
#include <numeric>

namespace ghreveal::draw {

namespace {

std::vector<float> gaussian_kernel(double deviation) {
    const int reach = static_cast<int>(std::ceil(3 * deviation));
    std::vector<float> kernel(2 * static_cast<std::size_t>(reach) + 1);
    for (int i = -reach; i <= reach; ++i) {
        kernel[static_cast<std::size_t>(i + reach)] =
            static_cast<float>(std::exp(-i * i / (2 * deviation * deviation)));
    }
    const float sum = std::accumulate(kernel.begin(), kernel.end(), 0.0F);
    for (float& weight : kernel) {
        weight /= sum;
    }
    return kernel;
}

// The innermost loops of both passes run over values side by side in memory, which the compiler
// turns into vector instructions. `to` begins as zeros.
void blur_row(const float* from, float* to, int width, const std::vector<float>& kernel) {
    const int reach = static_cast<int>(kernel.size() / 2);
    for (int shift = -reach; shift <= reach; ++shift) {
        const float weight = kernel[static_cast<std::size_t>(shift + reach)];
        const int first = std::max(0, -shift);
        const int last = std::min(width, width - shift);
        for (int x = first; x < last; ++x) {
            to[x] += from[x + shift] * weight;
        }
    }
}

// Each row becomes the weighted sum of its neighbours.
void blur_rows_together(const float* from, float* to, int width, int height,
                        const std::vector<float>& kernel) {
    const int reach = static_cast<int>(kernel.size() / 2);
    for (int y = 0; y < height; ++y) {
        float* target = to + static_cast<std::ptrdiff_t>(y) * width;
        for (int k = std::max(0, y - reach); k <= std::min(height - 1, y + reach); ++k) {
            const float weight = kernel[static_cast<std::size_t>(k - y + reach)];
            const float* source = from + static_cast<std::ptrdiff_t>(k) * width;
            for (int x = 0; x < width; ++x) {
                target[x] += source[x] * weight;
            }
        }
    }
}

Mask silhouette(const Rect& area, double scale, const std::function<void(cairo_t*)>& draw) {
    Mask mask;
    mask.width = static_cast<int>(std::ceil(area.width * scale));
    mask.height = static_cast<int>(std::ceil(area.height * scale));
    const int stride = cairo_format_stride_for_width(CAIRO_FORMAT_A8, mask.width);
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(stride) * mask.height);
    const SurfaceHandle surface{cairo_image_surface_create_for_data(
        pixels.data(), CAIRO_FORMAT_A8, mask.width, mask.height, stride)};
    check(surface.get());
    const ContextHandle context{cairo_create(surface.get())};
    cairo_scale(context.get(), scale, scale);
    cairo_translate(context.get(), -area.x, -area.y);
    draw(context.get());
    cairo_fill(context.get());
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) {
        throw std::bad_alloc();
    }
    cairo_surface_flush(surface.get());
    mask.bytes.resize(static_cast<std::size_t>(mask.width) * mask.height);
    for (int y = 0; y < mask.height; ++y) {
        std::memcpy(mask.bytes.data() + static_cast<std::ptrdiff_t>(y) * mask.width,
                    pixels.data() + static_cast<std::ptrdiff_t>(y) * stride,
                    static_cast<std::size_t>(mask.width));
    }
    return mask;
}

}  // namespace

void blur_mask(Mask& mask, double deviation) {
    if (deviation < 0.05) {
        return;
    }
    const std::vector<float> kernel = gaussian_kernel(deviation);
    std::vector<float> samples(mask.bytes.begin(), mask.bytes.end());
    std::vector<float> rows(samples.size());
    for (int y = 0; y < mask.height; ++y) {
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(y) * mask.width;
        blur_row(samples.data() + at, rows.data() + at, mask.width, kernel);
    }
    std::fill(samples.begin(), samples.end(), 0.0F);
    blur_rows_together(rows.data(), samples.data(), mask.width, mask.height, kernel);
    std::transform(samples.begin(), samples.end(), mask.bytes.begin(), [](float sample) {
        return static_cast<std::uint8_t>(std::lround(std::min(sample, 255.0F)));
    });
}

Mask blurred_mask(const Rect& area, double scale, Px deviation,
                  const std::function<void(cairo_t*)>& draw) {
    Mask mask = silhouette(area, scale, draw);
    blur_mask(mask, deviation * scale);
    return mask;
}

SurfaceHandle tinted(const Mask& mask, const Color& color, const std::string& id) {
    SurfaceHandle surface{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, mask.width, mask.height)};
    check(surface.get());
    std::uint8_t* pixels = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    const auto premultiplied = [](std::uint8_t channel, std::uint8_t alpha) {
        return (static_cast<std::uint32_t>(channel) * alpha + 127) / 255;
    };
    for (int y = 0; y < mask.height; ++y) {
        for (int x = 0; x < mask.width; ++x) {
            const std::uint8_t alpha =
                mask.bytes[static_cast<std::size_t>(y) * mask.width + static_cast<std::size_t>(x)];
            const std::uint32_t pixel =
                static_cast<std::uint32_t>(alpha) << 24U | premultiplied(color.red, alpha) << 16U |
                premultiplied(color.green, alpha) << 8U | premultiplied(color.blue, alpha);
            std::memcpy(pixels + static_cast<std::ptrdiff_t>(y) * stride +
                            static_cast<std::ptrdiff_t>(4) * x,
                        &pixel, 4);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    auto* name = new std::string(id);
    cairo_surface_set_mime_data(
        surface.get(), CAIRO_MIME_TYPE_UNIQUE_ID,
        reinterpret_cast<const unsigned char*>(name->data()), name->size(),
        [](void* closure) { delete static_cast<std::string*>(closure); }, name);
    return surface;
}

}  // namespace ghreveal::draw
