fn example() {
    break;
}
