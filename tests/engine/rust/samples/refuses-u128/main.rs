fn example() {
    let x: u128 = 1;
}
