fn example() {
    let a: u8 = 5u16;
}
