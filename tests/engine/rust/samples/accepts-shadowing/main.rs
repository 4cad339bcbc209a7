fn shadowing() {
    let x: u8 = 42;
    let x = x + 1;
    let x: u32 = 7;
    let y: u32 = x;
}
