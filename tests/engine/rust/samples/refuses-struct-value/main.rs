fn example() {
    let p = Point { x: 1 };
}
