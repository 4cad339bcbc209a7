fn example() {
    struct Point {
        x: u8,
    }
}
