#include "media/fetch.h"

#include "support/module.h"

namespace ghreveal::media {

std::vector<FetchResponse> fetch(const std::vector<FetchRequest>& requests,
                                 const FetchBounds& bounds) {
    using Fetch =
        void(const std::vector<FetchRequest>&, const FetchBounds&, std::vector<FetchResponse>&);
    auto* fetch_all = module_function<Fetch>("fetch", "ghreveal_fetch");
    std::vector<FetchResponse> responses(requests.size());
    fetch_all(requests, bounds, responses);
    return responses;
}

}  // namespace ghreveal::media
