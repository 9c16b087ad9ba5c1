// A PDF file as it is written: objects, packed where they may be, and the table that says where
// they are (PDF 32000-1 §7.5.7, §7.5.8).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace ghreveal::exporter {

class PdfFile {
public:
    // Bytes go to `sink` in order.
    explicit PdfFile(std::function<void(std::string_view)> sink);
    ~PdfFile();

    // Numbers of new objects are above those that were written or reserved.
    void reserve(int number);
    int new_object();

    // A stream with these bytes, which the dictionary's entries describe. It is written at once.
    void write_stream(int number, std::string_view entries, std::string_view bytes);
    // The same of bytes that are yet to be compressed.
    void write_compressed(int number, std::string_view entries, std::string_view bytes);
    void add(int number, std::string_view object);
    int add(std::string_view object);

    // Objects added go out, then the table. `entries`: of the trailer, but for /Size and /ID.
    void finish(std::string_view entries);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::exporter
