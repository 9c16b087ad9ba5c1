#include "cli/runs/network_wall.h"

#include <system_error>

#include "media/remote/fetch_bounds.h"
#include "media/remote/fetcher_process.h"
#include "support/walls/system_calls.h"

namespace ghreveal::cli {

void wall_off_network(const std::vector<Options>& runs) {
    try {
        for (const Options& run : runs) {
            const pages::ExportOptions& exporting = run.exporting;
            if (!exporting.offline) {
                media::fetch_elsewhere(
                    media::fetch_bounds(exporting.limits, exporting.allow_private_network));
            }
        }
    } catch (const std::system_error&) {
        return;
    }
    static_cast<void>(give_up_network());
}

}  // namespace ghreveal::cli
