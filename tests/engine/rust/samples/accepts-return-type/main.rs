fn example() -> u8 {
    5
}
