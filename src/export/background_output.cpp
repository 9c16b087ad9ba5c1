#include "export/background_output.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace ghreveal::exporter {

namespace {

// Enough for the thread not to run dry at a slide that takes long to lay out.
constexpr std::size_t kMostWaiting = 32;

class BackgroundOutput final : public Output {
public:
    BackgroundOutput(Timings& timings, const std::function<std::unique_ptr<Output>(Timings&)>& make)
        : timings_(timings), output_(make(own_timings_)) {}

    ~BackgroundOutput() override {
        {
            const std::lock_guard lock(mutex_);
            waiting_.clear();
        }
        end();
    }

    void add(const pages::Page& page) override {
        if (!thread_.joinable()) {
            thread_ = std::jthread([this] { work(); });
        }
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return failure_ || waiting_.size() < kMostWaiting; });
        rethrow();
        waiting_.push_back(page);
        changed_.notify_all();
    }

    FinishedOutput finish() override {
        end();
        rethrow();
        FinishedOutput finished = output_->finish();
        for (const auto& [stage, time] : own_timings_.stages()) {
            timings_.add(stage, time);
        }
        return finished;
    }

private:
    void rethrow() const {
        if (failure_) {
            std::rethrow_exception(failure_);
        }
    }

    void work() {
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return has_ended_ || !waiting_.empty(); });
            if (waiting_.empty()) {
                return;
            }
            const pages::Page page = std::move(waiting_.front());
            waiting_.pop_front();
            changed_.notify_all();
            lock.unlock();
            std::exception_ptr problem;
            try {
                output_->add(page);
            } catch (...) {
                problem = std::current_exception();
            }
            lock.lock();
            if (problem) {
                failure_ = problem;
                changed_.notify_all();
                return;
            }
        }
    }

    void end() {
        {
            const std::lock_guard lock(mutex_);
            has_ended_ = true;
            changed_.notify_all();
        }
        if (thread_.joinable()) {
            thread_.join();
        }
    }

    Timings& timings_;
    Timings own_timings_;
    std::unique_ptr<Output> output_;

    std::mutex mutex_;  // guards all below
    std::condition_variable changed_;
    std::deque<pages::Page> waiting_;
    bool has_ended_ = false;
    std::exception_ptr failure_;
    std::jthread thread_;  // last: joined before the rest is destroyed
};

}  // namespace

std::unique_ptr<Output> background_output(
    Timings& timings, const std::function<std::unique_ptr<Output>(Timings&)>& make) {
    return std::make_unique<BackgroundOutput>(timings, make);
}

}  // namespace ghreveal::exporter
