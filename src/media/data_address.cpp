#include "media/data_address.h"

#include "media/address.h"
#include "media/formats/decode.h"
#include "support/ascii.h"
#include "support/error.h"

namespace ghreveal::media {

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

}  // namespace

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

std::string base64(std::string_view bytes) {
    constexpr std::string_view kDigits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned three = 0;
        for (std::size_t k = i; k < i + 3; ++k) {
            three = three << 8U | (k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : 0U);
        }
        const std::size_t digits = std::min<std::size_t>(bytes.size() - i, 3) + 1;
        for (std::size_t k = 0; k < 4; ++k) {
            text += k < digits ? kDigits[three >> (18 - 6 * k) & 63U] : '=';
        }
    }
    return text;
}

std::string data_address_of(std::string_view picture) {
    const std::optional<Format> format = sniff_format(picture);
    if (!format) {
        throw Error({}, "it is no picture of a known format");
    }
    const auto type = [&] {
        switch (*format) {
            case Format::kPng:
                return "png";
            case Format::kJpeg:
                return "jpeg";
            case Format::kGif:
                return "gif";
            case Format::kWebp:
                return "webp";
            case Format::kSvg:
                break;
        }
        return "svg+xml";
    };
    return std::string("data:image/") + type() + ";base64," + base64(picture);
}

}  // namespace ghreveal::media
