fn example(x: u8) {}
