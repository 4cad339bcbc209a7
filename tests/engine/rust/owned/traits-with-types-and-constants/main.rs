trait Named { const NAME: char; const N: usize = 3; fn show(&self) { println!("{} {}", Self::NAME, Self::N); } }
struct A; struct B;
impl Named for A { const NAME: char = 'a'; }
impl Named for B { const NAME: char = 'b'; const N: usize = 7; }
fn all<T: Named>(t: T) -> char { t.show(); T::NAME }
struct Stack<T> { top: Option<Box<Node<T>>>, n: usize }
struct Node<T> { v: T, next: Option<Box<Node<T>>> }
impl<T: Clone + Default> Stack<T> {
    fn new() -> Self { Stack { top: None, n: 0 } }
    fn push(&mut self, v: T) { let next = self.top.take(); self.top = Some(Box::new(Node { v, next })); self.n += 1; }
    fn pop(&mut self) -> Option<T> { match self.top.take() { Some(node) => { let n = *node; self.top = n.next; self.n -= 1; Some(n.v) } None => None } }
    fn peek_or_default(&self) -> T { match &self.top { Some(n) => n.v.clone(), None => T::default() } }
}
trait Visitor { type Out; fn visit(&mut self, n: u32); fn done(self) -> Self::Out; }
struct SumV(u32);
struct CountV { n: u8 }
impl Visitor for SumV { type Out = u32; fn visit(&mut self, n: u32) { self.0 += n; } fn done(self) -> u32 { self.0 } }
impl Visitor for CountV { type Out = (u8, bool); fn visit(&mut self, _n: u32) { self.n += 1; } fn done(self) -> (u8, bool) { (self.n, true) } }
fn walk<V: Visitor>(mut v: V) -> V::Out { for i in 0..5 { v.visit(i * i); } v.done() }
trait Double { fn double(self) -> Self; }
impl Double for i32 { fn double(self) -> Self { self * 2 } }
impl<T: Double> Double for (T, T) { fn double(self) -> Self { (self.0.double(), self.1.double()) } }
impl<T: Double> Double for Option<T> { fn double(self) -> Self { match self { Some(x) => Some(x.double()), None => None } } }
fn counter() -> impl Named { A }
trait Base { fn base(&self) -> u8; }
trait Derived: Base { fn twice(&self) -> u8 { self.base() * 2 } }
impl Base for A { fn base(&self) -> u8 { 21 } }
impl Derived for A {}
fn use_derived(d: &impl Derived) -> u8 { d.twice() + d.base() }
fn main() {
    println!("{}{}", all(A), all(B));
    let mut s = Stack::new();
    s.push(1u8); s.push(2);
    println!("{} {:?} {:?} {:?} {}", s.peek_or_default(), s.pop(), s.pop(), s.pop(), s.peek_or_default());
    println!("{} {:?}", walk(SumV(0)), walk(CountV { n: 0 }));
    println!("{:?} {:?}", (3, 4).double(), Some((1, 2)).double());
    counter().show();
    println!("{}", use_derived(&A));
    println!("{} {}", A::NAME, <B as Named>::N);
}
