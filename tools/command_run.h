// A command run once, and what that took.
#pragma once

#include <optional>
#include <string>

struct CommandRun {
    double milliseconds = 0;      // wall time, from fork to exit
    double cpu_milliseconds = 0;  // of all its threads
    double megabytes = 0;         // peak resident memory
    // In user mode, of all its threads; nothing where the system does not let them be counted.
    std::optional<double> instructions;
    int status = 0;
    std::string messages;  // standard error
};

// `command` ends with a null; its standard output goes nowhere.
CommandRun run_command(char* const* command);
