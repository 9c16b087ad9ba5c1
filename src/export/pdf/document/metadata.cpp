#include "export/pdf/document/metadata.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "export/pdf/file/pdf_syntax.h"
#include "support/ascii.h"
#include "support/html_escape.h"

namespace ghreveal::exporter {

namespace {

const std::string kProgram = "ghreveal " GHREVEAL_VERSION;

// "2020-03-31" and "2020-03-31T12:00:00Z" as PDF has them (§7.9.4).
std::string pdf_date(const std::string& iso) {
    std::string digits;
    for (const char c : iso) {
        if (ascii::is_digit(c)) {
            digits += c;
        }
    }
    return "D:" + digits + (iso.ends_with('Z') ? "Z" : "");
}

std::string property(std::string_view name, const std::string& value) {
    return value.empty()
               ? ""
               : fmt::format("<{0}>{1}</{0}>\n", name, escaped_html(value, HtmlPlace::kText));
}

// A list of XMP: Alt, Bag or Seq.
std::string list_property(std::string_view name, std::string_view kind,
                          const std::vector<std::string>& values) {
    std::string items;
    for (const std::string& value : values) {
        items +=
            fmt::format("<rdf:li{}>{}</rdf:li>", kind == "Alt" ? " xml:lang=\"x-default\"" : "",
                        escaped_html(value, HtmlPlace::kText));
    }
    return items.empty() ? ""
                         : fmt::format("<{0}><rdf:{1}>{2}</rdf:{1}></{0}>\n", name, kind, items);
}

std::vector<std::string> list_of(const std::string& value) {
    return value.empty() ? std::vector<std::string>{} : std::vector<std::string>{value};
}

// PDF/A knows no PDF/UA: what its property is has to be described (ISO 19005-2 §6.6.2.3).
constexpr std::string_view kDescriptionOfPdfUa =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289 that is conformed to"
    "</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

std::string archival_properties(Archival archival) {
    if (archival == Archival::kNone) {
        return "";
    }
    return property("pdfaid:part", archival == Archival::kPdfA2 ? "2" : "3") +
           property("pdfaid:conformance", "A") + std::string(kDescriptionOfPdfUa);
}

std::string_view archival_namespaces(Archival archival) {
    return archival == Archival::kNone
               ? ""
               : " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                 " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                 " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                 " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";
}

}  // namespace

std::string info_dictionary(const DocumentInfo& info) {
    std::string out = "<<";
    const auto add = [&out](std::string_view key, const std::string& value) {
        if (!value.empty()) {
            out.append("/").append(key).append(text_string(value));
        }
    };
    add("Title", info.title);
    add("Author", info.author);
    add("Subject", info.subject);
    add("Keywords", fmt::format("{}", fmt::join(info.keywords, ", ")));
    add("Creator", kProgram);
    add("Producer", kProgram);
    if (!info.date.empty()) {
        add("CreationDate", pdf_date(info.date));
        add("ModDate", pdf_date(info.date));
    }
    return out + ">>";
}

std::string xmp_packet(const DocumentInfo& info, Archival archival) {
    std::string properties =
        "<dc:format>application/pdf</dc:format>\n" +
        list_property("dc:title", "Alt", list_of(info.title)) +
        list_property("dc:creator", "Seq", list_of(info.author)) +
        list_property("dc:description", "Alt", list_of(info.subject)) +
        list_property("dc:subject", "Bag", info.keywords) +
        list_property("dc:language", "Bag", list_of(info.language)) +
        property("pdf:Keywords", fmt::format("{}", fmt::join(info.keywords, ", "))) +
        property("pdf:Producer", kProgram) + property("xmp:CreatorTool", kProgram) +
        property("xmp:CreateDate", info.date) + property("xmp:ModifyDate", info.date) +
        property("pdfuaid:part", "1") + archival_properties(archival);
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
           " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
           " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"" +
           std::string(archival_namespaces(archival)) + ">\n" + properties +
           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

}  // namespace ghreveal::exporter
