// The network in a process of its own: what reads and decodes the files of decks then needs none.
#pragma once

#include <vector>

#include "media/remote/fetch.h"
#include "support/files/descriptor.h"

namespace ghreveal::media {

class FetcherProcess {
public:
    // Starts it. Nothing that is asked later widens these bounds. To be called before any thread is
    // started. Throws std::system_error when there can be no process.
    explicit FetcherProcess(const FetchBounds&);

    const FetchBounds& bounds() const { return bounds_; }
    // As media::fetch does it here, for several threads at a time. What cannot be asked has failed.
    std::vector<FetchResponse> fetch(const std::vector<FetchRequest>&) const;

private:
    std::string answer_to(const std::vector<FetchRequest>&) const;

    FetchBounds bounds_;
    Descriptor control_;  // the process ends when this is closed
};

// From here on media::fetch with these bounds asks such a process; as a wall, that is the whole
// program's. To be called before any thread is started. Throws std::system_error.
void fetch_elsewhere(const FetchBounds&);
// What media::fetch does where no other process does it.
std::vector<FetchResponse> fetch_here(const std::vector<FetchRequest>&, const FetchBounds&);
// Null: this process fetches with such bounds itself.
const FetcherProcess* fetcher_with(const FetchBounds&);

}  // namespace ghreveal::media
