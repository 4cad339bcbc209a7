fn example() {
    let x;
}
