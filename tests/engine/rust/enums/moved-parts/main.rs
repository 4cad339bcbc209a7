enum E { A(Box<i32>, Box<i32>), B(Box<[i32; 100]>), C }
struct S { a: Box<i32>, e: E }
fn make(k: i32) -> E { if k % 3 == 0 { E::A(Box::new(k), Box::new(k + 1)) } else if k % 3 == 1 { E::B(Box::new([k; 100])) } else { E::C } }
fn take(e: E, c: bool) -> i32 {
    match e {
        E::A(x, _) => { if c { *x } else { let y = x; *y + 1 } }
        E::B(b) => b[3],
        E::C => 0,
    }
}
fn keep(s: S, c: bool) -> i32 {
    if c { let e = s.e; return take(e, c); }
    *s.a
}
fn opt(o: Option<Box<i32>>, c: bool) -> i32 { if c { match o { Some(b) => *b, None => 1 } } else { 2 } }
fn main() {
    let mut i = 0;
    let mut sum = 0;
    while i < 300 {
        sum += take(make(i), i % 2 == 0);
        sum += keep(S { a: Box::new(i), e: make(i) }, i % 5 == 0);
        sum += opt(Some(Box::new(i)), i % 2 == 1);
        sum += opt(None, i % 2 == 1);
        let mut e = make(i);
        if i % 7 == 0 { e = make(i + 1); }
        let r = match &e { E::A(p, q) => **p + **q, E::B(b) => b[0], E::C => 5 };
        sum = (sum + r) % 1000003;
        i += 1;
    }
    println!("{}", sum);
}
