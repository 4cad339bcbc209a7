fn nine(a: f64, b: f64, c: f64, d: f64, e: f64, f: f64, g: f64, h: f64, i: f64, j: f32) -> f64 { a - b + c - d + e - f + g - h + i * j as f64 }
fn mixed(a: u8, b: f32, c: u64, d: [f32; 3], e: i64, f: u8, g: u16, h: u32, i: f32) -> f32 { a as f32 + b + c as f32 + d[1] + e as f32 + f as f32 + g as f32 + h as f32 + i }
fn main() {
    println!("{}", nine(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.5, 10.0));
    println!("{}", mixed(1, 2.5, 3, [4.0, 5.0, 6.0], -7, 8, 9, 10, 11.25));
    let name = "width"; let p = 3;
    println!("[{:10.3}] [{:<10.1$}] [{:.*}] [{:>w$.p$}] [{:.2}]", 3.14159, 2, 1, 2.55, 9.87654, "abcdef", w = 12);
    println!("{:5}|{:<8}|{:^8}|{:>8}|{name:-^11}", 1.5, 2.5, 3.5, -4.5);
    println!("{}", f64::NAN.max(1.0).clamp(3.0, 2.0));
}
