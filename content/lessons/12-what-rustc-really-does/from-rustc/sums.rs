#![no_std]
#![no_main]

#[unsafe(no_mangle)]
#[inline(never)]
fn total(n: u64) -> u64 {
    let mut sum = 0;
    let mut number = 0;
    while number < n {
        sum += number;
        number += 1;
    }
    sum
}

#[unsafe(no_mangle)]
#[inline(never)]
fn twice(n: u64) -> u64 {
    let one = total(n);
    let two = total(n);
    one + two
}

// Where Linux begins: there is no library that would call a `main`.
core::arch::global_asm!(
    ".globl _start",
    "_start: mov edi, 100",
    "        call twice",
    "        mov edi, eax", // what is left of the result in one byte
    "        mov eax, 60",  // exit
    "        syscall",
);

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
