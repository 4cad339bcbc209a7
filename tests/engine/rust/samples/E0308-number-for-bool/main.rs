fn example() {
    let a: bool = 1;
}
