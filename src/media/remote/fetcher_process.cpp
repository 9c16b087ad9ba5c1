#include "media/remote/fetcher_process.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <tuple>

#include "media/remote/fetch_messages.h"
#include "support/error.h"
#include "support/walls/system_calls.h"

namespace ghreveal::media {

namespace {

struct Ends {
    Descriptor ours;
    Descriptor theirs;
};

Ends socket_pair(int type) {
    std::array<int, 2> ends{-1, -1};
    const bool is_made = socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.data()) == 0;
    return {Descriptor(is_made ? ends[0] : -1), Descriptor(is_made ? ends[1] : -1)};
}

// A message of one byte, with which the system passes the descriptor on (unix(7)).
class Passing {
public:
    Passing() {
        header_.msg_iov = &data_;
        header_.msg_iovlen = 1;
        header_.msg_control = control_.data();
        header_.msg_controllen = control_.size();
    }
    bool send(const Descriptor& control, const Descriptor& passed) {
        cmsghdr* part = CMSG_FIRSTHDR(&header_);
        part->cmsg_level = SOL_SOCKET;
        part->cmsg_type = SCM_RIGHTS;
        part->cmsg_len = CMSG_LEN(sizeof(int));
        const int number = passed.number();
        std::memcpy(CMSG_DATA(part), &number, sizeof number);
        ssize_t sent = -1;
        do {
            sent = sendmsg(control.number(), &header_, MSG_NOSIGNAL);
        } while (sent < 0 && errno == EINTR);
        return sent == 1;
    }
    // Nothing when the other end is closed.
    std::optional<Descriptor> receive(const Descriptor& control) {
        ssize_t received = -1;
        do {
            received = recvmsg(control.number(), &header_, MSG_CMSG_CLOEXEC);
        } while (received < 0 && errno == EINTR);
        const cmsghdr* part = received == 1 ? CMSG_FIRSTHDR(&header_) : nullptr;
        if (part == nullptr || part->cmsg_type != SCM_RIGHTS) {
            return std::nullopt;
        }
        int number = -1;
        std::memcpy(&number, CMSG_DATA(part), sizeof number);
        return Descriptor(number);
    }

private:
    char byte_ = 0;
    iovec data_{&byte_, 1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control_{};
    msghdr header_{};
};

bool send_whole(const Descriptor& socket, std::string_view message) {
    while (!message.empty()) {
        const ssize_t count = send(socket.number(), message.data(), message.size(), MSG_NOSIGNAL);
        if (count <= 0 && errno != EINTR) {
            return false;
        }
        message.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return shutdown(socket.number(), SHUT_WR) == 0;
}

// Up to the end of what the other side sends; "" when that is more, or takes longer than the
// socket waits.
std::string received_whole(const Descriptor& socket, std::size_t most) {
    constexpr std::size_t kAtATime = 256u << 10;
    std::string message;
    while (message.size() <= most) {
        const std::size_t size = message.size();
        message.resize(size + kAtATime);
        const ssize_t count = recv(socket.number(), message.data() + size, kAtATime, 0);
        message.resize(size + (count > 0 ? static_cast<std::size_t>(count) : 0));
        if (count == 0) {
            return message;
        }
        if (count < 0 && errno != EINTR) {
            return "";
        }
    }
    return "";
}

// Of requests alone; a deck names no more.
constexpr std::size_t kMostRequestBytes = 512u << 20;

void answer(const Descriptor& socket, const FetchBounds& bounds) {
    const auto requests = requests_in(received_whole(socket, kMostRequestBytes));
    if (!requests) {
        return;
    }
    std::vector<FetchResponse> responses(requests->size());
    try {
        responses = fetch_here(*requests, bounds);
    } catch (const Error& error) {  // no module
        for (FetchResponse& response : responses) {
            response.failure = error.what();
        }
    }
    static_cast<void>(send_whole(socket, message_of(responses)));
}

// Who waits for the end of the program's output does not wait for this process.
void let_go_of_streams() {
    const Descriptor nowhere(open("/dev/null", O_RDWR | O_CLOEXEC));
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (dup2(nowhere.number(), stream) < 0) {
            close(stream);
        }
    }
}

// Each question comes with a socket of its own for its answer, and is answered beside the others.
void answer_beside(Descriptor&& socket, const FetchBounds& bounds) {
    try {
        std::thread([socket = std::move(socket), bounds] {
            try {
                answer(socket, bounds);
            } catch (const std::exception&) {  // memory: the socket is closed without a word
            }
        }).detach();
    } catch (const std::system_error&) {  // no thread
    }
}

// Most runs ask nothing: what takes time is done when they do.
[[noreturn]] void serve(const Descriptor& control, const FetchBounds& bounds) {
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) {
        std::signal(signal, SIG_DFL);
    }
    bool is_ready = false;
    while (std::optional<Descriptor> socket = Passing().receive(control)) {
        if (!is_ready) {
            let_go_of_streams();
            static_cast<void>(give_up_all_but_network());
            is_ready = true;
        }
        answer_beside(std::move(*socket), bounds);
    }
    _exit(0);
}

bool are_same(const FetchBounds& a, const FetchBounds& b) {
    const auto members = [](const FetchBounds& one) {
        return std::tie(one.bytes_each, one.bytes_together, one.header_bytes,
                        one.milliseconds_together, one.redirects, one.at_a_time, one.may_connect,
                        one.uses_proxies);
    };
    return members(a) == members(b);
}

// As with walls, what was given up is given up for the process: filled before there are threads.
std::vector<FetcherProcess>& fetchers() {
    static std::vector<FetcherProcess> all;
    return all;
}

}  // namespace

