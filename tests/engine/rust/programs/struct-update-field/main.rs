struct Inner { low: u16, high: u16 }
struct Outer { id: u8, inner: Inner, flag: bool }
fn main() { let mut o = Outer { id: 1, inner: Inner { low: 2, high: 3 }, flag: false }; o.inner.high += 40; o.flag = !o.flag; { let r = &mut o.inner; r.low = r.high; } println!("{} {} {} {}", o.id, o.inner.low, o.inner.high, o.flag); }
