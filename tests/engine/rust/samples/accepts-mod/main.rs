mod inner {}

fn example() {}
