fn example() {
    let mut x = true;
    x += true;
}
