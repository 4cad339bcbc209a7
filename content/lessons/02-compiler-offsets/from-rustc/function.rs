#![no_std]
#![no_main]

#[unsafe(no_mangle)]
fn example() {
    let x: u8 = 42;   // 1 byte
    let y: u32 = 100; // 4 bytes
}

// Where Linux begins: there is no library that would call a `main`.
core::arch::global_asm!(
    ".globl _start",
    "_start: call example",
    "        xor edi, edi",
    "        mov eax, 60", // exit
    "        syscall",
);

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
