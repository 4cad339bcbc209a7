fn example() {
    let x: u8 = 42;
}
