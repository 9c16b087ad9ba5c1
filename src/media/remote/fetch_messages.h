// What is asked of the process that fetches, and what it answers, as bytes: numbers of eight bytes
// in the machine's order, and texts behind their length.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "media/remote/fetch.h"

namespace ghreveal::media {

std::string message_of(const std::vector<FetchRequest>&);
std::string message_of(const std::vector<FetchResponse>&);

// Nothing where the bytes are no whole message.
std::optional<std::vector<FetchRequest>> requests_in(std::string_view message);
std::optional<std::vector<FetchResponse>> responses_in(std::string_view message);

}  // namespace ghreveal::media
