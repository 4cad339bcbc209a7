enum Direction {
    Up,
    Down,
}

fn example() {}
