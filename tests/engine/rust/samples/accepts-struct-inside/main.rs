fn example() {
    struct P { x: u8 }
}
