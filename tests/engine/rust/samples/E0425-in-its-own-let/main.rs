fn example() {
    let x: u8 = x + 1;
}
