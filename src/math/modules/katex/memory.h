// Where what Duktape takes comes from: bounded, and from a pool of our own, as KaTeX takes and
// gives back a million small pieces. The pool is freed as a whole.
#pragma once

#include <array>
#include <cstddef>

namespace ghreveal::math {

// What a script may take of the bounds. Debian's Duktape is built without a hook for the number of
// instructions run, but whatever KaTeX does takes memory piece by piece: pieces are its steps.
struct Allowance {
    std::size_t bytes_left = 0;
    std::size_t pieces_left = 0;
    bool is_spent = false;
};

class Memory {
public:
    Memory() = default;
    ~Memory() { clear(); }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    Allowance allowance{};

    // As malloc(), free() and realloc(); nullptr when the allowance is spent.
    void* allocate(std::size_t bytes);
    void release(void* piece);
    void* reallocate(void* piece, std::size_t bytes);
    // For what was taken and given back as a whole.
    void clear();

private:
    static constexpr std::size_t kStep = 16;  // sizes of pieces in the pool are multiples of it
    static constexpr std::size_t kLargestPooled = 512;
    static constexpr std::size_t kBlockBytes = 64 * 1024;

    // Stands before each piece.
    struct Head {
        std::size_t bytes;
    };
    struct Free {
        Free* next;
    };
    // At the beginning of each block.
    struct alignas(kStep) Block {
        Block* next;
    };

    bool take(std::size_t bytes);
    void* raw(std::size_t bytes);
    void* from_pool(std::size_t row);

    std::array<Free*, kLargestPooled / kStep + 1> free_{};  // by size
    Block* blocks_ = nullptr;
    std::byte* unused_ = nullptr;  // of the block taken last
    std::size_t unused_bytes_ = 0;
};

}  // namespace ghreveal::math
