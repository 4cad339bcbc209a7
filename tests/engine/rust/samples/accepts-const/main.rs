const LIMIT: u8 = 3;

fn example() {}
