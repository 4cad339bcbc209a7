fn example() {
    let mut x = 1u8;
    x += true;
}
