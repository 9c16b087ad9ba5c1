// What a WebP's chunks say (RFC 9649).
#include <webp/decode.h>

#include "media/formats/facts/exif.h"
#include "media/formats/facts/picture_facts.h"
#include "media/formats/facts/webp_chunks.h"
#include "support/error.h"

namespace ghreveal::media {

PictureFacts webp_facts(std::string_view bytes) {
    int width = 0;
    int height = 0;
    if (WebPGetInfo(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &width,
                    &height) == 0) {
        throw Error({}, "the WebP picture is broken");
    }
    PictureFacts facts;
    facts.stored = {static_cast<Px>(width), static_cast<Px>(height)};
    std::string_view rest = bytes.substr(kRiffHeaderBytes);
    while (const auto chunk = next_riff_chunk(rest)) {
        if (chunk->name == "EXIF") {
            take_exif(chunk->data, facts);
        } else if (chunk->name == "ICCP" && !is_srgb_profile(chunk->data)) {
            facts.profile = chunk->data;
        }
    }
    return facts;
}

}  // namespace ghreveal::media
