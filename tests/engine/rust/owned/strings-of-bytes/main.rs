fn main() {
    println!("{:?} {:?}", b"\\x80", b"\x80a\n");
    println!("{:?} {:?}", br"\x80", br#"a"b"#);
    println!("{:?}", b"one\
        line");
    println!("{} {} {}", b'\'', b'\xff', b'A');
    println!("{} {}", r"\n", r#"a "quoted" \"#);
    println!("{}", "a\u{1F600}\x7f\\x41".len());
}
