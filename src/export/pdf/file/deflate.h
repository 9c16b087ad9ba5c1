// Streams compressed as FlateDecode has them (PDF 32000-1 §7.4.4), whole.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace ghreveal::exporter {

class Deflater {
public:
    // kFast: much text, a little at a time; kSmall: what there is little of.
    enum class Effort : std::uint8_t { kFast, kSmall };

    explicit Deflater(Effort = Effort::kFast);
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
