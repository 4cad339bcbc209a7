struct M(u32);
impl From<M> for u64 { fn from(m: M) -> u64 { m.0 as u64 } }
impl From<u8> for M { fn from(x: u8) -> M { M(u32::from(x) + 1) } }
fn wide<T: Into<i64>>(x: T) -> i64 { x.into() }
fn small(x: u8) -> Result<u8, u16> { if x > 3 { Err(x as u16) } else { Ok(x) } }
fn up(x: u8) -> Result<u8, u32> { let y = small(x)?; Ok(y) }
fn main() {
    let x: u8 = 200;
    let z: u64 = x.into();
    let c: char = 65u8.into();
    let n: u32 = 'z'.into();
    let b = i32::from(true);
    let s = i64::from(-5i8);
    let u = usize::from(7u16);
    let m: M = 9.into();
    let t: u64 = m.into();
    let same: u8 = x.into();
    println!("{z} {c} {n} {b} {s} {u} {t} {same} {} {} {}", wide(-3i32), wide(4u32), wide(true));
    println!("{:?} {:?}", up(2), up(9));
}
