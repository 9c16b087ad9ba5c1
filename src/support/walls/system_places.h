// The places that any run reads whatever it is about: the system's libraries, fonts and settings.
#pragma once

#include <filesystem>
#include <vector>

namespace ghreveal {

// The folders of the system and of the program, those that its libraries came from, those that the
// environment names for libraries and fonts, and the fonts of the user. Of homes nothing else.
std::vector<std::filesystem::path> system_places();

// Where the libraries keep what they find out about fonts; made where there is none.
std::vector<std::filesystem::path> font_caches();

}  // namespace ghreveal
