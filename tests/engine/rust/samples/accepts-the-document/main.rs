fn example() {
    let x: u8 = 42;   // 1 byte
    let y: u32 = 100; // 4 bytes
}
