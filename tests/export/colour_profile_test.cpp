#include "export/pdf/document/colour_profile.h"

#include <lcms2.h>

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

using namespace ghreveal::exporter;

namespace {

using Colour = std::array<std::uint8_t, 3>;

// As Little CMS sees it, in its own sRGB.
Colour in_srgb(const Colour& colour) {
    const std::string bytes = srgb_profile();
    cmsHPROFILE ours =
        cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()));
    cmsHPROFILE theirs = cmsCreate_sRGBProfile();
    Colour result{};
    if (ours != nullptr) {
        cmsHTRANSFORM transform = cmsCreateTransform(ours, TYPE_RGB_8, theirs, TYPE_RGB_8,
                                                     INTENT_RELATIVE_COLORIMETRIC, 0);
        cmsDoTransform(transform, colour.data(), result.data(), 1);
        cmsDeleteTransform(transform);
        cmsCloseProfile(ours);
    }
    cmsCloseProfile(theirs);
    return result;
}

}  // namespace

TEST_CASE("The profile of PDF/A documents is sRGB, as Little CMS has it") {
    for (const Colour colour :
         {Colour{0, 0, 0}, Colour{255, 255, 255}, Colour{255, 0, 0}, Colour{0, 255, 0},
          Colour{0, 0, 255}, Colour{17, 17, 17}, Colour{231, 173, 82}, Colour{5, 120, 9}}) {
        const Colour seen = in_srgb(colour);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(std::abs(seen[i] - colour[i]) <= 1);
        }
    }
}

TEST_CASE("The profile says of itself what ICC.1 asks of a display's") {
    const std::string bytes = srgb_profile();
    cmsHPROFILE profile =
        cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()));
    REQUIRE(profile != nullptr);
    CHECK(cmsGetDeviceClass(profile) == cmsSigDisplayClass);
    CHECK(cmsGetColorSpace(profile) == cmsSigRgbData);
    CHECK(cmsGetPCS(profile) == cmsSigXYZData);
    CHECK(cmsGetProfileVersion(profile) == Approx(4.2));
    // §8.3.3
    for (const cmsTagSignature tag :
         {cmsSigProfileDescriptionTag, cmsSigCopyrightTag, cmsSigMediaWhitePointTag,
          cmsSigRedMatrixColumnTag, cmsSigGreenMatrixColumnTag, cmsSigBlueMatrixColumnTag,
          cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag, cmsSigChromaticAdaptationTag}) {
        CHECK(cmsReadTag(profile, tag) != nullptr);
    }
    CHECK(bytes.size() < 1000);
    cmsCloseProfile(profile);
}
