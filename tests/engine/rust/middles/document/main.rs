fn example() {
    let x: u8 = 42;
    let y: u32 = 100;
}
