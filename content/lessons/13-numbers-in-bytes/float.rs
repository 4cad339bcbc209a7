fn main() {
    let number: f32 = 0.15625;
    let bits = number.to_bits();
    let sum = 0.1 + 0.2;
    let is_same = sum == 0.3;
}
