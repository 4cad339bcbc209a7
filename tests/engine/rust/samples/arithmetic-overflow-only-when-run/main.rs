fn example() {
    let mut a = 250u8;
    let b = 1u8 + 1;
    a += 10;
}
