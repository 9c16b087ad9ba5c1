#include "export/pictures/picture_writer.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "export/pictures/png.h"
#include "export/pictures/svg.h"
#include "support/file.h"

namespace ghreveal::exporter {

namespace {

struct Job {
    std::shared_ptr<const paint::DisplayList> page;
    std::vector<PictureFile> files;
    std::size_t first = 0;  // place of the first file's size among all
};

}  // namespace

struct PictureWriter::Impl {
    Size page_size;
    std::size_t most_waiting;
    std::function<std::string(int)> address_of_slide;

    std::mutex mutex;  // guards all below
    std::condition_variable changed;
    std::deque<Job> waiting;
    bool ended = false;
    std::exception_ptr failure;
    std::vector<std::size_t> sizes;
    std::map<std::filesystem::path, std::string> written;  // a file of each folder

    std::vector<std::jthread> threads;  // last: joined before the rest is destroyed

    void work();
    std::vector<std::size_t> write(const Job&, draw::Canvas& raster);
    void end();
};

std::vector<std::size_t> PictureWriter::Impl::write(const Job& job, draw::Canvas& raster) {
    std::vector<std::size_t> bytes;
    for (const PictureFile& picture : job.files) {
        std::string content;
        if (picture.format == PictureFile::Format::kPng) {
            content = page_as_png(*job.page, page_size, picture.scale, raster);
        } else {
            draw::Canvas canvas(draw::Output::kSvg);
            content = page_as_svg(*job.page, page_size, canvas, address_of_slide);
        }
        AtomicFile file{picture.path};
        file.write(content);
        file.commit(FolderSync::kLater);
        bytes.push_back(content.size());
    }
    return bytes;
}

void PictureWriter::Impl::work() {
    draw::Canvas raster(draw::Output::kRaster);
    std::unique_lock lock(mutex);
    while (true) {
        changed.wait(lock, [this] { return ended || !waiting.empty(); });
        if (waiting.empty() || failure) {
            return;
        }
        const Job job = std::move(waiting.front());
        waiting.pop_front();
        changed.notify_all();
        lock.unlock();
        std::vector<std::size_t> bytes;
        std::exception_ptr problem;
        try {
            bytes = write(job, raster);
        } catch (...) {
            problem = std::current_exception();
        }
        lock.lock();
        if (problem && !failure) {
            failure = problem;
            changed.notify_all();
        }
        std::copy(bytes.begin(), bytes.end(),
                  sizes.begin() + static_cast<std::ptrdiff_t>(job.first));
    }
}

void PictureWriter::Impl::end() {
    {
        const std::lock_guard lock(mutex);
        ended = true;
        changed.notify_all();
    }
    threads.clear();
}

PictureWriter::PictureWriter(Size page_size, int threads,
                             std::function<std::string(int)> address_of_slide)
    : impl_(std::make_unique<Impl>()) {
    impl_->page_size = page_size;
    impl_->most_waiting = static_cast<std::size_t>(threads);
    impl_->address_of_slide = std::move(address_of_slide);
    for (int i = 0; i < threads; ++i) {
        impl_->threads.emplace_back([impl = impl_.get()] { impl->work(); });
    }
}

PictureWriter::~PictureWriter() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->waiting.clear();
    }
    impl_->end();
}

void PictureWriter::add(std::shared_ptr<const paint::DisplayList> page,
                        std::vector<PictureFile> files) {
    Impl& impl = *impl_;
    std::unique_lock lock(impl.mutex);
    impl.changed.wait(lock,
                      [&] { return impl.failure || impl.waiting.size() < impl.most_waiting; });
    if (impl.failure) {
        std::rethrow_exception(impl.failure);
    }
    for (const PictureFile& file : files) {
        impl.written.try_emplace(std::filesystem::path(file.path).parent_path(), file.path);
    }
    const std::size_t first = impl.sizes.size();
    impl.sizes.resize(first + files.size());
    impl.waiting.push_back({std::move(page), std::move(files), first});
    impl.changed.notify_all();
}

std::vector<std::size_t> PictureWriter::finish() {
    impl_->end();
    if (impl_->failure) {
        std::rethrow_exception(impl_->failure);
    }
    for (const auto& [folder, file] : impl_->written) {
        sync_folder_of(file);
    }
    return std::move(impl_->sizes);
}

}  // namespace ghreveal::exporter
