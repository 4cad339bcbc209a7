trait T { fn id(&self) -> u32; }
fn a() -> u32 { struct P(u32); impl T for P { fn id(&self) -> u32 { self.0 } } g(P(1)) }
fn b() -> u32 { struct P(u32, u32); impl T for P { fn id(&self) -> u32 { self.1 } } g(P(1, 2)) }
fn g<X: T>(x: X) -> u32 { x.id() }
fn main() { println!("{} {}", a(), b()); }
