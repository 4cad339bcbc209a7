fn largest<T: PartialOrd + Copy>(list: &[T]) -> T {
    let mut best = list[0];
    for i in 1..list.len() { if list[i] > best { best = list[i]; } }
    best
}
fn swap<A, B>(pair: (A, B)) -> (B, A) { (pair.1, pair.0) }
#[derive(Debug, Clone, Copy, PartialEq)]
struct Pair<T> { a: T, b: T }
impl<T> Pair<T> {
    fn new(a: T, b: T) -> Self { Pair { a, b } }
    fn first(&self) -> &T { &self.a }
    fn into_second(self) -> T { self.b }
    fn with<U>(self, other: U) -> (T, U) { (self.a, other) }
}
impl<T: PartialOrd> Pair<T> { fn max(self) -> T { if self.a > self.b { self.a } else { self.b } } }
impl Pair<u8> { fn sum(&self) -> u8 { self.a + self.b } }
struct Stack<T> { top: Option<Box<Node<T>>>, len: usize }
struct Node<T> { value: T, next: Option<Box<Node<T>>> }
impl<T> Stack<T> {
    fn new() -> Stack<T> { Stack { top: None, len: 0 } }
    fn push(&mut self, value: T) { let next = self.top.take(); self.top = Some(Box::new(Node { value, next })); self.len += 1; }
    fn pop(&mut self) -> Option<T> {
        match self.top.take() {
            None => None,
            Some(node) => { let Node { value, next } = *node; self.top = next; self.len -= 1; Some(value) }
        }
    }
    fn peek(&self) -> Option<&T> { if let Some(node) = &self.top { Some(&node.value) } else { None } }
}
fn main() {
    println!("{} {}", largest(&[3, 9, 2]), largest(&['a', 'z', 'c']));
    println!("{:?}", swap((1u8, true)));
    let p = Pair::new(3, 4);
    println!("{} {} {:?}", p.first(), p.max(), p.with('x'));
    println!("{} {}", Pair::<u8>::new(1, 2).sum(), Pair { a: 'q', b: 'b' }.into_second());
    let mut s = Stack::new();
    s.push(Box::new(1)); s.push(Box::new(2));
    println!("{:?} {}", s.peek(), s.len);
    while let Some(b) = s.pop() { println!("{b}"); }
    println!("{:?} {:?}", s.pop(), Some(3).zip(Some('c')));
    let mut o = Some(5);
    if let Some(n) = o.as_mut() { *n += 1; }
    println!("{:?} {:?} {:?} {}", o.take(), o, o.or(Some(1)).ok_or('e'), o.is_none());
    println!("{:?}", Some(Some(1)).flatten());
    let e: Result<u8, char> = Err('x');
    e.unwrap();
}
