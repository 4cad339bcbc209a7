fn example() {
    let x = 7 % 2;
}
