struct S<'a> { r: &'a i32 }
struct T<'b> { s: S<'b>, n: u8 }
fn first<'b>(s: S<'b>, _t: &S<'_>) -> &'b i32 { s.r }
fn fixed() -> S<'static> { S { r: &1 } }
fn one(a: &'_ i32) -> &'_ i32 { a }
fn part<'a>(x: &'a mut [i32; 3]) -> &'a mut [i32] { &mut x[1..] }
fn field<'a>(s: S<'a>) -> &'a i32 { &s.r }
fn raw(raw: u8) -> u8 { let union = &raw; *union }
fn main() {
    let t = T { s: S { r: &4 }, n: 2 };
    println!("{} {} {}", t.s.r, t.n, first(S { r: &3 }, &t.s));
    println!("{} {} {}", fixed().r, one(&2), field(S { r: &5 }));
    let mut a = [3, 1, 2];
    part(&mut a)[0] = 7;
    println!("{:?} {}", a, raw(9));
    let raw = [1, 2];
    let p = &raw const raw[1];
    println!("{} {}", &raw[0], unsafe { *p });
}
