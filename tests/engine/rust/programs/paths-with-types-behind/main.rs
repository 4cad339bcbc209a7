struct S;
impl S {
    fn size<T>() -> usize {
        std::mem::size_of::<T>()
    }
    fn new<T: Default>() -> T {
        T::default()
    }
}
mod m {
    pub struct W<T>(pub T);
    impl<T> W<T> {
        pub fn conv<U: From<T>>(self) -> U {
            U::from(self.0)
        }
        pub fn z<U: Default>(_t: T) -> U {
            U::default()
        }
    }
}
fn main() {
    println!("{} {}", S::size::<u64>(), S::new::<i32>());
    let w = m::W::<u8>(3);
    println!("{}", w.conv::<u32>());
    println!("{}", m::W::<u8>::z::<u16>(1));
    println!("{}", m::W::z::<u16>(1u8));
    println!("{:?}", Option::<u8>::None);
    println!("{:?}", Option::Some::<u8>(1));
}
