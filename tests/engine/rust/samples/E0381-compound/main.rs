fn example() {
    let mut x: u8;
    x += 1;
}
