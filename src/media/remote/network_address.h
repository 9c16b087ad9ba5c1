// Which addresses of the network a deck may make the program connect to.
#pragma once

struct sockaddr;

namespace ghreveal::media {

// Whether the address belongs to the public internet: unicast, and by the registries of special
// addresses (RFC 6890) neither private, loopback, link-local nor reserved. An IPv6 address that
// stands for an IPv4 one (mapped, NAT64, 6to4) counts as that. False for other families.
bool is_public_address(const sockaddr&);

// For --allow-private-network: any address of IPv4 or IPv6.
bool is_internet_address(const sockaddr&);

}  // namespace ghreveal::media
