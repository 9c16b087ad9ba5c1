// Streams compressed as FlateDecode has them (PDF 32000-1 §7.4.4), whole.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace ghreveal::exporter {

class Deflater {
public:
    Deflater();
    ~Deflater();
    std::string compress(std::string_view bytes);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

class Inflater {
public:
    Inflater();
    ~Inflater();
    // Throws Error for what is no such stream.
    std::string decompress(std::string_view compressed);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::exporter
