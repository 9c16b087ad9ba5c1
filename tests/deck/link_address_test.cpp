#include "deck/link_address.h"

#include <catch2/catch.hpp>

using ghreveal::deck::safe_address;

TEST_CASE("an address that a link may lead to comes out percent-encoded, its host in ASCII") {
    CHECK(safe_address("https://x.org/a?b=1&c=2#d") == "https://x.org/a?b=1&c=2#d");
    CHECK(safe_address(" \tHTTP://User@EXAMPLE.org:8080/A b \n") ==
          "http://User@example.org:8080/A%20b");
    CHECK(safe_address("https://x.org/caf\u00e9") == "https://x.org/caf%C3%A9");
    CHECK(safe_address("https://b\u00fccher.example/") == "https://xn--bcher-kva.example/");
    CHECK(safe_address("https:\\\\x.org\\a") == "https://x.org/a");
    CHECK(safe_address("https:x.org/a") == "https://x.org/a");
    CHECK(safe_address("http://[::1]:80/") == "http://[::1]:80/");
    CHECK(safe_address("mailto:a@b.c?subject=x y") == "mailto:a@b.c?subject=x%20y");
    CHECK(safe_address("tel:+49 30") == "tel:+49%2030");
    CHECK(safe_address("ftp://x.org/") == "ftp://x.org/");
    CHECK(safe_address("other.html#x") == "other.html#x");
    CHECK(safe_address("/a/b%20c") == "/a/b%20c");
}

TEST_CASE("an address with a host and no scheme is one of the secure web") {
    CHECK(safe_address("//host/x") == "https://host/x");
    CHECK(safe_address("/\\host/x") == "https://host/x");
}

TEST_CASE("what would end a string of a PDF is percent-encoded in addresses") {
    CHECK(safe_address("http://a.b/)/S/JavaScript/JS(app.alert(1)") ==
          "http://a.b/%29/S/JavaScript/JS%28app.alert%281%29");
    CHECK(safe_address("http://a.b/(x") == "http://a.b/%28x");
    CHECK(safe_address("mailto:a\\)'\"<>") == "mailto:a%5C%29'%22%3C%3E");
}

TEST_CASE("an address of any other scheme, or that is none, leads nowhere") {
    for (const char* address :
         {"javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\1javascript:x",
          "file:///etc/passwd", "file://host/dir\\", "data:text/html,x", "vbscript:x", "x-a+b:c",
          "http://", "http:///", "http://a b/", "http://a%00b/", "http://a<b/", "http://a:99999/",
          "http://[x]/", "http://a%2fb/", "https://user@/"}) {
        INFO(address);
        CHECK_FALSE(safe_address(address).has_value());
    }
}
