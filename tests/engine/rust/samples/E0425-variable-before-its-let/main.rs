fn example() {
    let a = b;
    let b: u8 = 1;
}
