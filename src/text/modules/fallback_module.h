// The module with Pango and Fontconfig (support/module.h).
#pragma once

#include "text/system_fonts.h"

// The caller's to delete. Not for use by two threads at once.
extern "C" ghreveal::text::SystemFonts* ghreveal_new_system_fonts();
