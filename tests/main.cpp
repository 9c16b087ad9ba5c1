// The program of a stage's tests. Whatever fonts the machine has, they and the programs that they
// start see those of tests/data.
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#include <cstdlib>

#include "build_paths.h"

int main(int argc, char* argv[]) {
    setenv("FONTCONFIG_FILE", (ghreveal::testing::source_dir() / "tests/data/fonts.conf").c_str(),
           1);
    return Catch::Session().run(argc, argv);
}
