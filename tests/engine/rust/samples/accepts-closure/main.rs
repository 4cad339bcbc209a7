fn example() {
    let f = |x: u8| x + 1;
    f(1);
}
