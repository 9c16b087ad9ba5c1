#include "preview/request_check.h"

#include <catch2/catch.hpp>

using ghreveal::preview::may_answer;

TEST_CASE("a request that names this machine and the port is answered") {
    CHECK(may_answer({"127.0.0.1:8000", "", ""}, 8000));
    CHECK(may_answer({"LOCALHOST:8000", "", "none"}, 8000));
    CHECK(may_answer({"127.0.0.1:8000", "http://127.0.0.1:8000", "same-origin"}, 8000));
}

TEST_CASE("a name that somebody points at this machine is not answered") {
    for (const char* host : {"evil.example:8000", "127.0.0.1", "127.0.0.1:80", "", "0.0.0.0:8000",
                             "127.0.0.1:8000.evil.example", "127.0.0.1.evil.example:8000"}) {
        CAPTURE(host);
        CHECK_FALSE(may_answer({host, "", ""}, 8000));
    }
}

TEST_CASE("a page from elsewhere is not answered") {
    for (const char* origin : {"http://evil.example", "null", "https://127.0.0.1:8000",
                               "http://127.0.0.1:80", "http://127.0.0.1:8000.evil.example"}) {
        CAPTURE(origin);
        CHECK_FALSE(may_answer({"127.0.0.1:8000", origin, ""}, 8000));
    }
    CHECK_FALSE(may_answer({"127.0.0.1:8000", "", "cross-site"}, 8000));
    CHECK_FALSE(may_answer({"127.0.0.1:8000", "", "same-site"}, 8000));
}
