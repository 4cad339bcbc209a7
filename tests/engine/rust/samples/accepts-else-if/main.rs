fn example() {
    let x = 1;
    if x == 1 {
    } else if x == 2 {
    } else {
    }
}
