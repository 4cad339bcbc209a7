fn sum(b: &[u8]) -> u32 {
    b.iter().map(|x| *x as u32).sum()
}
fn main() {
    let p = r"C:\new\table";
    println!("{} {}", p, p.len());
    println!(r#"She said "{}"."#, "hi");
    let j = r##"{"a": "#"}"##;
    println!("{j} {}", j.len());
    let b = b"hello\x00\xff";
    println!("{} {} {:?}", b.len(), sum(b), &b[5..]);
    let raw = br"\n";
    println!("{:?}", raw);
    for c in b"ab" {
        print!("{} ", c);
    }
    let r = 5;
    let br = 6;
    println!("{}", r + br);
    let s: &[u8] = b"xyz";
    println!("{:?} {}", s, s == &b"xyz"[..]);
    println!("{:?}", "tab\t\"q\" \u{e9}");
}
