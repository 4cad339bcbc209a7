fn make() -> Box<u32> {
    Box::new(42)
}

fn main() {
    let answer = make();
    println!("{answer}");
}
