// What tests of handouts share.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>
#include <vector>

#include "../cli/program.h"

namespace ghreveal::testing {

// Options of the layouts that show slides and all of their notes.
inline const std::vector<std::string> kNotesLayouts{"",
                                                    "--per-page 1",
                                                    "--per-page 2",
                                                    "--per-page 3",
                                                    "--per-page 4",
                                                    "--per-page 6",
                                                    "--per-page 8",
                                                    "--per-page 9",
                                                    "--article"};

// What a shell's command that has to succeed prints, run in the folder.
inline std::string output_of(const Workspace& folder, const std::string& command) {
    const std::string file = folder.path("output.txt").string();
    REQUIRE(std::system(("cd '" + folder.path("").string() + "' && " + command + " >'" + file +
                         "' 2>/dev/null")
                            .c_str()) == 0);
    return file_text(file);
}

}  // namespace ghreveal::testing
