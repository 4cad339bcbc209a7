#[derive(Debug, PartialEq)]
enum Fault { Zero, Big(u32) }
fn divide(a: u32, b: u32) -> Result<u32, Fault> { if b == 0 { return Err(Fault::Zero); } let q = a / b; if q > 100 { Err(Fault::Big(q)) } else { Ok(q) } }
fn twice(a: u32, b: u32) -> Result<u32, Fault> { let one = divide(a, b)?; let two = divide(one * 10, b)? + divide(a, 1)?; Ok(one + two) }
fn first(x: Option<u8>, y: Option<u8>) -> Option<u16> { let a = x?; let b = y? as u16; Some(a as u16 + b) }
fn boxed(x: Option<Box<i32>>) -> Option<Box<i32>> { let mut b = x?; *b += 1; Some(b) }
fn text(n: i32) -> Result<&'static str, &'static str> { match n { 0 => Ok("fine"), _ => Err("bad") } }
fn both(a: i32, b: i32) -> Result<usize, &'static str> { Ok(text(a)?.len() + text(b)?.len()) }
fn early(v: &[Option<i32>; 3]) -> Option<i32> { let mut s = 0; for i in 0..3 { s += v[i]?; } Some(s) }
fn unit(n: u8) -> Result<(), u8> { if n > 3 { Err(n)?; } Ok(()) }
fn main() {
    println!("{:?} {:?} {:?} {:?}", twice(50, 5), twice(1, 0), twice(5000, 1), twice(90, 1));
    println!("{:?} {:?} {:?}", first(Some(1), Some(2)), first(None, Some(2)), first(Some(1), None));
    println!("{:?} {:?}", boxed(Some(Box::new(4))), boxed(None));
    println!("{:?} {:?} {:?}", both(0, 0), both(0, 1), both(1, 0));
    println!("{:?} {:?}", early(&[Some(1), Some(2), Some(3)]), early(&[Some(1), None, Some(3)]));
    println!("{:?} {:?}", unit(2), unit(9));
}
