fn example() {
    let a: i8 = -(-128);
}
