// What module_test.cpp loads.
#pragma once

extern "C" int ghreveal_example_sum(int a, int b);
