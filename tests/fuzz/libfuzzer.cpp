// A libFuzzer program of the target that GHREVEAL_FUZZ_TARGET names, among those that
// GHREVEAL_FUZZ_FIND knows (tools/fuzz).
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
    static const ghreveal::fuzz::Target* const target =
        ghreveal::fuzz::GHREVEAL_FUZZ_FIND(GHREVEAL_FUZZ_TARGET);
    target->run({reinterpret_cast<const char*>(bytes), count});
    return 0;
}
