// Part of the program alone, never of a library or a test: what becomes of requests for memory that
// fail. C++ throws, and the deck that asked is told about; but GLib ends the program, Cairo trips
// over its own assertions or writes damaged files without a word, and zlib in it too. So for the
// libraries there is no such request: the program ends with a sentence, its unfinished files
// removed. Only large ones come back empty, which decoders and Cairo's surfaces expect.
#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <new>
#include <string_view>

#include "support/signal_cleanup.h"

namespace {

constexpr std::size_t kLargeBytes = 1u << 20;

[[noreturn]] void end_without_memory() {
    constexpr std::string_view kMessage = "error: not enough memory\n";
    ghreveal::remove_unfinished_files();
    static_cast<void>(::write(STDERR_FILENO, kMessage.data(), kMessage.size()) + 1);
    _exit(1);
}

// What would be called if this file were not there: the C library's, or a preloaded one.
template <typename Function>
class NextFunction {
public:
    constexpr explicit NextFunction(const char* name) : name_(name) {}
    Function get() {
        Function known = function_.load(std::memory_order_relaxed);
        if (known == nullptr) {
            known = reinterpret_cast<Function>(dlsym(RTLD_NEXT, name_));
            function_.store(known, std::memory_order_relaxed);
        }
        return known;
    }

private:
    const char* name_;
    std::atomic<Function> function_{nullptr};
};

constinit NextFunction<void* (*)(std::size_t)> next_malloc{"malloc"};
constinit NextFunction<void* (*)(std::size_t, std::size_t)> next_calloc{"calloc"};
constinit NextFunction<void* (*)(void*, std::size_t)> next_realloc{"realloc"};
constinit NextFunction<int (*)(void**, std::size_t, std::size_t)> next_posix_memalign{
    "posix_memalign"};
constinit NextFunction<void* (*)(std::size_t, std::size_t)> next_aligned_alloc{"aligned_alloc"};

void* checked(void* memory, std::size_t bytes) {
    if (memory == nullptr && bytes > 0 && bytes < kLargeBytes) {
        end_without_memory();
    }
    return memory;
}

// An exception that no one may catch: one that leaves a noexcept function, or that is thrown before
// main().
[[noreturn]] void end_uncaught() {
    try {
        if (const std::exception_ptr problem = std::current_exception()) {
            std::rethrow_exception(problem);
        }
    } catch (const std::bad_alloc&) {
        end_without_memory();
    } catch (...) {
    }
    std::abort();
}

// Before other objects of the program are made.
__attribute__((constructor(101))) void install() {
    std::set_terminate(end_uncaught);
}

}  // namespace

extern "C" {

void* malloc(std::size_t bytes) {
    return checked(next_malloc.get()(bytes), bytes);
}

void* calloc(std::size_t count, std::size_t bytes) {
    return checked(next_calloc.get()(count, bytes), count * bytes);
}

void* realloc(void* memory, std::size_t bytes) {
    return checked(next_realloc.get()(memory, bytes), bytes);
}

// GLib's slices ask here, and end the program with SIGABRT where there is nothing.
int posix_memalign(void** memory, std::size_t alignment, std::size_t bytes) {
    const int failure = next_posix_memalign.get()(memory, alignment, bytes);
    if (failure == ENOMEM) {
        checked(nullptr, bytes);
    }
    return failure;
}

void* aligned_alloc(std::size_t alignment, std::size_t bytes) {
    return checked(next_aligned_alloc.get()(alignment, bytes), bytes);
}
}

void* operator new(std::size_t bytes) {
    void* memory = next_malloc.get()(bytes == 0 ? 1 : bytes);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    return memory;
}

void operator delete(void* memory) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}
