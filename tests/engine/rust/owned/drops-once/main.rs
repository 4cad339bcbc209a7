#[derive(Clone)] struct N(u8);
struct D(u8);
impl Drop for D { fn drop(&mut self) { println!("drop {}", self.0); } }
impl D { fn v(&self) -> u8 { self.0 } }
struct P { a: Box<u8>, b: u8 }
fn eat(d: &D) -> u8 { d.0 }
fn look(p: &Option<D>) -> bool { p.is_none() }
static NO: Option<D> = None;
fn main() {
    let mut d = Box::new(1u8); d = d; println!("{}", d);
    let mut p = P { a: Box::new(3), b: 1 }; p = P { b: 2, ..p }; println!("{} {}", p.a, p.b);
    p.a = p.a; println!("{}", p.a);
    let mut e = D(9); e = e; println!("after"); 
    println!("{}", D(1).v());
    let r = &D(6); println!("{}", r.0);
    println!("{}", eat(&D(7)));
    let s = &[D(8)]; println!("{}", s.len());
    let n: &'static Option<D> = &None::<D>; println!("{}", look(n));
    let k: &'static [D] = &[]; println!("{}", k.len());
    println!("{}", std::mem::size_of_val("abc"));
}
