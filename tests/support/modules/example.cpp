// What module_test.cpp loads.
extern "C" int ghreveal_example_sum(int a, int b) {
    return a + b;
}
