fn example() {
    let = 1;
}
