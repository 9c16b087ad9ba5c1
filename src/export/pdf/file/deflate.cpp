#include "export/pdf/file/deflate.h"

#include <libdeflate.h>

#include <algorithm>
#include <new>

#include "support/error.h"
#include "support/handle.h"

namespace ghreveal::exporter {

namespace {

constexpr int kFastLevel = 4;
constexpr int kSmallLevel = 9;

using Compressor = Handle<libdeflate_compressor, libdeflate_free_compressor>;
using Decompressor = Handle<libdeflate_decompressor, libdeflate_free_decompressor>;

// By its first block (RFC 1951 §3.2.3), after the two bytes of zlib's head.
bool is_stored(std::string_view compressed) {
    constexpr unsigned char kBlockType = 6;
    return compressed.size() > 2 && (static_cast<unsigned char>(compressed[2]) & kBlockType) == 0;
}

}  // namespace

struct Deflater::Impl {
    Compressor compressor;
};

Deflater::Deflater(Effort effort)
    : impl_(std::make_unique<Impl>(Impl{Compressor{
          libdeflate_alloc_compressor(effort == Effort::kFast ? kFastLevel : kSmallLevel)}})) {
    if (!impl_->compressor) {
        throw std::bad_alloc();
    }
}

Deflater::~Deflater() = default;

std::string Deflater::compress(std::string_view bytes) {
    libdeflate_compressor* compressor = impl_->compressor.get();
    std::string out(libdeflate_zlib_compress_bound(compressor, bytes.size()), '\0');
    out.resize(
        libdeflate_zlib_compress(compressor, bytes.data(), bytes.size(), out.data(), out.size()));
    return out;
}

struct Inflater::Impl {
    Decompressor decompressor{libdeflate_alloc_decompressor()};
};

Inflater::Inflater() : impl_(std::make_unique<Impl>()) {
    if (!impl_->decompressor) {
        throw std::bad_alloc();
    }
}

Inflater::~Inflater() = default;

std::string Inflater::decompress(std::string_view compressed) {
    const std::size_t likely = compressed.size() * (is_stored(compressed) ? 1 : 4);
    std::string out(std::max<std::size_t>(4096, likely), '\0');
    for (;;) {
        std::size_t size = 0;
        const libdeflate_result result =
            libdeflate_zlib_decompress(impl_->decompressor.get(), compressed.data(),
                                       compressed.size(), out.data(), out.size(), &size);
        if (result == LIBDEFLATE_SUCCESS) {
            out.resize(size);
            return out;
        }
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE) {
            throw Error({}, "cannot read a stream of the PDF");
        }
        out.resize(out.size() * 2);
    }
}

}  // namespace ghreveal::exporter
