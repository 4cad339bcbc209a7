fn example() {
    let a: i8 = 0xFF;
}
