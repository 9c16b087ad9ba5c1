// The module with libhyphen (support/module.h).
#pragma once

#include "text/hyphenation.h"

// The caller's to delete; null for a file that has no patterns.
extern "C" ghreveal::text::HyphenationPatterns* ghreveal_load_hyphenation(const char* file);
