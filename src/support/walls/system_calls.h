// Walls by the kernel (seccomp), behind the checks of our own: for what the libraries that read
// decks' files may be brought to do. What a process gives up, neither it nor those it starts get
// back.
#pragma once

namespace ghreveal {

// False where the kernel has no such walls; nothing is given up then.

// Sockets but local ones. To be called before any thread is started.
bool give_up_network();
// Sockets, other programs, other processes, and any change to files but those that are open. Files
// can still be opened for reading.
bool give_up_all_but_reading();
// Other programs, other processes, and any change to files. Who fetches needs no more.
bool give_up_all_but_network();

}  // namespace ghreveal
