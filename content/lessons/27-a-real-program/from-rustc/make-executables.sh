#!/bin/sh
# Makes words.elf of words.rs, with rustc 1.95 and GNU ld and objcopy: the course needs none of them.
cd "$(dirname "$0")" || exit 1
rustc --edition 2024 --crate-type bin -C panic=abort -C relocation-model=static -C linker=ld -C linker-flavor=ld \
  -C link-arg=--build-id=none -C debuginfo=2 -C overflow-checks=off -C debug-assertions=off -C opt-level=0 -C force-frame-pointers=yes \
  "--remap-path-prefix=$PWD=." -A warnings -o ../words.elf words.rs || exit 1
objcopy -R .comment -R .eh_frame -R .eh_frame_hdr -R .debug_aranges -R .debug_pubnames -R .debug_pubtypes ../words.elf
