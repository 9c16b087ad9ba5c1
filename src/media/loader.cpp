#include "media/loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "media/address.h"
#include "media/formats/encoded_image.h"
#include "support/ascii.h"
#include "support/file.h"

namespace ghreveal::media {

namespace fs = std::filesystem;

namespace {

std::string decode_base64(std::string_view text) {
    std::string bytes;
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : text) {
        const int value = ascii::is_digit(c)     ? c - '0' + 52
                          : ascii::is_letter(c)  ? (c >= 'a' ? c - 'a' + 26 : c - 'A')
                          : c == '+' || c == '-' ? 62
                          : c == '/' || c == '_' ? 63
                                                 : -1;
        if (value < 0) {
            continue;
        }
        buffer = buffer << 6 | static_cast<unsigned>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(buffer >> bits & 0xFF);
        }
    }
    return bytes;
}

// RFC 2397. Gives the bytes; what the address says of their type does not matter.
std::string data_address_bytes(std::string_view address) {
    const std::size_t comma = address.find(',');
    if (comma == std::string_view::npos) {
        throw Error({}, "the data: address has no data");
    }
    const std::string payload = percent_decoded(address.substr(comma + 1));
    constexpr std::string_view kBase64 = ";base64";
    return ascii::lower_case(address.substr(0, comma)).ends_with(kBase64) ? decode_base64(payload)
                                                                          : payload;
}

std::string shortened(std::string_view address) {
    constexpr std::size_t kShown = 60;
    return address.size() <= kShown ? std::string(address)
                                    : std::string(address.substr(0, kShown)) + "…";
}

}  // namespace

ImageLoader::ImageLoader(Site site, LoaderOptions options, Diagnostics& diagnostics)
    : site_(std::move(site)),
      options_(std::move(options)),
      diagnostics_(diagnostics),
      remote_(options_) {}

void ImageLoader::fetch_ahead(const std::vector<PictureReference>& references) {
    std::vector<WantedPicture> wanted;
    for (const auto& [address, where, is_optional] : references) {
        wanted.push_back({address, is_optional});
        places_.emplace(address, where);
    }
    remote_.fetch(wanted);
}

ImagePtr ImageLoader::load_or_throw(std::string_view address, const SourcePosition& where) {
    auto image = std::make_shared<EncodedImage>(bytes_at(address, where), options_.limits);
    const bool kept_decoded = image->format() != Format::kSvg && image->format() != Format::kJpeg;
    if (kept_decoded) {
        const Size size = image->intrinsic_size();
        pixels_ += static_cast<std::size_t>(size.width * size.height);
        if (pixels_ > options_.limits.deck_image_pixels) {
            throw Error({}, "the deck's pictures have too many pixels together",
                        "make them smaller");
        }
    }
    return image;
}

ImagePtr ImageLoader::load(std::string_view address, const SourcePosition& where) {
    const auto known = images_.find(address);
    if (known != images_.end()) {
        return known->second;
    }
    const auto place = places_.find(address);
    const SourcePosition& named_at =
        where.file.empty() && place != places_.end() ? place->second : where;
    ImagePtr image;
    try {
        image = load_or_throw(address, named_at);
    } catch (const Error& error) {
        diagnostics_.warn(
            named_at,
            fmt::format("cannot show the picture '{}': {}", shortened(address), error.what()),
            error.hint());
    }
    images_.emplace(address, image);
    return image;
}

ImagePtr ImageLoader::load_silently(std::string_view address) {
    const auto known = images_.find(address);
    if (known != images_.end()) {
        return known->second;
    }
    if (!remote_.was_fetched(std::string(address))) {
        return nullptr;
    }
    ImagePtr image;
    try {
        image = std::make_shared<EncodedImage>(remote_.take(std::string(address)).bytes,
                                               options_.limits);
    } catch (const Error&) {
        image = nullptr;
    }
    images_.emplace(address, image);
    return image;
}

std::string ImageLoader::remote_bytes(std::string_view address, const SourcePosition& where) {
    RemotePicture picture = remote_.take(std::string(address));
    if (picture.bytes.empty()) {
        throw Error({}, picture.problem, picture.hint);
    }
    if (!picture.problem.empty()) {
        diagnostics_.warn(where,
                          fmt::format("the picture '{}' may be out of date: {}", shortened(address),
                                      picture.problem),
                          picture.hint);
    }
    return std::move(picture.bytes);
}

std::string ImageLoader::bytes_at(std::string_view address, const SourcePosition& where) {
    if (address.starts_with("data:")) {
        return data_address_bytes(address);
    }
    if (is_web_address(address)) {
        return remote_bytes(address, where);
    }
    if (has_scheme_or_host(address)) {
        throw Error({}, "such addresses are not fetched", "http and https ones are");
    }
    const std::optional<fs::path> file = resolve_file(site_, address);
    if (!file) {
        throw Error({}, "it is outside the site's folder",
                    fmt::format("move it below {}, or allow its folder with --allow-dir",
                                site_.root.string()));
    }
    if (!is_there(*file)) {
        throw Error({}, "there is no such file", fmt::format("looked for {}", file->string()));
    }
    return read_file(*file, options_.limits.image_bytes);
}

std::optional<fs::path> ImageLoader::file_of(std::string_view address) const {
    return resolve_file(site_, address);
}

ImagePtr ImageLoader::from_svg_text(std::string svg, const SourcePosition& where) {
    try {
        return std::make_shared<EncodedImage>(std::move(svg), options_.limits);
    } catch (const Error& error) {
        diagnostics_.warn(where, fmt::format("cannot show the inline SVG: {}", error.what()),
                          error.hint());
        return nullptr;
    }
}

}  // namespace ghreveal::media
