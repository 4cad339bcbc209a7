fn example() {
    let x = 3;
    5 = x;
}
