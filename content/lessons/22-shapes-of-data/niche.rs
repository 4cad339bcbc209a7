fn main() {
    let some: Option<Box<u32>> = Some(Box::new(42));
    let none: Option<Box<u32>> = None;
    let number: Option<u32> = Some(42);
    let truth: Option<bool> = Some(true);
    let nothing: Option<bool> = None;
}
