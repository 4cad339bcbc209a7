fn example() {
    let x: fn();
}
