const N: usize = 2;
const WIDE: usize = N * 3;
fn main() { let mut grid = [[0u8; WIDE]; N]; grid[N - 1][WIDE - 1] = N as u8; println!("{:?}", grid); let fixed = [N; WIDE]; println!("{:?} {}", fixed, fixed.len()); let inner = [[[1i8; N]; 1]; N]; println!("{:?}", inner); }
