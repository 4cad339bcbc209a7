fn example() {
    example = 5;
}
