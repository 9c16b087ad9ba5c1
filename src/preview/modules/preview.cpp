// Serves a preview with cpp-httplib.
#include <httplib.h>

#include <string>
#include <utility>

#include "preview/modules/server_module.h"
#include "preview/request_check.h"
#include "support/error.h"

namespace ghreveal::preview {

namespace {

constexpr int kThreads = 16;  // each page that listens for changes has one
constexpr std::size_t kMostRequestBytes = 1024;

void set_headers(httplib::Response& response) {
    response.set_header("Cache-Control", "no-store");
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    // What a deck brings into the page runs no script and fetches nothing.
    response.set_header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data:; font-src data:; connect-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'");
}

// https://html.spec.whatwg.org/multipage/server-sent-events.html
void send_versions(Served& served, httplib::Response& response) {
    response.set_chunked_content_provider(
        "text/event-stream", [&served, seen = -1](std::size_t, httplib::DataSink& sink) mutable {
            const int version = served.wait_for_version(seen);
            const std::string event =
                version == seen ? ": still there\n\n" : "data: " + std::to_string(version) + "\n\n";
            seen = version;
            return sink.write(event.data(), event.size());
        });
}

void answer(Served& served, const httplib::Request& request, httplib::Response& response) {
    if (request.path == "/events") {
        return send_versions(served, response);
    }
    Answer answer = served.answer(request.path);
    response.status = answer.status;
    // By a provider, as the library packs whole bodies for browsers, which takes 200 ms of a
    // slide's 100 and spares nothing on the way to the same machine.
    const std::size_t size = answer.body.size();
    response.set_content_provider(
        size, answer.type.c_str(),
        [body = std::move(answer.body)](std::size_t offset, std::size_t length,
                                        httplib::DataSink& sink) {
            return sink.write(body.data() + offset, length);
        });
}

}  // namespace

extern "C" void ghreveal_serve_preview(Served& served, int port,
                                       const std::function<void(int)>& when_ready) {
    httplib::Server server;
    server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server.set_payload_max_length(kMostRequestBytes);
    server.set_keep_alive_max_count(1000);
    server.set_tcp_nodelay(true);
    int bound = port;
    server.set_pre_routing_handler(
        [&](const httplib::Request& request, httplib::Response& response) {
            set_headers(response);
            if (may_answer({request.get_header_value("Host"), request.get_header_value("Origin"),
                            request.get_header_value("Sec-Fetch-Site")},
                           bound)) {
                return httplib::Server::HandlerResponse::Unhandled;
            }
            response.status = 403;
            response.set_content("not from here\n", "text/plain");
            return httplib::Server::HandlerResponse::Handled;
        });
    server.Get(".*", [&](const httplib::Request& request, httplib::Response& response) {
        answer(served, request, response);
    });
    if (port == 0) {
        bound = server.bind_to_any_port("127.0.0.1");
    } else if (!server.bind_to_port("127.0.0.1", port)) {
        bound = -1;
    }
    if (bound <= 0) {
        throw Error({}, "cannot serve on port " + std::to_string(port) + " of 127.0.0.1",
                    "another program may have it: name another with --port");
    }
    when_ready(bound);
    server.listen_after_bind();
}

}  // namespace ghreveal::preview
