type Byte = u8;

fn example() {}
