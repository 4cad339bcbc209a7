#[repr(C, packed(2))]
struct P { a: u8, b: u32, c: u16 }
#[repr(align(16))]
struct A { a: u8 }
struct M { a: u8, b: [u16; 3], c: u8, d: u32 }
fn main() {
    let mut p = P { a: 1, b: 2, c: 3 };
    p.b += 70000;
    let (a, b, c) = (&p.a, p.b, &p.c);
    let d = p.c;
    println!("{} {} {} {} {d}", *a, b, *c, std::mem::size_of::<P>());
    let x = 1u8;
    let a = A { a: 2 };
    let y = [A { a: 2 }, A { a: 3 }];
    let at = &raw const a as usize;
    println!("{} {} {} {}", at % 16, x, y[1].a, std::mem::size_of::<[A; 2]>());
    let m = M { a: 1, b: [2, 3, 4], c: 5, d: 6 };
    let base = &raw const m as usize;
    println!("{} {} {} {}", &raw const m.a as usize - base, &raw const m.b as usize - base, &raw const m.c as usize - base, &raw const m.d as usize - base);
}
