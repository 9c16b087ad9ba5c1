#include "math/modules/katex/memory.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace ghreveal::math {

namespace {

std::size_t rounded_up(std::size_t bytes, std::size_t step) {
    return (bytes + step - 1) / step * step;
}

}  // namespace

bool Memory::take(std::size_t bytes) {
    if (allowance.is_spent || bytes > allowance.bytes_left || allowance.pieces_left == 0) {
        allowance.is_spent = true;
        return false;
    }
    allowance.bytes_left -= bytes;
    --allowance.pieces_left;
    return true;
}

void* Memory::from_pool(std::size_t row) {
    if (Free* piece = free_[row]; piece != nullptr) {
        free_[row] = piece->next;
        return piece;
    }
    const std::size_t bytes = row * kStep;
    if (bytes > unused_bytes_) {
        void* start = std::malloc(kBlockBytes);
        if (start == nullptr) {
            return nullptr;
        }
        blocks_ = new (start) Block{blocks_};
        unused_ = static_cast<std::byte*>(start) + sizeof(Block);
        unused_bytes_ = kBlockBytes - sizeof(Block);
    }
    std::byte* piece = unused_;
    unused_ += bytes;
    unused_bytes_ -= bytes;
    return piece;
}

// A piece with its head.
void* Memory::raw(std::size_t bytes) {
    const std::size_t whole = rounded_up(bytes + sizeof(Head), kStep);
    void* start = whole > kLargestPooled ? std::malloc(whole) : from_pool(whole / kStep);
    if (start == nullptr) {
        return nullptr;
    }
    auto* head = new (start) Head{bytes};
    return head + 1;
}

void* Memory::allocate(std::size_t bytes) {
    if (bytes == 0 || !take(bytes)) {
        return nullptr;
    }
    return raw(bytes);
}

void Memory::release(void* piece) {
    if (piece == nullptr) {
        return;
    }
    Head* head = static_cast<Head*>(piece) - 1;
    const std::size_t bytes = head->bytes;
    allowance.bytes_left += bytes;
    const std::size_t whole = rounded_up(bytes + sizeof(Head), kStep);
    if (whole > kLargestPooled) {
        std::free(head);
    } else {
        free_[whole / kStep] = new (head) Free{free_[whole / kStep]};
    }
}

void* Memory::reallocate(void* piece, std::size_t bytes) {
    if (piece == nullptr) {
        return allocate(bytes);
    }
    if (bytes == 0) {
        release(piece);
        return nullptr;
    }
    const std::size_t before = (static_cast<Head*>(piece) - 1)->bytes;
    if (bytes > before && !take(bytes - before)) {
        return nullptr;
    }
    void* moved = raw(bytes);
    if (moved == nullptr) {
        return nullptr;
    }
    std::memcpy(moved, piece, std::min(before, bytes));
    // What is given back is what was taken: the growth was counted above.
    allowance.bytes_left -= std::min(before, bytes);
    release(piece);
    return moved;
}

void Memory::clear() {
    while (blocks_ != nullptr) {
        Block* block = blocks_;
        blocks_ = block->next;
        std::free(block);
    }
    free_ = {};
    unused_ = nullptr;
    unused_bytes_ = 0;
}

}  // namespace ghreveal::math
