fn example() {
    let x: u8 = 42;
    let value = x;
}
