import type { OpenFile } from './open-file.ts'

/*
 * `struct stat` (arch/x86/include/uapi/asm/stat.h), 144 bytes
 *
 *    0  st_dev     8  st_ino    16  st_nlink   24  st_mode (4 bytes)   28  st_uid   32  st_gid
 *   40  st_rdev   48  st_size   56  st_blksize 64  st_blocks           72  three times of 16 bytes
 */
const BYTE_COUNT = 144
const [DEVICE, INODE, LINKS, MODE, SPECIAL, SIZE, BLOCK_SIZE, BLOCKS] = [0, 8, 16, 24, 40, 48, 56, 64]

const CHARACTER_DEVICE = 0o020000
const REGULAR = 0o100000
const PIPE = 0o010000

/** What kind of file it is, with the rights, and the number of the device. */
function kindOf(file: OpenFile, isTerminal: boolean): { mode: number; special: number } {
  switch (file.kind) {
    case 'input':
    case 'output':
      return isTerminal
        ? { mode: CHARACTER_DEVICE | 0o620, special: 0x8801 }
        : { mode: PIPE | 0o600, special: 0 }
    case 'null':
      return { mode: CHARACTER_DEVICE | 0o666, special: 0x103 }
    case 'zero':
      return { mode: CHARACTER_DEVICE | 0o666, special: 0x105 }
    case 'random':
      return { mode: CHARACTER_DEVICE | 0o666, special: 0x109 }
    case 'pipe':
      return { mode: PIPE | 0o600, special: 0 }
    case 'text':
      return { mode: REGULAR | 0o444, special: 0 }
    case 'file':
      return { mode: REGULAR | 0o644, special: 0 }
  }
}

/** `struct stat` of an open file. */
export function statusOf(file: OpenFile, inode: number, size: number, isTerminal: boolean): Uint8Array {
  const bytes = new Uint8Array(BYTE_COUNT)
  const view = new DataView(bytes.buffer)
  const { mode, special } = kindOf(file, isTerminal)
  view.setUint32(DEVICE, 1, true)
  view.setUint32(INODE, inode + 1, true)
  view.setUint32(LINKS, 1, true)
  view.setUint32(MODE, mode, true)
  view.setUint32(SPECIAL, special, true)
  view.setUint32(SIZE, size, true)
  view.setUint32(BLOCK_SIZE, 4096, true)
  view.setUint32(BLOCKS, Math.ceil(size / 512), true)
  return bytes
}
