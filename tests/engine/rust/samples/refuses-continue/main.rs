fn example() {
    continue;
}
