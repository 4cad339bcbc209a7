fn example() {
    let _ = 5;
}
