#!/bin/sh
# Makes debug.elf and release.elf of sums.rs, with rustc 1.95 and GNU ld and objcopy: the course needs none of them.
cd "$(dirname "$0")" || exit 1
make() {
  rustc --edition 2024 --crate-type bin -C panic=abort -C relocation-model=static -C linker=ld -C linker-flavor=ld \
    -C link-arg=--build-id=none -C link-arg=-znoseparate-code -C debuginfo=2 -C overflow-checks=off \
    "--remap-path-prefix=$PWD=." -A warnings "$@" sums.rs || exit 1
}
make -C opt-level=0 -o ../debug.elf
make -C opt-level=3 -o ../release.elf
for one in ../debug.elf ../release.elf; do
  objcopy -R .comment -R .eh_frame -R .eh_frame_hdr -R .debug_aranges -R .debug_pubnames -R .debug_pubtypes $one
done