void fetch_elsewhere(const FetchBounds& bounds) {
    if (fetcher_with(bounds) == nullptr) {
        fetchers().emplace_back(bounds);
    }
}

const FetcherProcess* fetcher_with(const FetchBounds& bounds) {
    const std::vector<FetcherProcess>& all = fetchers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const FetcherProcess& one) {
        return are_same(one.bounds(), bounds);
    });
    return found != all.end() ? &*found : nullptr;
}

FetcherProcess::FetcherProcess(const FetchBounds& bounds) : bounds_(bounds), control_(-1) {
    Ends control = socket_pair(SOCK_SEQPACKET);
    const pid_t process = control.ours.is_open() ? fork() : -1;
    if (process < 0) {
        throw std::system_error(errno, std::generic_category(), "no process that fetches");
    }
    if (process == 0) {
        control.ours.close_now();
        serve(control.theirs, bounds);
    }
    control_ = std::move(control.ours);
}

std::string FetcherProcess::answer_to(const std::vector<FetchRequest>& requests) const {
    // What stands beside the bodies, and the time for more than waiting for servers.
    constexpr std::size_t kBytesEach = 4096;
    constexpr long kPatienceSeconds = 10;
    Ends ends = socket_pair(SOCK_STREAM);
    if (!ends.ours.is_open() || !Passing().send(control_, ends.theirs)) {
        return "";
    }
    ends.theirs.close_now();
    const timeval patience{bounds_.milliseconds_together / 1000 + kPatienceSeconds, 0};
    setsockopt(ends.ours.number(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const std::size_t most =
        bounds_.bytes_together + requests.size() * (kBytesEach + bounds_.header_bytes);
    return send_whole(ends.ours, message_of(requests)) ? received_whole(ends.ours, most) : "";
}

std::vector<FetchResponse> FetcherProcess::fetch(const std::vector<FetchRequest>& requests) const {
    auto responses = responses_in(answer_to(requests));
    if (responses && responses->size() == requests.size()) {
        return std::move(*responses);
    }
    FetchResponse failed;
    failed.failure = "the process that fetches has ended";
    return std::vector<FetchResponse>(requests.size(), failed);
}

}  // namespace ghreveal::media
