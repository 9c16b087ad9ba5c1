#include "export/pdf/file/pdf_file.h"

#include <fmt/format.h>
#include <glib.h>

#include <algorithm>
#include <vector>

#include "export/pdf/file/deflate.h"
#include "support/handle.h"

namespace ghreveal::exporter {

namespace {

// Readers unpack a whole pack for one object of it.
constexpr int kObjectsInPack = 200;

struct Place {
    enum class Kind : unsigned char { kFree, kInFile, kPacked };
    Kind kind = Kind::kFree;
    std::size_t at = 0;  // its byte in the file, or the pack's number
    int index = 0;       // in the pack
};

using Checksum = Handle<GChecksum, g_checksum_free>;

void append_big_endian(std::string& out, std::size_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
    }
}

}  // namespace

struct PdfFile::Impl {
    std::function<void(std::string_view)> sink;
    Deflater deflater;
    Checksum checksum{g_checksum_new(G_CHECKSUM_MD5)};
    std::size_t size = 0;
    std::vector<Place> places{Place{}};  // by object number; the first is always free

    // Of the pack that is being filled.
    std::vector<int> packed;
    std::vector<std::size_t> offsets;
    std::string pack;

    explicit Impl(std::function<void(std::string_view)> a_sink) : sink(std::move(a_sink)) {
        // Bytes that are no text say that the file is not (§7.5.2).
        write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    }

    void write(std::string_view bytes);
    Place& place(int number);
    void begin_object(int number);
    void write_pack();
    std::string id() const;
    std::string table(std::size_t widest) const;
};

void PdfFile::Impl::write(std::string_view bytes) {
    g_checksum_update(checksum.get(), reinterpret_cast<const guchar*>(bytes.data()),
                      static_cast<gssize>(bytes.size()));
    size += bytes.size();
    sink(bytes);
}

Place& PdfFile::Impl::place(int number) {
    const auto index = static_cast<std::size_t>(number);
    if (index >= places.size()) {
        places.resize(index + 1);
    }
    return places[index];
}

void PdfFile::Impl::begin_object(int number) {
    place(number) = {Place::Kind::kInFile, size, 0};
    write(fmt::format("{} 0 obj\n", number));
}

std::string PdfFile::Impl::id() const {
    const std::string digits =
        g_checksum_get_string(Checksum{g_checksum_copy(checksum.get())}.get());
    return fmt::format("/ID [<{0}> <{0}>]", digits);
}

PdfFile::PdfFile(std::function<void(std::string_view)> sink)
    : impl_(std::make_unique<Impl>(std::move(sink))) {}

PdfFile::~PdfFile() = default;

void PdfFile::reserve(int number) {
    impl_->place(number);
}

int PdfFile::new_object() {
    impl_->places.emplace_back();
    return static_cast<int>(impl_->places.size()) - 1;
}

void PdfFile::write_stream(int number, std::string_view entries, std::string_view bytes) {
    impl_->begin_object(number);
    impl_->write(fmt::format("<< /Length {} {} >>\nstream\n", bytes.size(), entries));
    impl_->write(bytes);
    impl_->write("\nendstream\nendobj\n");
}

void PdfFile::write_compressed(int number, std::string_view entries, std::string_view bytes) {
    write_stream(number, fmt::format("/Filter /FlateDecode {}", entries),
                 impl_->deflater.compress(bytes));
}

void PdfFile::add(int number, std::string_view object) {
    Impl& impl = *impl_;
    impl.place(number);
    impl.packed.push_back(number);
    impl.offsets.push_back(impl.pack.size());
    impl.pack.append(object).append("\n");
    if (impl.packed.size() == kObjectsInPack) {
        impl.write_pack();
    }
}

int PdfFile::add(std::string_view object) {
    const int number = new_object();
    add(number, object);
    return number;
}

// Where a pack begins is a list of its objects' numbers and offsets.
void PdfFile::Impl::write_pack() {
    if (packed.empty()) {
        return;
    }
    places.emplace_back();
    const int number = static_cast<int>(places.size()) - 1;
    std::string bytes;
    for (std::size_t i = 0; i < packed.size(); ++i) {
        fmt::format_to(std::back_inserter(bytes), "{} {} ", packed[i], offsets[i]);
        place(packed[i]) = {Place::Kind::kPacked, static_cast<std::size_t>(number),
                            static_cast<int>(i)};
    }
    const std::size_t first = bytes.size();
    bytes += pack;
    const std::string compressed = deflater.compress(bytes);
    begin_object(number);
    write(
        fmt::format("<< /Type /ObjStm /N {} /First {} /Filter /FlateDecode /Length {} >>\nstream\n",
                    packed.size(), first, compressed.size()));
    write(compressed);
    write("\nendstream\nendobj\n");
    packed.clear();
    offsets.clear();
    pack.clear();
}

// Each row less the one before, byte by byte, as PNG's second predictor has it: most of it is
// zeros.
std::string PdfFile::Impl::table(std::size_t bytes_of_place) const {
    std::string table;
    std::string before(bytes_of_place + 2, '\0');
    for (const Place& place : places) {
        std::string row(1, static_cast<char>(place.kind));
        append_big_endian(row, place.at, static_cast<int>(bytes_of_place));
        row += static_cast<char>(place.index);
        table += '\2';
        for (std::size_t i = 0; i < row.size(); ++i) {
            table += static_cast<char>(row[i] - before[i]);
        }
        before = row;
    }
    return table;
}

void PdfFile::finish(std::string_view entries) {
    Impl& impl = *impl_;
    impl.write_pack();
    const int number = new_object();
    const std::size_t start = impl.size;
    impl.place(number) = {Place::Kind::kInFile, start, 0};
    std::size_t bytes_of_place = 1;
    while (start >> (8 * bytes_of_place) != 0) {
        ++bytes_of_place;
    }
    const std::string table = impl.deflater.compress(impl.table(bytes_of_place));
    const std::string id = impl.id();
    impl.write(fmt::format(
        "{} 0 obj\n<< /Type /XRef /Size {} /W [1 {} 1] {} {} /Filter /FlateDecode "
        "/DecodeParms << /Predictor 12 /Columns {} >> /Length {} >>\nstream\n",
        number, impl.places.size(), bytes_of_place, entries, id, bytes_of_place + 2, table.size()));
    impl.write(table);
    impl.write(fmt::format("\nendstream\nendobj\nstartxref\n{}\n%%EOF\n", start));
}

}  // namespace ghreveal::exporter
