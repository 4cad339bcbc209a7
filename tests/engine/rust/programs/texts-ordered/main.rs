use std::cmp::Ordering;
fn main() {
    let long = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    println!("{:?} {:?} {:?} {:?}", "a".cmp("b"), long.cmp("a"), "a".cmp(long), "z".cmp("é"));
    println!("{:?} {:?}", "é".cmp("z"), "same".cmp("same"));
    println!("{} {}", "a".cmp("b") == Ordering::Less, long > "a");
    println!("{:?} {:?}", ("x", 2).cmp(&("x", 1)), "b".partial_cmp("a"));
    println!("{:?}", [1u8; 400][..].cmp(&[1u8; 2][..]));
}
