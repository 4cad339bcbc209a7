fn example() {
    let x = 1 + true;
}
