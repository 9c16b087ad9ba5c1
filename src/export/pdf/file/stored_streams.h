// Cairo compresses every stream of a PDF and cannot be asked not to, while we unpack, change and
// compress the streams of a page again. It need not do it in earnest.
#pragma once

namespace ghreveal::exporter {

// As long as one lives, what zlib is asked to compress on this thread at its default level is only
// stored (RFC 1951 §3.2.4): valid streams, a little longer than their bytes. Nothing relies on it:
// where the library is bound otherwise, as in libghreveal, streams come compressed.
class StoredStreams {
public:
    StoredStreams();
    ~StoredStreams();
    StoredStreams(const StoredStreams&) = delete;
    StoredStreams& operator=(const StoredStreams&) = delete;
};

}  // namespace ghreveal::exporter
