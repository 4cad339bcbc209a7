fn example() {
    5();
}
