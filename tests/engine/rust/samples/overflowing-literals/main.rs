fn example() {
    let a: u8 = 255;
    let b: u8 = 256;
}
