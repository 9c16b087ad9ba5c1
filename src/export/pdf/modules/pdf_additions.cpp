// The module that adds to a PDF with libqpdf.
#include "export/pdf/pdf_additions.h"

#include <fmt/format.h>

#include <qpdf/JSON.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "support/error.h"

using ghreveal::exporter::PageNote;
using ghreveal::exporter::PdfAdditions;

namespace {

// In pt: of the icon, and from the page's edges.
constexpr double kIconSize = 20;
constexpr double kIconMargin = 6;

// PDF 32000-1 §12.5.3: the icon neither grows nor turns with the page, and is not printed.
constexpr int kNoZoomNoRotate = 1 << 3 | 1 << 4;

QPDFObjectHandle number(double value) {
    return QPDFObjectHandle::newReal(value, 2);
}

QPDFObjectHandle annotation(const PageNote& note, const QPDFObjectHandle::Rectangle& page) {
    const double right = page.urx - kIconMargin;
    const double top = page.ury - kIconMargin;
    auto rect = QPDFObjectHandle::newArray();
    for (const double edge : {right - kIconSize, top - kIconSize, right, top}) {
        rect.appendItem(number(edge));
    }
    auto color = QPDFObjectHandle::newArray();
    for (const double component : {1.0, 0.85, 0.35}) {
        color.appendItem(number(component));
    }
    auto result = QPDFObjectHandle::newDictionary();
    result.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
    result.replaceKey("/Subtype", QPDFObjectHandle::newName("/Text"));
    result.replaceKey("/Rect", rect);
    result.replaceKey("/Contents", QPDFObjectHandle::newUnicodeString(note.text));
    result.replaceKey("/T", QPDFObjectHandle::newUnicodeString(note.title));
    result.replaceKey("/NM", QPDFObjectHandle::newString(fmt::format("notes-{}", note.page + 1)));
    result.replaceKey("/Name", QPDFObjectHandle::newName("/Note"));
    result.replaceKey("/Open", QPDFObjectHandle::newBool(false));
    result.replaceKey("/F", QPDFObjectHandle::newInteger(kNoZoomNoRotate));
    result.replaceKey("/C", color);
    return result;
}

void add_notes(QPDF& document, const std::vector<PageNote>& notes) {
    auto pages = QPDFPageDocumentHelper(document).getAllPages();
    for (const PageNote& note : notes) {
        QPDFObjectHandle page = pages.at(note.page).getObjectHandle();
        const auto box = page.getKey("/MediaBox").getArrayAsRectangle();
        if (!page.getKey("/Annots").isArray()) {
            page.replaceKey("/Annots", QPDFObjectHandle::newArray());
        }
        page.getKey("/Annots").appendItem(document.makeIndirectObject(annotation(note, box)));
    }
}

}  // namespace

extern "C" void ghreveal_add_to_pdf(const std::string& pdf, const PdfAdditions& additions,
                                    std::string& result) {
    try {
        QPDF document;
        document.processMemoryFile("the PDF", pdf.data(), pdf.size());
        if (!additions.language.empty()) {
            document.getRoot().replaceKey("/Lang",
                                          QPDFObjectHandle::newUnicodeString(additions.language));
        }
        if (!additions.page_labels.empty()) {
            document.getRoot().replaceKey("/PageLabels",
                                          QPDFObjectHandle::parse(additions.page_labels));
        }
        add_notes(document, additions.notes);
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        result.assign(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
    } catch (const std::exception& problem) {
        throw ghreveal::Error({}, std::string("cannot add notes to the PDF: ") + problem.what());
    }
}
