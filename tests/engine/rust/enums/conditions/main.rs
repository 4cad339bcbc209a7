#[derive(Debug)]
enum Shape { Circle(u32), Rect { w: u32, h: u32 }, Nothing }
fn area(s: &Shape) -> u32 {
    if let Shape::Circle(r) = s { 3 * r * r }
    else if let Shape::Rect { w, h } = s { w * h }
    else { 0 }
}
fn first(a: Option<u32>) -> u32 {
    let Some(x) = a else { return 99 };
    x + 1
}
fn pair(t: Option<(u32, u32)>) -> u32 {
    let Some((mut a, b)) = t else { panic!("none"); };
    a += b;
    a
}
fn chain(a: Option<u32>, b: bool) -> &'static u32 {
    if b && let Some(n) = a && n > 3 { &1 } else if let None = a { &2 } else { &3 }
}
fn main() {
    println!("{} {} {}", area(&Shape::Circle(2)), area(&Shape::Rect { w: 2, h: 3 }), area(&Shape::Nothing));
    println!("{} {}", first(Some(1)), first(None));
    println!("{}", pair(Some((1, 2))));
    println!("{} {} {} {}", chain(Some(4), true), chain(Some(3), true), chain(None, false), chain(Some(9), false));
    let mut left = Some(3);
    while let Some(n) = left {
        if n == 2 { left = Some(0); continue; }
        if n == 0 { break; }
        println!("left {n}");
        left = if n > 0 { Some(n - 1) } else { None };
    }
    println!("{} {}", matches!(left, Some(1..=3)), matches!(left, Some(n) if n == 0));
    let (mut i, mut seen) = (0, 0);
    while i < 10 && let Some(d) = (if i < 5 { Some(i) } else { None }) { seen += d; i += 1; }
    println!("{i} {seen}");
    loop {
        if let Some(n) = left && n == 0 { break; }
    }
}
