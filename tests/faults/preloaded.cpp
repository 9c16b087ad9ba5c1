// Makes one call fail: a library that the tests preload. GHREVEAL_FAULT is KIND:NUMBER; the call of
// that kind with that number, counted from 1, fails as on a full disk or without memory.
// With GHREVEAL_FAULT_TRACE, standard error gets the calls that led there.
// GHREVEAL_FAULT_COUNTS names a file that the numbers of calls of a whole run are written to.
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>

extern "C" {
// The allocator itself; dlsym() would allocate.
void* __libc_malloc(size_t);
void* __libc_calloc(size_t, size_t);
void* __libc_realloc(void*, size_t);
void* __libc_memalign(size_t, size_t);
}

namespace {

enum Kind { kAllocation, kOpen, kWrite, kSync, kRename, kThread, kKinds };
constexpr const char* kNames[kKinds] = {"allocation", "open", "write", "sync", "rename", "thread"};

std::atomic<long> calls[kKinds];
std::atomic<bool> has_failed;
int failing_kind = -1;
long failing_call = 0;

bool fails(Kind kind) {
    const long number = ++calls[kind];
    if (kind != failing_kind || number < failing_call || has_failed) {
        return false;
    }
    if (has_failed.exchange(true)) {
        return false;
    }
    if (getenv("GHREVEAL_FAULT_TRACE") != nullptr) {
        void* callers[40];
        backtrace_symbols_fd(callers, backtrace(callers, 40), 2);
    }
    return true;
}

template <typename Function>
Function next_function(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

FILE* counts_file = nullptr;

__attribute__((constructor)) void read_orders() {
    const char* order = getenv("GHREVEAL_FAULT");
    const char* colon = order == nullptr ? nullptr : strchr(order, ':');
    for (int kind = 0; colon != nullptr && kind < kKinds; ++kind) {
        const size_t length = strlen(kNames[kind]);
        if (static_cast<size_t>(colon - order) == length &&
            strncmp(order, kNames[kind], length) == 0) {
            failing_kind = kind;
            failing_call = atol(colon + 1);
        }
    }
    // Behind the program's wall it could not be opened.
    if (const char* name = getenv("GHREVEAL_FAULT_COUNTS")) {
        counts_file = fopen(name, "w");
    }
    for (std::atomic<long>& count : calls) {
        count = 0;
    }
}

__attribute__((destructor)) void write_counts() {
    if (counts_file == nullptr) {
        return;
    }
    failing_kind = -1;
    // A process that was started has written its own there.
    static_cast<void>(!ftruncate(fileno(counts_file), 0));
    for (int kind = 0; kind < kKinds; ++kind) {
        fprintf(counts_file, "%s %ld\n", kNames[kind], calls[kind].load());
    }
    fclose(counts_file);
}

mode_t mode_of(int flags, va_list arguments) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE
               ? static_cast<mode_t>(va_arg(arguments, int))
               : 0;
}

}  // namespace

extern "C" {

void* malloc(size_t size) {
    if (fails(kAllocation)) {
        errno = ENOMEM;
        return nullptr;
    }
    return __libc_malloc(size);
}

void* calloc(size_t count, size_t size) {
    if (fails(kAllocation)) {
        errno = ENOMEM;
        return nullptr;
    }
    return __libc_calloc(count, size);
}

void* realloc(void* block, size_t size) {
    if (fails(kAllocation)) {
        errno = ENOMEM;
        return nullptr;
    }
    return __libc_realloc(block, size);
}

int posix_memalign(void** block, size_t alignment, size_t size) {
    if (fails(kAllocation)) {
        return ENOMEM;
    }
    *block = __libc_memalign(alignment, size);
    return *block == nullptr ? ENOMEM : 0;
}

void* aligned_alloc(size_t alignment, size_t size) {
    if (fails(kAllocation)) {
        errno = ENOMEM;
        return nullptr;
    }
    return __libc_memalign(alignment, size);
}

int open(const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    if (fails(kOpen)) {
        errno = EMFILE;
        return -1;
    }
    static const auto real = next_function<int (*)(const char*, int, ...)>("open");
    return real(path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    if (fails(kOpen)) {
        errno = EMFILE;
        return -1;
    }
    static const auto real = next_function<int (*)(int, const char*, int, ...)>("openat");
    return real(folder, path, flags, mode);
}

ssize_t write(int descriptor, const void* bytes, size_t count) {
    if (fails(kWrite)) {
        errno = ENOSPC;
        return -1;
    }
    static const auto real = next_function<ssize_t (*)(int, const void*, size_t)>("write");
    return real(descriptor, bytes, count);
}

ssize_t writev(int descriptor, const struct iovec* parts, int count) {
    if (fails(kWrite)) {
        errno = ENOSPC;
        return -1;
    }
    static const auto real = next_function<ssize_t (*)(int, const struct iovec*, int)>("writev");
    return real(descriptor, parts, count);
}

int fsync(int descriptor) {
    if (fails(kSync)) {
        errno = EIO;
        return -1;
    }
    static const auto real = next_function<int (*)(int)>("fsync");
    return real(descriptor);
}

int rename(const char* from, const char* to) {
    if (fails(kRename)) {
        errno = EIO;
        return -1;
    }
    static const auto real = next_function<int (*)(const char*, const char*)>("rename");
    return real(from, to);
}

int linkat(int from_folder, const char* from, int to_folder, const char* to, int flags) {
    if (fails(kRename)) {
        errno = EIO;
        return -1;
    }
    static const auto real =
        next_function<int (*)(int, const char*, int, const char*, int)>("linkat");
    return real(from_folder, from, to_folder, to, flags);
}

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*),
                   void* argument) {
    if (fails(kThread)) {
        return EAGAIN;
    }
    static const auto real =
        next_function<int (*)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>(
            "pthread_create");
    return real(thread, attributes, start, argument);
}
}
