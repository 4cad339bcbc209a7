//# number-from-string
fn main() {
    let n: u8 = "5";
}
//# strings-added
fn main() {
    let s = "a" + "b";
}
//# dangling-string-reference
fn main() {
    let r: &&str;
    {
        let s = "a";
        r = &s;
    }
    println!("{}", r);
}
//# missing-lifetime
fn longest(a: &str, b: &str) -> &str { a }
fn main() {}
//# two-lifetimes
fn first<'a, 'b>(a: &'a str, b: &'b str) -> &'a str { b }
fn main() {}
//# str-alone
fn f(s: str) {}
fn main() {}
//# no-such-method
fn main() {
    let n = "a".size();
}
//# character-for-string
fn f(s: &str) {}
fn main() {
    f('a');
}
//# struct-of-string-without-lifetime
struct S { s: &str }
fn main() {}
//# order-not-derived
#[derive(PartialEq)]
struct S { n: u8 }
fn main() {
    let b = S { n: 1 } < S { n: 2 };
}
