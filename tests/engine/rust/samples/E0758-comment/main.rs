fn example() {
    /* abc
}
