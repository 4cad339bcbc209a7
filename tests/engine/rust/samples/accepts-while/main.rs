fn example() {
    let mut x: u8 = 1;
    while x < 3 {
        x += 1;
    }
}
