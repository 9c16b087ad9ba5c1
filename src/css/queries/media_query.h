// @media conditions (Media Queries 4, the part that slides need): a presentation on a screen of
// the page's size.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "css/tokenizer.h"
#include "support/geometry.h"

namespace ghreveal::css {

bool media_matches(std::span<const Token> queries, Size page);

// The first type of media that CSS has not; empty when there is none.
std::string unknown_media_type(std::span<const Token> queries);
inline constexpr std::string_view kMediaTypesHint =
    "what is for it is left out; there are all, screen and print";

// The first feature that no browser knows; empty when there is none.
std::string unknown_media_feature(std::span<const Token> queries);

}  // namespace ghreveal::css
