fn main() {
    let (s, t) = ("hello", "help");
    println!("{} {}", s[..] == t[..], *s < *t);
    let a = [1, 2, 3]; let b = [2, 3, 1];
    println!("{} {}", a[1..] == b[..2], a[..] < b[..]);
    assert_eq!(a[1..], b[..2]);
    assert_ne!(*s, *t);
}
