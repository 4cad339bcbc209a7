use std::error::Error;
use std::iter::{Chain, Cycle};
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::vec::IntoIter;

struct Loud(u8);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[derive(Clone, Copy, PartialEq)]
struct Metres;

#[derive(Clone, Copy, PartialEq)]
struct Length<Unit> {
    value: f64,
    unit: PhantomData<Unit>,
}

fn round(one: Vec<i32>, other: Vec<i32>) -> Cycle<Chain<IntoIter<i32>, IntoIter<i32>>> {
    one.into_iter().chain(other.into_iter()).cycle()
}

fn told() -> Result<(), Box<dyn Error>> {
    Err("told")?
}

fn main() {
    let length: Length<Metres> = Length { value: 2.5, unit: PhantomData };
    let same = length;
    println!("{} {} {}", same.value, length == same, std::mem::size_of::<Length<Metres>>());

    let mut kept = ManuallyDrop::new(Loud(1));
    let never = ManuallyDrop::new(Loud(2));
    kept.0 += 4;
    println!("{} {}", kept.0, std::mem::size_of_val(&never));
    unsafe { ManuallyDrop::drop(&mut kept) };
    let back = ManuallyDrop::into_inner(ManuallyDrop::new(Loud(3)));
    println!("back {}", back.0);

    for each in round(vec![1, 2], vec![3]).take(7) {
        print!("{each} ");
    }
    println!();

    let text: Box<&str> = "in a box".into();
    let fault: Box<dyn Error> = "fault".into();
    println!("{text} {fault} {:?}", told());

    println!("{:?}", std::str::from_utf8(&[104, 0xff]));
    println!("{:?}", std::str::from_utf8(&[0xe2, 0x82]));
    println!("{:?}", std::str::from_utf8(&[0xe2, 0x82, 0x41]));
    match String::from_utf8(vec![104, 0xf0, 0x9f, 0x41]) {
        Ok(text) => println!("{text}"),
        Err(error) => println!("{error:?}: {error}; {:?}", error.utf8_error().error_len()),
    }
}
