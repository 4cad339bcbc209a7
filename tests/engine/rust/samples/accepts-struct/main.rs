struct Point {
    x: u8,
}

fn example() {}
