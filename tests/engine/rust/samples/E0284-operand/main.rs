fn example() {
    let x;
    x = x + 1;
}
