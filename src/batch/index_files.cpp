#include "batch/index_files.h"

#include <string>
#include <utility>

#include "batch/index_page.h"
#include "export/output_file.h"

namespace ghreveal::batch {

void write_index(const std::vector<ExportRecord>& records, const IndexPlace& place) {
    const std::pair<const char*, std::string> files[] = {
        {"index.html", index_html(records, place.folder)},
        {"site.json", site_json(records, place.folder)}};
    for (const auto& [name, text] : files) {
        place.guard.check_text(place.folder / name);
        exporter::OutputFile file((place.folder / name).string());
        file.write(text);
        file.commit();
    }
}

}  // namespace ghreveal::batch
