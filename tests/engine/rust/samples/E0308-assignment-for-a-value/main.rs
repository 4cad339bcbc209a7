fn example() {
    let mut y: u8 = 1;
    let x: u8 = y = 5;
}
