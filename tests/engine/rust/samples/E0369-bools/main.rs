fn example() {
    let x = true + true;
}
