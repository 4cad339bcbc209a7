extern "C" {}

fn example() {}
