// Which requests a server on this machine answers. Any page that is open in a browser can make it
// send requests here; what it may not do is read, or be taken for, the preview's own page.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::preview {

struct RequestHeaders {
    std::string host;
    std::string origin;      // empty: there is none
    std::string fetch_site;  // Sec-Fetch-Site (W3C Fetch Metadata); empty: there is none
};

// Host must name this machine by its loopback address and our port: a name that somebody points at
// 127.0.0.1 (DNS rebinding) is not it. Origin, where there is one, must be ours.
bool may_answer(const RequestHeaders&, int port);

}  // namespace ghreveal::preview
