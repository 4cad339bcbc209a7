fn example() {
    let x = '';
}
