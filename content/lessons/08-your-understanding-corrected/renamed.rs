fn example() {
    let apples: u8 = 42;
    let pears: u32 = 100;
}
