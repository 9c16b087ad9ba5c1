#include "math/typesetter.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <system_error>
#include <thread>

#include "math/formulas_ahead.h"
#include "math/modules/katex_module.h"
#include "support/file.h"
#include "support/files/install_folders.h"
#include "support/module.h"

namespace ghreveal::math {

namespace {

// A second engine costs what six formulas do.
constexpr std::size_t kWorthTwoEngines = 16;

using SetFormulas = std::map<Formula, TypesetFormula>;

// What a deck will need, some of it twice or known already -> what there is to be set.
std::vector<Formula> different(const std::vector<Formula>& formulas, const Limits& limits) {
    std::vector<Formula> all;
    for (const Formula& formula : formulas) {
        if (formula.tex.size() <= limits.formula_bytes) {
            all.push_back(formula);
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

// Every second one. One that breaks the bounds ends it: what follows waits until it is asked for.
void set_every_second(const std::vector<Formula>& formulas, std::size_t first, Engine& engine,
                      SetFormulas& set) {
    for (std::size_t i = first; i < formulas.size(); i += 2) {
        TypesetFormula result = engine.set(formulas[i]);
        if (result.out_of_bounds) {
            return;
        }
        set.emplace(formulas[i], std::move(result));
    }
}

// Beside the calling thread, or after it where there can be no other.
class Beside {
public:
    explicit Beside(std::function<void()> work) : work_(std::move(work)) {
        try {
            thread_ = std::thread([this] { run(); });
        } catch (const std::system_error&) {
            // no thread is to be had
        }
    }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;
    ~Beside() {
        if (thread_.joinable()) {
            thread_.join();
        }
    }
    // Throws what the work threw.
    void finish() {
        if (thread_.joinable()) {
            thread_.join();
        } else {
            run();
        }
        if (problem_) {
            std::rethrow_exception(problem_);
        }
    }

private:
    void run() {
        const InstallFoldersScope scope(folders_);
        try {
            work_();
        } catch (...) {
            problem_ = std::current_exception();
        }
    }

    std::function<void()> work_;
    const InstallFolders folders_ = current_install_folders();
    std::exception_ptr problem_;
    std::thread thread_;
};

}  // namespace

std::filesystem::path katex_folder() {
    return module_directory() / "katex";
}

const TypesetFormula& Typesetter::set(const Formula& formula) {
    if (const auto known = known_.find(formula); known != known_.end()) {
        return known->second;
    }
    if (auto ahead = ahead_.extract(formula)) {
        return known_.insert(std::move(ahead)).position->second;
    }
    return known_.emplace(formula, set_new(formula)).first->second;
}

void Typesetter::set_ahead(const std::vector<Formula>& formulas) {
    const std::vector<Formula> wanted = different(formulas, limits_);
    const bool depend = std::any_of(wanted.begin(), wanted.end(), [](const Formula& formula) {
        return may_define_macros(formula.tex);
    });
    const bool macros_define = std::any_of(macros_.begin(), macros_.end(), [](const auto& macro) {
        return may_define_macros(macro.second);
    });
    if (wanted.size() < kWorthTwoEngines || depend || macros_define || engine_) {
        return;
    }
    engine_ = new_engine();
    const std::unique_ptr<Engine> second = new_engine();
    SetFormulas others;
    Beside beside([&] { set_every_second(wanted, 1, *second, others); });
    set_every_second(wanted, 0, *engine_, ahead_);
    beside.finish();
    ahead_.merge(others);
}

std::unique_ptr<Engine> Typesetter::new_engine() const {
    return std::unique_ptr<Engine>(module_function<decltype(ghreveal_new_formula_engine)>(
        "katex", "ghreveal_new_formula_engine")({katex_folder(), macros_, limits_}));
}

TypesetFormula Typesetter::set_new(const Formula& formula) {
    if (formula.tex.size() > limits_.formula_bytes) {
        return {.problem = "it is too long", .out_of_bounds = true};
    }
    // Each of those that run away may have taken all of its steps.
    if (out_of_bounds_ * limits_.formula_steps > limits_.deck_formula_steps) {
        return {.problem = "formulas before it took too many steps", .out_of_bounds = true};
    }
    if (!engine_) {
        engine_ = new_engine();
    }
    TypesetFormula result = engine_->set(formula);
    out_of_bounds_ += result.out_of_bounds ? 1 : 0;
    return result;
}

}  // namespace ghreveal::math
