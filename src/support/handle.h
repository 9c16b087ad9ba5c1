// RAII for the handles of C libraries.
#pragma once

#include <memory>

namespace ghreveal {

template <auto Free>
struct Deleter {
    template <typename T>
    void operator()(T* handle) const {
        Free(handle);
    }
};

// Owns a `T*` and frees it with `Free`: Handle<cairo_t, cairo_destroy> cr{cairo_create(s)};
template <typename T, auto Free>
using Handle = std::unique_ptr<T, Deleter<Free>>;

}  // namespace ghreveal
