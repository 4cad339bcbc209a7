fn example() {
    let a: u8 = 1;
    let b: u16 = 2;
    let c = a
        + b;
}
