fn example() {
    let mut x;
    x += 1;
}
