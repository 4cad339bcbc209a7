fn example() {
    let a = 300;
    let b: u8 = a;
}
