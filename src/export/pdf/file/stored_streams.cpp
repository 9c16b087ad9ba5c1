#include "export/pdf/file/stored_streams.h"

#include <dlfcn.h>
#include <zlib.h>

namespace {

thread_local bool is_storing = false;

}  // namespace

// What Cairo calls for a stream: the program's own comes before the library's.
extern "C" int deflateInit_(z_streamp stream, int level, const char* version, int stream_size) {
    using Function = int (*)(z_streamp, int, const char*, int);
    static const auto of_zlib = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "deflateInit_"));
    return of_zlib(stream, is_storing ? Z_NO_COMPRESSION : level, version, stream_size);
}

namespace ghreveal::exporter {

StoredStreams::StoredStreams() {
    is_storing = true;
}

StoredStreams::~StoredStreams() {
    is_storing = false;
}

}  // namespace ghreveal::exporter
