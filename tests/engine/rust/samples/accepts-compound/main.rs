fn example() {
    let mut x = 8;
    x /= 2;
}
