fn example() {
    let x: U8 = 5;
}
