fn main() {
    let mut list = vec![11u32, 12, 13, 14];
    let first: *const u32 = &list[0];
    list.push(15);
    println!("{}", unsafe { *first });
}
