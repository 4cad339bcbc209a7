static V: [u64; 4] = [1614700435849369, 5030520783772844032, 130629411844389, 4363988038922010624];
static W: [u32; 4] = [1080872141, 437976711, 1137449370, 3264741376];
fn main() {
    let mut i = 0;
    while i < V.len() {
        let x = f64::from_bits(V[i]);
        let y = f32::from_bits(W[i]);
        println!("{} {:?} {:e} {:.3} {:.0} {:.2e}", x, x, x, x, x, x);
        println!("{} {:?} {:e} {:.1} {:9.4}", y, y, y, y, y);
        println!("{} {} {} {}", x as i32, x as u64, x as i64, y as u8);
        println!("{:?} {:?} {:?} {:?}", x as f32, y as f64, V[i] as f64, V[i] as f32);
        println!("{:?} {:?} {:?} {:?} {:?} {:?} {:?}", x.floor(), x.ceil(), x.round(), x.trunc(), x.fract(), x.abs(), x.signum());
        println!("{:?} {:?} {:?} {:?} {:?}", x.abs().sqrt(), y.abs().sqrt(), x.powi(3), y.powi(-2), x % 7.3);
        println!("{:?} {:?} {:?} {:?} {:?} {:?}", x + y as f64, x * 3.1, y / 3.7, y - 1.1, x.min(y as f64), y.max(0.5));
        println!("{} {} {} {} {:?}", x < y as f64, x == x, x >= 0.0, x != 1.0, x.partial_cmp(&(y as f64)));
        println!("{:?} {:?} {:?} {:?} {}", x.rem_euclid(3.5), x.div_euclid(3.5), x.to_degrees(), y.to_radians(), x.is_normal());
        println!("{:?} {} {}", x.total_cmp(&(y as f64)), x.is_sign_negative(), x.clamp(-5.0, 5.0));
        i += 1;
    }
}
