// The module that converts colours with Little CMS.
#include <lcms2.h>

#include <memory>

#include "media/formats/modules/color_module.h"
#include "support/handle.h"

namespace ghreveal::media {

namespace {

using Profile = Handle<void, cmsCloseProfile>;
using Transform = Handle<void, cmsDeleteTransform>;

struct InkLayout {
    cmsColorSpaceSignature space;
    cmsUInt32Number layout;
};

InkLayout layout_of(Inks inks) {
    switch (inks) {
        case Inks::kGray:
            return {cmsSigGrayData, TYPE_GRAY_8};
        case Inks::kCmyk:
            return {cmsSigCmykData, TYPE_CMYK_8_REV};
        case Inks::kRgb:
            break;
    }
    return {cmsSigRgbData, TYPE_BGRA_8};
}

class LcmsTransform final : public ColorTransform {
public:
    LcmsTransform(Transform transform, Inks inks) : transform_(std::move(transform)), inks_(inks) {}

    void convert_row(const std::uint8_t* from, std::uint8_t* bgra, int width) const override {
        cmsDoTransform(transform_.get(), from, bgra, static_cast<cmsUInt32Number>(width));
        if (inks_ != Inks::kRgb) {
            for (int x = 0; x < width; ++x) {
                bgra[4 * x + 3] = 255;
            }
        }
    }

private:
    Transform transform_;
    Inks inks_;
};

}  // namespace

}  // namespace ghreveal::media

ghreveal::media::ColorTransform* ghreveal_new_color_transform(const std::string& profile,
                                                              ghreveal::media::Inks inks) {
    using namespace ghreveal::media;
    // Broken profiles are no news for standard error.
    cmsSetLogErrorHandler([](cmsContext, cmsUInt32Number, const char*) {});
    const Profile from{
        cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size()))};
    const Profile to{cmsCreate_sRGBProfile()};
    const auto [space, layout] = layout_of(inks);
    if (!from || !to || cmsGetColorSpace(from.get()) != space) {
        return nullptr;
    }
    Transform transform{cmsCreateTransform(from.get(), layout, to.get(), TYPE_BGRA_8,
                                           INTENT_PERCEPTUAL,
                                           cmsFLAGS_COPY_ALPHA | cmsFLAGS_BLACKPOINTCOMPENSATION)};
    return transform ? new LcmsTransform(std::move(transform), inks) : nullptr;
}
