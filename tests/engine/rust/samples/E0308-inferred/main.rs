fn example() {
    let a = 5;
    let b: u8 = a;
    let c: u16 = a;
}
