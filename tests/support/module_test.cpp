#include "support/module.h"

#include <catch2/catch.hpp>

#include "modules/example.h"
#include "support/error.h"

using namespace ghreveal;

TEST_CASE("A function of a module beside the program can be called") {
    auto* sum = module_function<decltype(ghreveal_example_sum)>("example", "ghreveal_example_sum");
    CHECK(sum(20, 22) == 42);
    CHECK(module_function<decltype(ghreveal_example_sum)>("example", "ghreveal_example_sum") ==
          sum);
}

TEST_CASE("A module that is missing is an error that names it") {
    CHECK_THROWS_WITH(module_symbol("nonesuch", "f"),
                      Catch::StartsWith("cannot load the module 'nonesuch'"));
}

TEST_CASE("A module without the function asked for is of another version") {
    CHECK_THROWS_WITH(module_symbol("example", "ghreveal_none"),
                      Catch::StartsWith("the module 'example' is of another version"));
}
