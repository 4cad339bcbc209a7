fn example() {
    let mut a: u8 = 1;
    a += 1u16;
}
