fn give(n: i32) -> Box<i32> { Box::new(n) }
fn small(n: i32) -> i32 { n * 2 }
fn five() -> &'static i32 { &5 }
fn table() -> &'static [u8; 3] { &[1, 2, 3] }
fn slice() -> &'static [u16] { &[7, 8] }
fn pair() -> &'static (i32, bool) { &(4, true) }
fn pick(c: bool) -> &'static i64 { if c { &-1 } else { match c { true => &2, false => &3 } } }
fn bigger<'a>(a: &'a i32, b: &'a i32) -> &'a i32 { if *a > *b { a } else { b } }
const K: i32 = 12;
fn clobber() -> u64 { let a = [0xffu64; 40]; let mut t = 0; let mut i = 0; while i < 40 { t += a[i]; i += 1; } t }
struct Holder<'a> { r: &'a i32, b: Box<i32> }
fn main() {
    more();
    let c = std::hint::black_box(true);
    let (f, t, s, p, q) = (five(), table(), slice(), pair(), pick(c));
    println!("{}", clobber());
    println!("{} {:?} {} {} {} {}", f, t, s[1], p.0, p.1, q);
    let x = 1;
    let mut r = &x;
    let mut i = 0;
    while i < 2 { r = if i == 0 { &70 } else { &K }; i += 1; }
    println!("{}", clobber());
    println!("{}", r);
    println!("{}", bigger(&small(3), &*give(5)));
    let h = Holder { r: if c { &small(4) } else { &1 }, b: give(6) };
    println!("{}", clobber());
    println!("{} {}", h.r, h.b);
    let h2 = &Holder { r: &small(40), b: Box::new(60) };
    println!("{} {}", h2.r, h2.b);
    let arr = [&small(1), if c { &small(2) } else { &small(3) }];
    println!("{} {}", arr[0], arr[1]);
    let b = &mut *give(3);
    *b += 1;
    println!("{}", b);
    let v = 'l: { if c { break 'l give(1); } give(2) };
    println!("{}", v);
    let w = { let y = 3; &small(y) };
    println!("{}", w);
    let z: &Box<i32> = match std::hint::black_box(2) { 1 => &give(1), n if n > 5 => &give(n), n => { let m = n * 3; &give(m) } };
    println!("{}", z);
    let mut k = 0;
    let total = loop {
        let e = if k % 2 == 0 { &give(k) } else { &give(-k) };
        if k == 4 { break **e + k; }
        k += 1;
        if k == 2 { continue; }
    };
    println!("{}", total);
    let deep = &(&give(5), [&small(6)]);
    println!("{} {}", deep.0, deep.1[0]);
    let cast = &(small(7) as u8);
    println!("{}", cast);
    let rawp = &raw const *give(9);
    let _ = rawp;
    let g = &mut [give(1), give(2)];
    *g[1] += 5;
    println!("{} {}", g[0], g[1]);
}
fn more() {
    let mut out = &1;
    { let r = &5; out = r; }
    println!("{} {}", clobber(), out);
    let mut pairs: &[(i32, u64)] = &[];
    { let r = &[(1, 2), (3, 4)]; pairs = r; }
    println!("{} {} {}", clobber(), pairs.len(), pairs[1].1);
    let big = &[7u16; 3000];
    println!("{}", big[2999]);
    let r = &mut K;
    *r += 1;
    println!("{} {}", r, K);
    let c = std::hint::black_box(false);
    let s = if c { &mut K } else { &mut 5 };
    *s += 1;
    println!("{} {} {}", clobber(), s, K);
    let p = &K as *const i32;
    println!("{}", unsafe { *p });
    let t = &-(3 + 4i64);
    println!("{}", t);
    let u = &(K * 2);
    println!("{}", u);
    let w = &[give(3), give(4)];
    println!("{}", w[1]);
    let x = &{ 5 + 1 };
    println!("{}", x);
}
