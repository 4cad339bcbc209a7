fn example() {
    return;
}
