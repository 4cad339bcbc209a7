#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
struct Named { name: &'static str, n: u8 }
const GREETING: &str = "Grüße";
const WORDS: [&str; 3] = ["one", "two", "three"];
static TABLE: &[(&str, u32)] = &[("a", 1), ("bb", 2)];
static mut CURRENT: &str = "now";
const NAMED: Named = Named { name: "const", n: 3 };
const NUMS: &[i32] = &[1, 2, 3];
const R: &u8 = &5;
fn longest<'a>(a: &'a str, b: &'a str) -> &'a str { if a.len() > b.len() { a } else { b } }
fn pick(n: u32) -> &'static str { match n { 0 => "zero", 1 => "one", _ => "many" } }
fn main() {
    let s = "hello";
    let t: &str = GREETING;
    println!("{s} {t} {} {}", s.len(), t.len());
    println!("{}", longest(s, t));
    println!("{:?} {:>8}|{:<8}|{:^8}|{:-^9}|", s, s, t, s, t);
    let arr = ["x", "yy", ""];
    println!("{:?} {} {}", arr, arr[1], arr[2].is_empty());
    println!("{:?} {}", WORDS, WORDS[2]);
    println!("{:?} {} {}", TABLE, TABLE[1].0, TABLE.len());
    println!("{:?} {}", NAMED, NUMS[1] + *R as i32);
    let n = Named { name: "me\t\"\\'", n: 1 };
    println!("{:?} {}", n, n == Named { name: "me", n: 1 });
    println!("{} {} {} {}", s == "hello", s != "hello", s < "help", "b" > "abc");
    println!("{}", pick(1));
    let mut m = "a";
    for i in 0..3 { if i == 1 { m = pick(i); } }
    println!("{m}");
    unsafe { CURRENT = "then"; let c = CURRENT; println!("{c}"); }
    let o: Option<&str> = Some("in"); println!("{:?} {}", o, std::mem::size_of::<Option<&str>>());
    let p = &s; println!("{} {}", p, **p == *"hello");
    let tup = ("a", 1u8, "b"); println!("{:?} {}", tup, tup.2);
    assert_eq!(s, "hello");
    assert_eq!(s, "help", "they differ: {}", t);
}
