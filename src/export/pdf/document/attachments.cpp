#include "export/pdf/document/attachments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "export/pdf/file/pdf_syntax.h"
#include "support/ascii.h"

namespace ghreveal::exporter {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kMediaTypes{
    {{".avif", "image/avif"},
     {".css", "text/css"},
     {".gif", "image/gif"},
     {".htm", "text/html"},
     {".html", "text/html"},
     {".jpeg", "image/jpeg"},
     {".jpg", "image/jpeg"},
     {".markdown", "text/markdown"},
     {".md", "text/markdown"},
     {".png", "image/png"},
     {".svg", "image/svg+xml"},
     {".ttf", "font/ttf"},
     {".webp", "image/webp"},
     {".woff2", "font/woff2"}}};

// RFC 2046 §4.5.1: of what is not known no more than that it is bytes.
std::string_view media_type(std::string_view name) {
    const std::string ending =
        ascii::lower_case(std::string(name.substr(std::min(name.rfind('.'), name.size()))));
    const auto* const found = std::find_if(kMediaTypes.begin(), kMediaTypes.end(),
                                           [&](const auto& type) { return type.first == ending; });
    return found == kMediaTypes.end() ? "application/octet-stream" : found->second;
}

struct FileTexts {
    std::string_view name;
    std::string_view media_type;
    std::string_view description;
    std::string_view relationship;
};

int write_embedded_file(std::string_view bytes, const FileTexts& texts, PdfFile& file) {
    const int stream = file.new_object();
    file.write_compressed(stream,
                          fmt::format("/Type/EmbeddedFile/Subtype{}/Params<</Size {}>>",
                                      name_object(texts.media_type), bytes.size()),
                          bytes);
    return file.add(fmt::format(
        "<</Type/Filespec/F{0}/UF{0}/Desc{1}/AFRelationship/{2}/EF<</F {3} 0 R/UF {3} 0 R>>>>",
        text_string(texts.name), text_string(texts.description), texts.relationship, stream));
}

int write_attachment(const Attachment& attachment, PdfFile& file) {
    const bool is_source = attachment.relationship == Relationship::kSource;
    return write_embedded_file(
        attachment.bytes,
        {attachment.name, media_type(attachment.name),
         is_source ? "What this document was made from" : "What the deck shows or uses",
         is_source ? "Source" : "Supplement"},
        file);
}

}  // namespace

AttachmentEntries write_attachments(const std::vector<Attachment>& attachments, PdfFile& file) {
    if (attachments.empty()) {
        return {};
    }
    std::string associated;
    std::map<std::string, int> specifications;  // names in their order (§7.9.6)
    for (const Attachment& attachment : attachments) {
        const int specification = write_attachment(attachment, file);
        associated += reference(specification) + " ";
        specifications.emplace(attachment.name, specification);
    }
    std::string tree;
    for (const auto& [name, specification] : specifications) {
        tree += byte_string(name) + reference(specification);
    }
    return {"/AF[" + associated + "]",
            "/EmbeddedFiles " + reference(file.add("<</Names[" + tree + "]>>"))};
}

int write_mathml(std::string_view mathml, PdfFile& file) {
    return write_embedded_file(
        mathml, {"formula.mml", "application/mathml+xml", "The formula as MathML", "Supplement"},
        file);
}

}  // namespace ghreveal::exporter
