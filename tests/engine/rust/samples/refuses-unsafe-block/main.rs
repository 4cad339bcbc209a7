fn example() {
    unsafe {}
}
