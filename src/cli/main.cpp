#include "cli/run.h"

int main(int argc, char** argv) {
    return ghreveal::cli::run(argc, argv);
}
