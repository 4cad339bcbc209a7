fn main() {
    let measured = [1.5, 2.25, 3.0];
    let all: f64 = measured.iter().sum();
    let product: f64 = measured.iter().copied().product();
    println!("{all} {product} {}", all / measured.len() as f64);
    println!("{}", vec![1.0f32, 2.0].into_iter().sum::<f32>());
    let none: [f64; 0] = [];
    println!("{:?} {:?}", none.iter().sum::<f64>(), none.iter().product::<f64>());
    let squares: f64 = measured.iter().map(|each| each * each).sum();
    println!("{:.3}", squares.sqrt());
}
