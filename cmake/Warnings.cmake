# Warnings for our own code. Linked as $<BUILD_INTERFACE:letterkit_warnings>, never exported.
add_library(letterkit_warnings INTERFACE)
target_compile_options(letterkit_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast)
