#include "media/loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "media/address.h"
#include "media/data_address.h"
#include "media/formats/encoded_image.h"
#include "media/formats/svg.h"
#include "media/remote/fetch.h"
#include "media/video/size.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/rules.h"
#include "support/unicode/shortened.h"

namespace ghreveal::media {

namespace fs = std::filesystem;

namespace {

// Whole, so that it can be searched for; of `data:` addresses only the beginning says anything.
std::string shortened(std::string_view address) {
    const std::size_t shown = address.starts_with("data:") ? 60 : FixedLimits::shown_address;
    return utf8::shortened(address, shown);
}

// What stands for all pictures that cannot be had for the same reason from the same server; without
// a network, from any.
std::string group_of(std::string_view address, const Error& error, bool offline) {
    if (!is_web_address(address)) {
        return "";
    }
    if (offline || error.what() == kNoNetwork) {
        return error.what();
    }
    const std::size_t host = address.find("//") + 2;
    const std::string_view server = address.substr(host, address.find('/', host) - host);
    return fmt::format("{} {}", server, error.what());
}

}  // namespace

ImageLoader::ImageLoader(Site site, LoaderOptions options, Diagnostics& diagnostics)
    : site_(std::move(site)),
      options_(std::move(options)),
      diagnostics_(diagnostics),
      remote_(options_),
      pixels_(std::make_shared<PixelCache>(options_.limits.decoded_pixels)) {}

ImagePtr ImageLoader::image_of(std::string bytes) const {
    return std::make_shared<EncodedImage>(std::move(bytes), options_.limits, pixels_);
}

void ImageLoader::fetch_ahead(const std::vector<PictureReference>& references) {
    std::vector<WantedFile> wanted;
    for (const auto& [written, where, is_optional] : references) {
        const std::string address(local_address(site_, cleaned_address(written)));
        wanted.push_back({address, is_optional});
        places_.emplace(address, where);
    }
    remote_.fetch(wanted);
}

void ImageLoader::report_remarks(const Image& image, const std::string& name,
                                 const SourcePosition& where) {
    if (image.format() == Format::kSvg) {
        for (const std::string& remark : image.svg().remarks()) {
            diagnostics_.warn(Rule::kPictureFeature, where, fmt::format("{} {}", name, remark));
        }
    }
}

ImagePtr ImageLoader::load(std::string_view written, const SourcePosition& where) {
    const std::string address(local_address(site_, cleaned_address(written)));
    const auto known = images_.find(address);
    if (known != images_.end()) {
        return known->second;
    }
    const auto place = places_.find(address);
    const SourcePosition& named_at =
        where.file.empty() && place != places_.end() ? place->second : where;
    ImagePtr image;
    Rule rule = is_web_address(address) ? Rule::kNetwork : Rule::kMissingPicture;
    try {
        std::string bytes = bytes_at(address, named_at);
        rule = Rule::kUndecodablePicture;
        image = image_of(std::move(bytes));
        report_remarks(*image, fmt::format("the picture '{}'", shortened(address)), named_at);
    } catch (const Error& error) {
        report(address, error, rule, named_at);
    }
    images_.emplace(address, image);
    return image;
}

void ImageLoader::report(std::string_view address, const Error& error, Rule rule,
                         const SourcePosition& where) {
    diagnostics_.report(
        {rule, where,
         fmt::format("cannot show the picture '{}': {}", shortened(address), error.what()),
         error.hint(), rule == Rule::kNetwork ? group_of(address, error, options_.offline) : ""});
}

std::string ImageLoader::as_data(std::string_view written, const SourcePosition& where) {
    std::string address(local_address(site_, cleaned_address(written)));
    if (address.starts_with("data:")) {
        return address;  // looked at where the drawing is read
    }
    const auto [data, is_new] = data_.try_emplace(address);
    if (is_new) {
        try {
            data->second = data_address_of(bytes_at(address, where));
        } catch (const Error& error) {
            report(address, error, is_web_address(address) ? Rule::kNetwork : Rule::kMissingPicture,
                   where);
        }
    }
    return data->second;
}

std::string ImageLoader::text_of(std::string_view written, const SourcePosition& where) {
    const std::string address(local_address(site_, cleaned_address(written)));
    try {
        return bytes_at(address, where);
    } catch (const Error& error) {
        report(address, error, is_web_address(address) ? Rule::kNetwork : Rule::kMissingPicture,
               where);
        return "";
    }
}

void ImageLoader::report_missing_part(const std::string& address, const SourcePosition& where) {
    if (missing_parts_.insert(address).second) {
        diagnostics_.warn(
            Rule::kMissingPicture, where,
            fmt::format("the drawing shows '{}', which is not there", shortened(address)),
            "name the id of an element of this page's drawings, or of a file's: file.svg#id");
    }
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
        image = image_of(remote_.take(std::string(address)).bytes);
    } catch (const Error&) {
        image = nullptr;
    }
    images_.emplace(address, image);
    return image;
}

std::string ImageLoader::remote_bytes(std::string_view address, const SourcePosition& where) {
    RemoteFile picture = remote_.take(std::string(address));
    if (picture.bytes.empty()) {
        throw Error({}, picture.problem, picture.hint);
    }
    if (!picture.problem.empty()) {
        diagnostics_.warn(Rule::kNetwork, where,
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
    if (address.starts_with('#')) {
        throw Error({}, "it is a part of a drawing", "a picture is a file, or a data: address");
    }
    const std::optional<fs::path> file = resolve_file(site_, address);
    if (!file) {
        throw Error({}, "it is outside the site's folder",
                    fmt::format("move it below {}, or allow its folder with --allow-dir",
                                site_.root.string()));
    }
    if (!is_there(*file)) {
        const std::string near = did_you_mean_file(*file);
        throw Error(
            {}, "there is no such file",
            fmt::format("{}{}looked for {}", near, near.empty() ? "" : " ", file->string()));
    }
    return read_file(*file, options_.limits.image_bytes);
}

std::optional<fs::path> ImageLoader::file_of(std::string_view address) const {
    return resolve_file(site_, cleaned_address(address));
}

std::optional<Size> ImageLoader::film_size(std::string_view address) {
    const auto known = film_sizes_.find(address);
    if (known != film_sizes_.end()) {
        return known->second;
    }
    const auto file = file_of(address);
    const std::optional<Size> size = file ? video_size(*file) : std::nullopt;
    film_sizes_.emplace(address, size);
    return size;
}

ImagePtr ImageLoader::from_svg_text(std::string svg, const SourcePosition& where) {
    // The same drawing at another step, or elsewhere; no address begins so.
    const auto known = images_.find(svg);
    if (known != images_.end()) {
        return known->second;
    }
    ImagePtr image;
    try {
        image = image_of(svg);
        report_remarks(*image, "the inline SVG", where);
    } catch (const Error& error) {
        diagnostics_.warn(Rule::kUndecodablePicture, where,
                          fmt::format("cannot show the inline SVG: {}", error.what()),
                          error.hint());
    }
    images_.emplace(std::move(svg), image);
    return image;
}

}  // namespace ghreveal::media
