fn example() {
    let x: u8;
    x = 5;
    x = 6;
}
