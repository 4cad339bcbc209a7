fn main() {
    let one = Box::new(1u64);
    let two = Box::new(2u64);
    drop(one);
    drop(two);
    let three = Box::new(3u64);
    let four = Box::new(4u64);
    println!("{three} {four}");
}
