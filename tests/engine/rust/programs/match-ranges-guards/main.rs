fn grade(points: u8) -> char { match points { 90..=100 => 'A', 80..90 => 'B', 70 | 71 | 72..=79 => 'C', 0 => '-', _ => 'F' } }
fn main() { let points = [100, 90, 89, 80, 75, 70, 12, 0, 255]; for i in 0..points.len() { print!("{}", grade(points[i])); } println!(); }
