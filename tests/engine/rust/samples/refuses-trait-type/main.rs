fn example() {
    let x: impl Copy = 5;
}
