fn example() {
    let x: u8;
    x = x + 1;
}
