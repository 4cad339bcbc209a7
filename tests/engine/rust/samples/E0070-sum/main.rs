fn example() {
    let x = 3;
    x + 1 = 4;
}
