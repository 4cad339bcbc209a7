use std::any::{Any, TypeId};

mod a {
    pub struct P(pub u8);
}
mod b {
    pub struct P(pub u64);
}
enum E {
    A,
    B(u8),
}
impl E {
    fn size<T>() -> usize {
        std::mem::size_of::<T>()
    }
}

fn main() {
    println!("{}", TypeId::of::<a::P>() == TypeId::of::<b::P>());
    println!("{}", TypeId::of::<a::P>() == TypeId::of::<a::P>());
    let one: Box<dyn Any> = Box::new(a::P(7));
    println!("{:?}", one.downcast_ref::<b::P>().map(|p| p.0));
    println!("{:?}", one.downcast_ref::<a::P>().map(|p| p.0));
    println!("{}", E::size::<u64>());
    for each in [E::A, E::B(3)] {
        match each {
            E::A => println!("a"),
            E::B(value) => println!("b {value}"),
        }
    }
}
