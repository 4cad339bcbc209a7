const N: usize = 6;
fn step(a: &[[u8; N]; N]) -> [[u8; N]; N] { let mut b = [[0; N]; N]; for i in 0..N { for j in 0..N { let mut n = 0; let by = [N - 1, 0, 1]; for p in 0..3 { for q in 0..3 { if p != 1 || q != 1 { n += a[(i + by[p]) % N][(j + by[q]) % N]; } } } b[i][j] = if n == 3 || n == 2 && a[i][j] == 1 { 1 } else { 0 }; } } b }
fn main() { let mut a = [[0u8; N]; N]; a[1][2] = 1; a[2][3] = 1; a[3][1] = 1; a[3][2] = 1; a[3][3] = 1; for _ in 0..4 { a = step(&a); } for i in 0..N { println!("{:?}", a[i]); } }
