const N: usize = 3;
fn product(a: &[[i64; N]; N], b: &[[i64; N]; N]) -> [[i64; N]; N] { let mut c = [[0; N]; N]; for i in 0..N { for j in 0..N { for k in 0..N { c[i][j] += a[i][k] * b[k][j]; } } } c }
fn main() { let a = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]; let unit = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]; println!("{:?}", product(&a, &unit)); println!("{:?}", product(&a, &a)); }
