// The standard streams as a tool needs them, however it was started.
#pragma once

namespace letterkit::cli {

/// To be called before any file is opened: standard streams that are closed are occupied, a closed
/// pipe ends the program quietly, a file that may not grow further is an error of writing; pipes
/// hold more.
void prepare_streams();

}  // namespace letterkit::cli
