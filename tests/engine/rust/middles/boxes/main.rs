struct Pair {
    one: Box<i32>,
    other: Box<i32>,
}

fn main() {
    let mut pair = Pair { one: Box::new(1), other: Box::new(2) };
    let taken = pair.one;
    pair.one = Box::new(*taken + *pair.other);
    let r = &*pair.one;
    let value = *r;
}
