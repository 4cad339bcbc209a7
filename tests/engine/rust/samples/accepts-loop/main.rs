fn example() {
    loop {
        break;
    }
}
