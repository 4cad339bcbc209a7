#![no_std]
#![no_main]

use core::arch::{asm, global_asm};

/// How many letters have been written so far.
static mut TOTAL: u32 = 0;
static NEWLINE: u8 = b'\n';

/// Asks the operating system to write so many bytes: system call 1, to file 1.
fn write(text: *const u8, count: usize) {
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") 1usize => _, in("rdi") 1, in("rsi") text, in("rdx") count,
            out("rcx") _, out("r11") _,
        );
    }
}

/// How many bytes there are before a zero.
fn length(word: *const u8) -> usize {
    let mut count = 0;
    while unsafe { *word.add(count) } != 0 {
        count += 1;
    }
    count
}

/// Writes each word of the command line, and returns how many letters that were.
#[unsafe(no_mangle)]
fn main(argc: usize, argv: *const *const u8) -> u32 {
    let words: u8 = argc as u8 - 1; // 1 byte
    let mut at: u8 = 0;
    while at < words {
        at += 1;
        let word = unsafe { *argv.add(at as usize) };
        let letters: u32 = length(word) as u32; // 4 bytes
        write(word, letters as usize);
        write(&raw const NEWLINE, 1);
        unsafe { TOTAL += letters };
    }
    unsafe { TOTAL }
}

// Where Linux begins. On top of the stack it has left how many words there are, and where they lie.
global_asm!(
    ".globl _start",
    "_start: mov rdi, [rsp]",
    "        lea rsi, [rsp + 8]",
    "        call main",
    "        mov edi, eax",
    "        mov eax, 60", // exit
    "        syscall",
);

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
