#include "export/pdf/pdf_additions.h"

#include "export/pdf/modules/pdf_additions_module.h"
#include "support/module.h"

namespace ghreveal::exporter {

std::string with_additions(const std::string& pdf, const PdfAdditions& additions) {
    auto* add =
        module_function<decltype(ghreveal_add_to_pdf)>("pdf_additions", "ghreveal_add_to_pdf");
    std::string result;
    add(pdf, additions, result);
    return result;
}

}  // namespace ghreveal::exporter
