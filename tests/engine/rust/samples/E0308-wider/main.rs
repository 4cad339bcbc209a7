fn example() {
    let a: u8 = 1;
    let b: u32 = a;
}
