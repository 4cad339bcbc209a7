static mut NUMBERS: [u32; 64] = [3; 64];

fn main() {
    let mut sum: u32 = 0;
    let mut at = 0;
    while at < 64 {
        sum += unsafe { NUMBERS[at] };
        at += 1;
    }
    println!("{sum}");
}
