#include "media/formats/color_transform.h"

#include "media/formats/modules/color_module.h"
#include "support/module.h"

namespace ghreveal::media {

std::unique_ptr<ColorTransform> color_transform(const std::string& profile, Inks inks) {
    if (profile.empty()) {
        return nullptr;
    }
    auto* make = module_function<decltype(ghreveal_new_color_transform)>(
        "color", "ghreveal_new_color_transform");
    return std::unique_ptr<ColorTransform>(make(profile, inks));
}

}  // namespace ghreveal::media
