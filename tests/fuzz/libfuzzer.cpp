// A libFuzzer program of the target that GHREVEAL_FUZZ_TARGET names (tools/fuzz).
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    static const ghreveal::fuzz::Target* const target =
        ghreveal::fuzz::find_target(GHREVEAL_FUZZ_TARGET);
    target->run({reinterpret_cast<const char*>(bytes), count});
    return 0;
}
