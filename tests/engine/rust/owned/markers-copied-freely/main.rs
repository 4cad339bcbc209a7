use std::marker::PhantomData;
struct Id<T> {
    n: u32,
    _m: PhantomData<T>,
}
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
struct Ref<'a, T>(&'a T);
impl<'a, T> Clone for Ref<'a, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<'a, T> Copy for Ref<'a, T> {}
fn main() {
    let a: Id<String> = Id {
        n: 1,
        _m: PhantomData,
    };
    let b = a;
    println!("{} {}", a.n, b.n);
    let s = String::from("x");
    let r = Ref(&s);
    let q = r;
    println!("{} {}", r.0, q.0);
}
