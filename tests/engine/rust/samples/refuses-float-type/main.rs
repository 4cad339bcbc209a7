fn example() {
    let x: f64 = 1.0;
}
