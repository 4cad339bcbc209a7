use std::any::{Any, TypeId};
use std::fmt::{self, Write};
trait Component: Any {
    fn name(&self) -> String;
    fn as_any(&self) -> &dyn Any;
    fn as_any_mut(&mut self) -> &mut dyn Any;
}
struct A(i32);
struct B {
    s: String,
}
impl Component for A {
    fn name(&self) -> String {
        "A".into()
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}
impl Component for B {
    fn name(&self) -> String {
        self.s.clone()
    }
    fn as_any(&self) -> &dyn Any {
        self
    }
    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}
fn same<T: 'static, U: 'static>(_: &T, _: &U) -> bool {
    TypeId::of::<T>() == TypeId::of::<U>()
}
struct Upper(String);
impl Write for Upper {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.0.push_str(&s.to_uppercase());
        Ok(())
    }
}
fn main() {
    let mut all: Vec<Box<dyn Component>> = vec![Box::new(A(3)), Box::new(B { s: "bee".into() })];
    for c in &all {
        if let Some(a) = c.as_any().downcast_ref::<A>() {
            println!("A {}", a.0);
        } else {
            println!("not A: {}", c.name());
        }
    }
    if let Some(b) = all[1].as_any_mut().downcast_mut::<B>() {
        b.s.push('!');
    }
    println!("{}", all[1].name());
    println!("{} {}", same(&1, &2), same(&1, &2u8));
    let v: Vec<Box<dyn Any>> = vec![Box::new(1i32), Box::new(7u8), Box::new(String::from("s"))];
    for x in v {
        match x.downcast::<i32>() {
            Ok(n) => println!("int {n}"),
            Err(x) => println!("other {}", x.is::<u8>()),
        }
    }
    let mut s = String::new();
    s.write_str("ab").unwrap();
    s.write_char('c').unwrap();
    write!(&mut s, "{:?}", (1, 2)).unwrap();
    writeln!(s, "x").unwrap();
    println!("{s}");
    let mut u = Upper(String::new());
    u.write_str("hello").unwrap();
    u.write_char('z').unwrap();
    let bx: Box<dyn Any> = Box::new(2.5f64);
    println!("{} {:?}", bx.is::<f64>(), bx.downcast::<f64>().map(|x| *x));
    let bx: Box<dyn Any> = Box::new(2.5f64);
    println!("{:?} {}", bx, (&*bx).type_id() == TypeId::of::<f64>());
    println!("{}", u.0);
}
