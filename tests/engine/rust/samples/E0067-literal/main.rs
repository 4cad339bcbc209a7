fn example() {
    5 += 6;
}
