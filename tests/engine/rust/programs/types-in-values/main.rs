#[derive(Debug)] struct P<T>(T); #[derive(Debug)] struct Q<T, U> { a: T, b: Option<U> }
fn main() { println!("{:?} {:?} {:?} {:?}", P::<u8>(3), Some::<i64>(4), Option::None::<u8>, Option::<char>::None); println!("{:?}", Q::<u8, bool> { a: 1, b: None }); println!("{:?} {:?}", Ok::<u8, bool>(3), Err::<u8, _>('x')); 
 let mut c = Some('a'); println!("{:?}", c); c = None; println!("{:?}", c); println!("{:?} {:?}", Some(Some(2)).flatten(), None::<u8>.xor(Some(200))); }
