fn example() {
    let mut a: u8 = 1;
    let b: i8 = 2;
    a = b;
}
