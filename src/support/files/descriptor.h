// An open file, socket or folder of the system, closed at the end.
#pragma once

#include <unistd.h>

#include <utility>

namespace ghreveal {

class Descriptor {
public:
    // Negative numbers, as calls that fail give them, are none.
    explicit Descriptor(long number) : number_(static_cast<int>(number)) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close_now(); }

    int number() const { return number_; }
    bool is_open() const { return number_ >= 0; }
    void close_now() {
        if (number_ >= 0) {
            close(number_);
        }
        number_ = -1;
    }

private:
    int number_;
};

}  // namespace ghreveal
