#!/bin/sh
# Builds and runs a program against the installed library as pkg-config describes it.
# Usage: build_by_pkg_config.sh LIBDIR PROGRAM SOURCE COMPILER [FLAG...]
set -eu
libdir=$1 program=$2 source=$3
shift 3
export PKG_CONFIG_PATH="$libdir/pkgconfig"
# Word splitting of pkg-config's answer is meant: it is a list of flags.
"$@" -std=c++20 "$source" $(pkg-config --cflags --libs letterkit) -o "$program"
LD_LIBRARY_PATH="$libdir" "$program"
