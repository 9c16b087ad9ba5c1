#include "example.h"

int ghreveal_example_sum(int a, int b) {
    return a + b;
}
