fn example() {
    let a: usize = 5;
    let b = a - 6;
}
