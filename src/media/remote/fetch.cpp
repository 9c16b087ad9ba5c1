#include "media/remote/fetch.h"

#include "media/remote/fetcher_process.h"
#include "media/remote/modules/fetch_module.h"
#include "support/module.h"

namespace ghreveal::media {

std::vector<FetchResponse> fetch(const std::vector<FetchRequest>& requests,
                                 const FetchBounds& bounds) {
    const FetcherProcess* fetcher = fetcher_with(bounds);
    return fetcher != nullptr ? fetcher->fetch(requests) : fetch_here(requests, bounds);
}

std::vector<FetchResponse> fetch_here(const std::vector<FetchRequest>& requests,
                                      const FetchBounds& bounds) {
    auto* fetch_all = module_function<decltype(ghreveal_fetch)>("fetch", "ghreveal_fetch");
    std::vector<FetchResponse> responses(requests.size());
    fetch_all(requests, bounds, responses);
    return responses;
}

}  // namespace ghreveal::media
