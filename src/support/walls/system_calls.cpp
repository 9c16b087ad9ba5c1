#include "support/walls/system_calls.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace ghreveal {

namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kMachine = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kMachine = 0;
#endif

// A program for the kernel's packet filter, which is asked before each system call. Conditions skip
// what follows them where they do not hold.
class Filter {
public:
    // Calls of another machine's numbers, as 32-bit ones, are none that this program makes.
    Filter() {
        load(offsetof(seccomp_data, arch));
        add(BPF_JMP | BPF_JEQ | BPF_K, kMachine, 1, 0);
        refuse(EPERM);
    }

    void refuse_calls(std::initializer_list<long> calls, std::uint32_t error) {
        for (const long call : calls) {
            begin_call(call, 1);
            refuse(error);
        }
    }
    // Where the argument's bits in the mask are not all 0.
    void refuse_with_bits(long call, int argument, std::uint32_t mask) {
        begin_call(call, 3);
        load_argument(argument);
        add(BPF_JMP | BPF_JSET | BPF_K, mask, 0, 1);
        refuse(EACCES);
    }
    void refuse_without_bits(long call, int argument, std::uint32_t mask) {
        begin_call(call, 3);
        load_argument(argument);
        add(BPF_JMP | BPF_JSET | BPF_K, mask, 1, 0);
        refuse(EPERM);
    }
    void refuse_unless_equal(long call, int argument, std::uint32_t value) {
        begin_call(call, 3);
        load_argument(argument);
        add(BPF_JMP | BPF_JEQ | BPF_K, value, 1, 0);
        refuse(EACCES);
    }

    // The kernel would also turn off what makes processors fast and lets a process guess at its own
    // memory, which costs a quarter of the time: there is nothing here that a deck may not see.
    bool install() {
        add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
        const sock_fprog program{static_cast<unsigned short>(steps_.size()), steps_.data()};
        return kMachine != 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
               syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW,
                       &program) == 0;
    }

private:
    void add(int code, std::uint32_t value, std::uint8_t skip_if = 0, std::uint8_t skip_else = 0) {
        steps_.push_back({static_cast<std::uint16_t>(code), skip_if, skip_else, value});
    }
    void load(std::size_t offset) {
        add(BPF_LD | BPF_W | BPF_ABS, static_cast<std::uint32_t>(offset));
    }
    // Flags and families are in the lower half of the argument.
    void load_argument(int number) {
        load(offsetof(seccomp_data, args) + static_cast<std::size_t>(number) * 8);
    }
    void begin_call(long number, std::uint8_t steps) {
        load(offsetof(seccomp_data, nr));
        add(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(number), 0, steps);
    }
    void refuse(std::uint32_t error) { add(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error); }

    std::vector<sock_filter> steps_;
};

constexpr std::uint32_t kWriting = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;

// Those that only some machines have are older names of others.
void refuse_changes_to_files(Filter& filter) {
    filter.refuse_with_bits(SYS_openat, 2, kWriting);
    filter.refuse_calls({SYS_openat2}, ENOSYS);
    filter.refuse_calls({SYS_unlinkat, SYS_renameat2, SYS_linkat, SYS_symlinkat, SYS_mkdirat,
                         SYS_mknodat, SYS_fchmodat, SYS_fchownat, SYS_truncate, SYS_utimensat},
                        EACCES);
#if defined(__x86_64__)
    filter.refuse_with_bits(SYS_open, 1, kWriting);
    filter.refuse_calls({SYS_creat, SYS_unlink, SYS_rename, SYS_renameat, SYS_link, SYS_symlink,
                         SYS_mkdir, SYS_rmdir, SYS_mknod, SYS_chmod, SYS_chown, SYS_lchown},
                        EACCES);
#endif
}

// Threads are no processes. Who asks clone3 for one, whose flags cannot be seen from here, asks
// clone next.
void refuse_processes(Filter& filter) {
    filter.refuse_calls({SYS_clone3}, ENOSYS);
    filter.refuse_without_bits(SYS_clone, 0, CLONE_THREAD);
    filter.refuse_calls({SYS_execve, SYS_execveat, SYS_ptrace, SYS_process_vm_writev}, EPERM);
#if defined(__x86_64__)
    filter.refuse_calls({SYS_fork, SYS_vfork}, EPERM);
#endif
}

// Both have ways to what is refused that no filter sees.
void refuse_ways_around(Filter& filter) {
    filter.refuse_calls({SYS_io_uring_setup, SYS_bpf}, EPERM);
}

}  // namespace

bool give_up_network() {
    Filter filter;
    filter.refuse_unless_equal(SYS_socket, 0, AF_UNIX);
    refuse_ways_around(filter);
    return filter.install();
}

bool give_up_all_but_network() {
    Filter filter;
    refuse_changes_to_files(filter);
    refuse_processes(filter);
    refuse_ways_around(filter);
    return filter.install();
}

bool give_up_all_but_reading() {
    Filter filter;
    filter.refuse_calls({SYS_socket, SYS_socketpair, SYS_connect}, EACCES);
    refuse_changes_to_files(filter);
    refuse_processes(filter);
    refuse_ways_around(filter);
    return filter.install();
}

}  // namespace ghreveal
