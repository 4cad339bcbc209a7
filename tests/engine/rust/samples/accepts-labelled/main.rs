fn example() {
    'outer: loop {
        break 'outer;
    }
}
