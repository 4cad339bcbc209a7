fn main() {
    let secret = Box::new(42u64);
    let stale: *const u64 = &*secret;
    drop(secret);
    let other = Box::new(1234u64);
    println!("{}", unsafe { *stale });
}
