type A = u8; struct S { x: i32 } type B = S; impl B { fn n(&self) -> i32 { self.x } const K: u8 = 4; } type O<T> = Option<T>;
fn main() { let x: A = 3; let s = B { x: 4 }; println!("{} {} {}", x, s.n(), B::K); let o: O<O<u8>> = O::Some(O::None); println!("{:?} {:?}", o, O::<u8>::Some(3)); }
