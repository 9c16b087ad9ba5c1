// What the colours of a document mean (PDF/A-2, ISO 19005-2 §6.2.3: its output intent).
#pragma once

#include <string>

namespace ghreveal::exporter {

// sRGB (IEC 61966-2-1) as an ICC profile (ICC.1:2004-10): three primaries and a curve.
std::string srgb_profile();

}  // namespace ghreveal::exporter
