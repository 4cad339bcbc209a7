fn example() {
    let x = 1;
