// The module with Little CMS (support/module.h).
#pragma once

#include <string>

#include "media/formats/color_transform.h"

// Null when the profile cannot be used for the inks. The caller deletes it.
extern "C" ghreveal::media::ColorTransform* ghreveal_new_color_transform(
    const std::string& profile, ghreveal::media::Inks inks);
