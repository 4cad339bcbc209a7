// Each way in which a box is dropped, so often that a small memory would run out if one of them were not.
struct Pair { a: Box<[u64; 300]>, b: u8 }

fn take(b: Box<[u64; 300]>) -> u64 { b[7] }
fn give(i: u64) -> Box<[u64; 300]> { Box::new([i; 300]) }
fn early(i: u64) -> u64 {
    let b = give(i);
    if i % 2 == 0 { return b[0]; }
    let c = give(i + 1);
    b[1] + c[1]
}

fn main() {
    let mut sum = 0u64;
    let mut kept = give(0);
    let mut i = 0u64;
    while i < 100 {
        sum += (*Box::new([i; 300]))[3];
        sum += give(i)[4];
        sum += take(Box::new([i; 300]));
        sum += early(i);
        give(i);
        let _ = give(i);
        let _held = give(i);
        let shadowed = give(i);
        let shadowed = shadowed[2];
        sum += shadowed;
        kept = give(i);
        let pair = Pair { a: give(i), b: 1 };
        sum += pair.a[5] + pair.b as u64;
        let moved = give(i);
        if i % 3 == 0 { sum += take(moved); }
        let inner = { let t = give(i); t[6] };
        sum += inner;
        i += 1;
        if i % 5 == 0 { let _last = give(i); continue; }
        _ = give(i);
        (kept, _) = (give(i), give(i));
        let r = &give(i);
        sum += r[8] + (&give(i))[9];
        if i % 2 == 0 && give(i)[1] > 3 || give(i)[2] > 90 { sum += 1; }
        let mut n = 0;
        while give(n)[0] < 3 { n += 1; if give(n)[1] == 2 { continue; } }
        let ended = loop { if give(n)[4] > 5 { break give(n)[3]; } n += 1; };
        sum += ended + match give(i)[7] { 0..=9 => give(1)[0], m => m };
        let nested = Box::new(give(i));
        sum += (**nested)[0];
    }
    println!("{} {}", sum, kept[9]);
}
