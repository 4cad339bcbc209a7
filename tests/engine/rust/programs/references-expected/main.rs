fn f(b: bool) -> Result<i32, &'static [u8]> { if b { Err(&[1, 2]) } else { Ok(3) } }
struct W<T> { a: T }
fn g<'a>(x: &'a mut i32) -> Option<&'a i32> { Some(x) }
fn main() { println!("{:?} {:?}", f(true), f(false)); let o: Option<&[i32]> = Some(&[1, 2, 3]); println!("{:?}", o); let w: W<&[u8]> = W { a: &[4] }; println!("{:?}", w.a); let mut n = 4; println!("{:?}", g(&mut n));
 let r: Result<Option<u8>, ()> = Ok(Some(3)); println!("{:?}", r); let v: Option<Option<&[i32]>> = Some(Some(&[1])); println!("{:?}", v); }
