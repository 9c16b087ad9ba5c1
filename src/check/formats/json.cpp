#include <nlohmann/json.hpp>

#include "check/fingerprint.h"
#include "check/formats/formats.h"

namespace ghreveal::check {

using nlohmann::ordered_json;

std::string to_json(const Findings& findings) {
    ordered_json list = ordered_json::array();
    for (const Finding& finding : findings) {
        ordered_json one{{"rule", facts_of(finding.rule).name},
                         {"level", name_of(finding.level)},
                         {"message", finding.what},
                         {"count", finding.count},
                         {"fingerprint", fingerprint_of(finding)}};
        if (!finding.hint.empty()) {
            one["help"] = finding.hint;
        }
        if (!finding.where.file.empty()) {
            one["file"] = finding.where.file;
        }
        if (finding.where.line > 0) {
            one["line"] = finding.where.line;
        }
        if (finding.where.column > 0) {
            one["column"] = finding.where.column;
            one["endColumn"] = finding.where.end_column;
        }
        if (!finding.slide.empty()) {
            one["slide"] = finding.slide;
        }
        list.push_back(std::move(one));
    }
    return ordered_json{{"version", 1}, {"findings", std::move(list)}}.dump(
               2, ' ', false, ordered_json::error_handler_t::replace) +
           "\n";
}

}  // namespace ghreveal::check
