fn main() {
    let v = [10u8, 20, 30];
    let (x, b) = (1u8, std::hint::black_box(true));
    println!("{}", v[(if b { x } else { 0 }) as usize]);
    println!("{}", v[std::hint::black_box(x) as usize + 1]);
    println!("{}", v[(match x { 1 => x + 1, _ => x }) as usize % 2]);
    println!("{}", (loop { break x; }) as i64 - 5);
    println!("{} {}", { x } as u32, { 300 } as u64);
    println!("{} {}", -1 as i64, !0 as u8);
}
