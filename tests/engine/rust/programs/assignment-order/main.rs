use std::hint::black_box;
fn note(n: u32) -> usize { println!("note {n}"); 0 }
fn change(x: &mut u32) -> usize { *x += 100; 0 }
fn give(r: &mut u32, n: u32) -> &mut u32 { println!("give {n}"); *r += 7; r }
fn main() {
    let mut a = [1u32, 2];
    a[note(1)] = note(2) as u32;
    a[note(3)] += note(4) as u32;
    a[note(5)] += &(note(6) as u32);
    let mut s = 3u32;
    a[note(7)] <<= &(note(8) as i8);
    s += &a[note(9)];
    println!("{s} {:?}", a);
    let mut x = 5u32;
    a[change(&mut x)] = x;
    println!("{x} {:?}", a);
    a[change(&mut x)] = x + 1;
    println!("{x} {:?}", a);
    a[change(&mut x)] = x / 3;
    println!("{x} {:?}", a);
    a[change(&mut x)] = -(x as i32) as u32 & 255;
    println!("{x} {:?}", a);
    a[change(&mut x)] += x;
    println!("{x} {:?}", a);
    let mut y = 1u32;
    *give(&mut a[0], 1) = y / black_box(1);
    *give(&mut y, 2) += a[0];
    println!("{y} {:?}", a);
    let mut n = [[0i32; 2]; 2];
    n[note(1)][note(2)] = n[note(3)][note(4)] << black_box(3);
    let mut t = (1, 2);
    (a[note(1)], t.0) = (note(2) as u32, note(3));
    println!("{:?} {:?}", n, t);
    let z = black_box(0u32);
    a[note(1) + black_box(9)] += &(1 / z);
}
