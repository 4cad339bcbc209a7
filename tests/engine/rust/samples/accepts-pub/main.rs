pub fn example() {}
