struct Pair { a: Option<Box<u8>>, b: Option<Box<u8>> }
fn f(p: Pair) -> Option<u8> { let a = p.a?; let b = p.b?; Some(*a + *b) }
fn g(p: &Pair) -> Option<&Box<u8>> { let a = p.a.as_ref()?; Some(a) }
fn h(p: &mut Option<u8>) -> Option<()> { *p.as_mut()? += 1; Some(()) }
fn k(n: u8) -> Result<u8, &'static str> { let r = loop { let v = if n > 5 { Err("big") } else { Ok(n) }; break v?; }; Ok(r * 2) }
fn main() {
    println!("{:?}", f(Pair { a: Some(Box::new(1)), b: Some(Box::new(2)) }));
    println!("{:?}", f(Pair { a: Some(Box::new(1)), b: None }));
    println!("{:?}", g(&Pair { a: Some(Box::new(7)), b: None }));
    let mut n = Some(3); h(&mut n); println!("{:?} {:?} {:?} {:?}", n, h(&mut None), k(3), k(9));
    let s = "no"; let t = match k(9) { Ok(_) => s, Err(e) => e }; println!("{t}");
}
