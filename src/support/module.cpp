#include "support/module.h"

#include <dlfcn.h>

#include <filesystem>
#include <map>
#include <mutex>

#include "support/error.h"
#include "support/file.h"

namespace ghreveal {
namespace {

std::string last_failure() {
    const char* text = dlerror();
    return text != nullptr ? text : "unknown reason";
}

// Modules stay loaded until the process ends: GLib registers types that cannot be taken back.
void* module_handle(const std::string& name) {
    static std::mutex mutex;
    static std::map<std::filesystem::path, void*> loaded;
    const std::filesystem::path file = module_directory() / ("ghreveal-" + name + ".so");
    const std::lock_guard lock(mutex);
    void*& handle = loaded[file];
    if (handle != nullptr) {
        return handle;
    }
    handle = dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (handle == nullptr) {
        throw Error({}, "cannot load the module '" + name + "': " + last_failure(),
                    "is ghreveal installed completely?");
    }
    return handle;
}

}  // namespace

void* module_symbol(const std::string& name, const char* symbol) {
    void* address = dlsym(module_handle(name), symbol);
    if (address == nullptr) {
        throw Error({}, "the module '" + name + "' is of another version: " + last_failure());
    }
    return address;
}

}  // namespace ghreveal
