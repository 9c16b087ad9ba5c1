#include "export/pdf/pdf_additions.h"

#include "support/module.h"

namespace ghreveal::exporter {

std::string with_additions(const std::string& pdf, const PdfAdditions& additions) {
    using Add = void(const std::string&, const PdfAdditions&, std::string&);
    std::string result;
    module_function<Add>("pdf_additions", "ghreveal_add_to_pdf")(pdf, additions, result);
    return result;
}

}  // namespace ghreveal::exporter
