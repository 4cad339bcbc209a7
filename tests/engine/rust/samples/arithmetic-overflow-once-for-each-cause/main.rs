fn example() {
    let a: u8 = 255;
    let b = a + 1;
    let c = b + 1;
}
