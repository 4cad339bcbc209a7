fn example() {
    let x = 0..3;
}
