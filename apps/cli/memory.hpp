// How the tools ask the system for memory.
#pragma once

namespace letterkit::cli {

/// Once, before there are threads. Keeps what a letter needed for the next one, so that it need not
/// be mapped anew, but for the few large blocks of an enormous letter, which are given back.
void prepare_memory();

/// For each thread that reads letters, as often as it likes: lets the system give it the first 20
/// MB that it comes to need in pages of two megabytes, where it has such. To touch one page after
/// the other took, of letters of a megabyte, a quarter of the time, of a text of signatures a
/// third.
void use_large_pages();

/// Gives the system back what is free, also between blocks in use. Takes milliseconds.
void give_back_memory();

}  // namespace letterkit::cli
