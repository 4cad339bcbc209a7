//! References to parts of values that have no name: what lives for the whole run, for the block, for the statement.
const K: [u8; 4] = [1, 2, 3, 4];

fn give() -> [u16; 3] {
    [7, 8, 9]
}

fn tail() -> &'static [u16] {
    &[1, 2, 3][1..]
}

fn width() -> &'static usize {
    &size_of::<u64>()
}

fn overwritten(fill: u64) -> u64 {
    let noise = [fill; 16];
    noise[3] + noise[15]
}

fn main() {
    let s = &[1, 2, 3][1..];
    let m = &mut [10, 20, 30][1..];
    let b = &Box::new([4, 5, 6])[1..];
    let g = &give()[..2];
    let k = &K[..2];
    let sum = &{ 3 + 4 };
    let t = tail();
    let noise = overwritten(99);
    m[0] += 1;
    println!("{} {} {} {} {} {}", s[0], s[1], m[0], m[1], b[0], b[1]);
    println!("{} {} {} {} {} {}", g[0], g[1], k[0], k[1], sum, noise);
    println!("{} {} {} {}", t[0], t[1], t.len(), width());
    let p = [1u8, 2].as_mut_ptr();
    println!("{}", !p.is_null());
    let r = &[5u8, 6].as_mut_ptr();
    println!("{}", !r.is_null());
    let changed = &mut [1, 2, 3];
    let index = &mut 0;
    for _ in 0..2 {
        *index += 1;
        changed[*index] += *index as i32;
    }
    println!("{} {} {}", changed[0], changed[1], changed[2]);
    let mut word = 40u32;
    let raw = &raw mut word;
    let through = &raw;
    unsafe {
        through.write(through.read() + 2);
        println!("{} {}", word, through.add(0).is_null());
    }
}
