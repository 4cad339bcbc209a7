//# reborrow-used-first
fn main() {
    let mut x = 1;
    let a = &mut x;
    let b = &mut *a;
    *b += 1;
    *a += 1;
}
//# reborrow-used-last
fn main() {
    let mut x = 1;
    let a = &mut x;
    let b = &mut *a;
    *a += 1;
    *b += 1;
}
//# reborrow-shared
fn main() {
    let mut x = 1;
    let a = &mut x;
    let b = &*a;
    println!("{}", b);
    *a += 1;
}
//# reborrow-shared-late
fn main() {
    let mut x = 1;
    let a = &mut x;
    let b = &*a;
    *a += 1;
    println!("{}", b);
}
//# moved-reference
fn main() {
    let mut x = 1;
    let a = &mut x;
    let b = a;
    *b += 1;
    *a += 1;
}
//# annotated-reference
fn main() {
    let mut x = 1;
    let a = &mut x;
    let b: &mut i32 = a;
    *b += 1;
    *a += 1;
}
//# passed-reference
fn add(r: &mut i32) {
    *r += 1;
}
fn main() {
    let mut x = 1;
    let a = &mut x;
    add(a);
    add(a);
    *a += 1;
}
//# reference-in-tuple
fn main() {
    let mut x = 1;
    let a = &mut x;
    let t = (a, 1);
    *t.0 += 1;
    *a += 1;
}
//# reference-in-struct
struct M<'a> { r: &'a mut i32 }
fn main() {
    let mut x = 1;
    let a = &mut x;
    let m = M { r: a };
    *m.r += 1;
    *a += 1;
}
//# reference-in-struct-late
struct M<'a> { r: &'a mut i32 }
fn main() {
    let mut x = 1;
    let a = &mut x;
    let m = M { r: a };
    *a += 1;
    *m.r += 1;
}
//# reference-black-box
fn main() {
    let mut x = 1;
    let a = &mut x;
    let b = std::hint::black_box(a);
    *b += 1;
    *a += 1;
}
//# reference-dropped
fn main() {
    let mut x = 1;
    let a = &mut x;
    drop(a);
    *a += 1;
}
//# reference-returned
fn f(a: &mut i32) -> &mut i32 {
    *a += 1;
    a
}
fn main() {
    let mut x = 1;
    *f(f(&mut x)) += 1;
    println!("{}", x);
}
//# fields-through-reference
struct P { x: i32, y: i32 }
fn main() {
    let mut p = P { x: 1, y: 2 };
    let r = &mut p;
    let a = &mut r.x;
    let b = &mut r.y;
    *a += 1;
    *b += 1;
    r.x = 3;
}
//# field-through-reference-twice
struct P { x: i32, y: i32 }
fn main() {
    let mut p = P { x: 1, y: 2 };
    let r = &mut p;
    let a = &mut r.x;
    let b = &mut r.x;
    *a += 1;
    *b += r.y;
}
//# shared-through-mutable
fn main() {
    let mut x = 1;
    let mut r = &mut x;
    let s = &r;
    println!("{}", s);
    let mut y = 2;
    r = &mut y;
    *r += 1;
}
//# write-through-shared-of-mutable
fn main() {
    let mut x = 1;
    let r = &mut x;
    let s = &r;
    **s = 3;
}
//# mutable-through-shared
fn main() {
    let mut x = 1;
    let r = &mut x;
    let s = &r;
    let t = &mut **s;
    *t = 1;
}
//# reborrow-ends-reference
fn main() {
    let mut x = 1;
    let r;
    {
        let a = &mut x;
        r = &mut *a;
    }
    *r += 1;
}
//# reference-to-reference-ends
fn main() {
    let mut x = 1;
    let r;
    {
        let a = &mut x;
        r = &mut **&mut *a;
    }
    *r += 1;
}
//# copy-of-shared-outlives
fn main() {
    let x = 1;
    let r;
    {
        let a = &x;
        r = a;
    }
    println!("{}", r);
}
//# deref-of-double-outlives
fn main() {
    let x = 1;
    let r;
    {
        let a = &x;
        let b = &a;
        r = *b;
    }
    println!("{}", r);
}
//# double-itself
fn main() {
    let x = 1;
    let r;
    {
        let a = &x;
        r = &a;
    }
    println!("{}", r);
}
//# reassigned-reference-frees
fn main() {
    let (mut x, mut y) = (1, 2);
    let mut r = &mut x;
    *r += 1;
    r = &mut y;
    x += 1;
    *r += x;
}
//# conditional-reassign
fn main() {
    let (mut x, mut y) = (1, 2);
    let mut r = &mut x;
    if *r > 0 {
        r = &mut y;
    }
    x += 1;
    *r += 1;
}
//# box-through-reference
fn main() {
    let mut b = Box::new(1);
    let r = &mut b;
    **r += 1;
    *r = Box::new(2);
    println!("{}", b);
}
//# take-box-through-reference
fn main() {
    let mut b = Box::new(1);
    let r = &mut b;
    let c = *r;
    println!("{}", c);
}
//# slice-coercion-reborrows
fn zero(s: &mut [i32]) {
    s[0] = 0;
}
fn main() {
    let mut a = [1, 2];
    let r = &mut a;
    zero(r);
    zero(r);
    r[1] = 3;
}
//# pointer-coercion
fn main() {
    let mut x = 1;
    let r = &mut x;
    let p: *mut i32 = r;
    unsafe { *p += 1; }
    *r += 1;
}
//# pointer-cast-reborrows
fn main() {
    let mut x = 1;
    let r = &mut x;
    let p = r as *mut i32;
    *r += 1;
    unsafe { *p += 1; }
}
//# compare-references
fn main() {
    let mut x = 1;
    let a = &mut x;
    let b = &1;
    println!("{}", *a == *b);
    *a += 1;
}
//# method-on-reference
fn main() {
    let mut a = [1, 2];
    let r = &mut a;
    let n = r.len();
    r[n - 1] = 3;
}
//# index-through-reference
fn main() {
    let mut a = [1, 2];
    let r = &mut a;
    r[0] = r[1];
    let s = &r[0];
    r[1] = 2;
    println!("{}", s);
}
//# nested-mutable
fn main() {
    let mut x = 1;
    let mut a = &mut x;
    let b = &mut a;
    **b += 1;
    *a += 1;
    println!("{}", x);
}
//# nested-mutable-conflict
fn main() {
    let mut x = 1;
    let mut a = &mut x;
    let b = &mut a;
    *a += 1;
    **b += 1;
}
