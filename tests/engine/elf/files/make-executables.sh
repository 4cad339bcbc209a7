#!/bin/sh
# Makes the executables that are kept beside this file, with gcc 12.2: the tests need no compiler.
cd "$(dirname "$0")" || exit 1
options='-nostdlib -ffreestanding -fno-builtin -fno-stack-protector -fno-asynchronous-unwind-tables -mgeneral-regs-only -fcf-protection=none -Wl,--build-id=none'
gcc $options -static -no-pie -O0 -gdwarf-5 sum.c -o sum-dwarf5
gcc $options -static -no-pie -O1 -gdwarf-4 sum.c -o sum-dwarf4
gcc $options -static-pie -fPIE -O1 -DRELOCATES -gdwarf-5 sum.c -o sum-pie
gcc $options -static -no-pie -O1 -s sum.c -o sum-stripped
gcc $options -pie -fPIE -O1 -s -Wl,-dynamic-linker,/lib64/ld-linux-x86-64.so.2 sum.c -o sum-dynamic
gcc $options -fcf-protection=full -static-pie -fPIE -O0 -gdwarf-5 point.c -o point-pie
for one in sum-dwarf5 sum-dwarf4 sum-pie point-pie; do objcopy -R .comment $one; done
