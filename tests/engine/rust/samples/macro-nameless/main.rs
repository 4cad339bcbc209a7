macro_rules! {
    () => {};
}

fn main() {}
