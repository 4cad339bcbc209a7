use std::mem;

fn example() {}
