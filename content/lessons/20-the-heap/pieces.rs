fn main() {
    let first = Box::new(1u64);
    let second = Box::new(2u64);
    let third = Box::new(3u64);
    println!("{first} {second} {third}");
}
