// The module with libcurl (support/module.h).
#pragma once

#include "media/remote/fetch.h"

// `responses` has a place for each request.
extern "C" void ghreveal_fetch(const std::vector<ghreveal::media::FetchRequest>& requests,
                               const ghreveal::media::FetchBounds& bounds,
                               std::vector<ghreveal::media::FetchResponse>& responses);
