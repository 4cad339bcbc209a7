struct Three {
    a: u64,
    b: u64,
    c: u64,
}

fn make(first: u64) -> Three {
    Three { a: first, b: 2, c: 3 }
}

fn main() {
    let three = make(1);
}
