static mut COUNTER: u32 = 0;
static LIMITS: [u32; 3] = [10, 20, 30];
fn tick() -> u32 { unsafe { COUNTER += 1; COUNTER } }
fn main() { for i in 0..3 { while tick() < LIMITS[i] {} println!("{}", unsafe { COUNTER }); } }
