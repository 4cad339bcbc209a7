macro_rules! m {
    () => {};
}

fn example() {}
