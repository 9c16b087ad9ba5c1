#include "paint/boxes/mask.h"

#include <algorithm>

namespace ghreveal::paint {

namespace {

bool has_image(const css::MaskLayer& layer) {
    return layer.image.gradient != nullptr || !layer.image.image_url.empty();
}

}  // namespace

bool has_mask(const style::PaintStyle& paint) {
    return std::any_of(paint.mask.begin(), paint.mask.end(), has_image);
}

// A layer without a picture, or whose picture cannot be loaded, is transparent black.
std::shared_ptr<const MaskList> mask_of(const DecoratedBox& box, const style::PaintStyle& paint,
                                        PaintContext& context) {
    auto mask = std::make_shared<MaskList>();
    for (auto layer = paint.mask.rbegin(); layer != paint.mask.rend(); ++layer) {
        MaskPart part{{}, layer->is_luminance, layer->composite};
        if (has_image(*layer)) {
            paint_image_layer(layer->image, box, context, part.items);
        }
        mask->parts.push_back(std::move(part));
    }
    return mask;
}

}  // namespace ghreveal::paint
