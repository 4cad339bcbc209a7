fn example() {
    let x = '\q';
}
