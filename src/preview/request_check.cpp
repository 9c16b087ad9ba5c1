#include "preview/request_check.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"

namespace ghreveal::preview {

bool may_answer(const RequestHeaders& headers, int port) {
    const std::array<std::string, 2> hosts{"127.0.0.1:" + std::to_string(port),
                                           "localhost:" + std::to_string(port)};
    const bool is_host_ours =
        std::find(hosts.begin(), hosts.end(), ascii::lower_case(headers.host)) != hosts.end();
    const bool is_origin_ours =
        headers.origin.empty() ||
        std::any_of(hosts.begin(), hosts.end(),
                    [&](const std::string& host) { return headers.origin == "http://" + host; });
    // A link from elsewhere, or an address that was typed, is "none" or a navigation of another
    // site: the first is taken, the second is not.
    const bool is_site_ours = headers.fetch_site.empty() || headers.fetch_site == "same-origin" ||
                              headers.fetch_site == "none";
    return is_host_ours && is_origin_ours && is_site_ours;
}

}  // namespace ghreveal::preview
