//# moved-twice
fn twice<T>(x: T) -> (T, T) { (x, x) }
fn main() {}
//# compared-without-bound
fn larger<T>(a: T, b: T) -> bool { a > b }
fn main() {}
//# added-without-bound
fn sum<T>(a: T, b: T) -> T { a + b }
fn main() {}
//# printed-without-bound
fn show<T>(a: T) { println!("{}", a); }
fn main() {}
//# bound-not-met
struct S;
fn f<T: Copy>(x: T) {}
fn main() {
    f(S);
}
//# types-differ
fn same<T>(a: T, b: T) {}
fn main() {
    same(1u8, true);
}
//# type-not-known
fn none<T>() -> Option<T> { None }
fn main() {
    let n = none();
}
//# too-many-types
fn f<T>(x: T) {}
fn main() {
    f::<u8, u8>(1);
}
//# returns-another-type
fn f<T>(x: T) -> T { 1 }
fn main() {}
//# no-method-on-parameter
fn f<T>(x: T) { x.go(); }
fn main() {}
//# moved-out-of-reference
struct P<T> { a: T }
impl<T> P<T> { fn a(&self) -> T { self.a } }
fn main() {}
//# lent-and-changed
struct P<T> { a: T }
impl<T> P<T> {
    fn get(&self) -> &T { &self.a }
    fn set(&mut self, a: T) { self.a = a; }
}
fn main() {
    let mut p = P { a: 1 };
    let r = p.get();
    p.set(2);
    println!("{}", r);
}
//# method-of-another-instance
struct P<T> { a: T }
impl P<u8> { fn byte(&self) -> u8 { self.a } }
fn main() {
    let p = P { a: true };
    p.byte();
}
//# let-alone
fn main() {
    let x = Some(1);
    let y = (let Some(1) = x);
}
//# let-else-goes-on
fn main() {
    let Some(x) = Some(1) else { 2 };
}
//# if-let-moves
fn main() {
    let b = Some(Box::new(1));
    if let Some(inner) = b {
        println!("{}", inner);
    }
    let c = b;
}
//# while-let-lent
fn main() {
    let mut o = Some(1);
    while let Some(n) = &o {
        o = None;
        println!("{}", n);
    }
}
//# name-only-inside
fn main() {
    if let Some(n) = Some(1) {}
    println!("{}", n);
}
//# numbered-items-are-kept
fn main() {
    let mut kept = Vec::new();
    for (at, word) in ["a", "b"].iter().enumerate() {
        kept.push((*word, at));
    }
    let mut all = ["a", "b"].iter().enumerate();
    let (first, second) = (all.next(), all.next());
    println!("{:?} {:?} {:?}", kept, first, second);
}
//# numbered-items-of-what-is-gone
fn main() {
    let first;
    {
        let words = vec![String::new()];
        first = words.iter().enumerate().next();
    }
    println!("{:?}", first);
}
//# items-of-a-filter-and-what-changes
fn main() {
    let mut numbers = vec![1, 2, 3];
    let found = numbers.iter().skip(1).filter(|n| **n > 1).next();
    numbers.push(4);
    println!("{:?}", found);
}
//# pairs-of-two-lists
fn main() {
    let words = vec!["x", "y"];
    let longest;
    {
        let numbers = vec![1, 2];
        longest = words.iter().zip(numbers.iter()).max_by_key(|(w, _)| w.len()).map(|(w, n)| (*w, *n));
    }
    println!("{:?}", longest);
}
//# ones-own-iterator
struct Words<'a> { rest: &'a str }
impl<'a> Iterator for Words<'a> {
    type Item = &'a str;
    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() { return None; }
        let (word, rest) = self.rest.split_at(1);
        self.rest = rest;
        Some(word)
    }
}
fn main() {
    let mut words = Words { rest: "abc" };
    let (a, b) = (words.next(), words.next());
    println!("{:?} {:?}", a, b);
    let peeked: Vec<(usize, &str)> = Words { rest: "abc" }.enumerate().collect();
    println!("{:?}", peeked);
    let one;
    {
        let text = String::from("abc");
        one = Words { rest: &text }.next();
    }
    println!("{:?}", one);
}
