fn example() {
    let mut a: u8 = 250;
    a += 6;
}
