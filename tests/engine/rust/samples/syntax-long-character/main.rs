fn example() {
    let x = 'ab';
}
