fn example() {
    let a: u8 = 200;
    let b = a + 100;
}
