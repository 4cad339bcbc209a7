use std::mem::{self, MaybeUninit};
use std::ptr::{self, NonNull};
struct Stack<T> {
    head: *mut Node<T>,
    len: usize,
}
struct Node<T> {
    value: T,
    next: *mut Node<T>,
}
impl<T> Stack<T> {
    fn new() -> Self {
        Stack {
            head: ptr::null_mut(),
            len: 0,
        }
    }
    fn push(&mut self, value: T) {
        self.head = Box::into_raw(Box::new(Node {
            value,
            next: self.head,
        }));
        self.len += 1;
    }
    fn pop(&mut self) -> Option<T> {
        if self.head.is_null() {
            return None;
        }
        let node = unsafe { Box::from_raw(self.head) };
        self.head = node.next;
        self.len -= 1;
        Some(node.value)
    }
    fn peek(&self) -> Option<&T> {
        unsafe { self.head.as_ref().map(|n| &n.value) }
    }
}
impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        while self.pop().is_some() {}
    }
}
struct Noisy(u8);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}
struct List {
    head: Option<NonNull<N2>>,
}
struct N2 {
    v: i32,
    next: Option<NonNull<N2>>,
}
impl List {
    fn push(&mut self, v: i32) {
        let b = Box::new(N2 { v, next: self.head });
        self.head = NonNull::new(Box::into_raw(b));
    }
    fn sum(&self) -> i32 {
        let mut t = 0;
        let mut c = self.head;
        while let Some(p) = c {
            unsafe {
                t += p.as_ref().v;
                c = (*p.as_ptr()).next;
            }
        }
        t
    }
}
impl Drop for List {
    fn drop(&mut self) {
        while let Some(p) = self.head {
            let b = unsafe { Box::from_raw(p.as_ptr()) };
            self.head = b.next;
        }
    }
}
fn main() {
    let mut s = Stack::new();
    for i in 0..4 {
        s.push(Noisy(i));
    }
    println!("{} {:?}", s.len, s.peek().map(|n| n.0));
    drop(s.pop());
    println!("left");
    drop(s);
    let x: &'static mut i32 = Box::leak(Box::new(41));
    *x += 1;
    println!("{x}");
    let mut a = [1u32, 2, 3, 4];
    unsafe {
        ptr::swap(&mut a[0], &mut a[3]);
        let p = a.as_mut_ptr();
        println!("{}", p.add(3).offset_from(p));
        ptr::copy_nonoverlapping(p, p.add(2), 1);
        println!("{:?}", a);
        println!("{}", ptr::read(p.cast::<u8>()));
        ptr::write(p.add(1), 77);
        println!("{:?}", a);
        println!("{}", ptr::replace(&mut a[1], 5));
    }
    let bits: u32 = unsafe { mem::transmute(1.0f32) };
    println!("{bits:#x}");
    let arr: [u8; 4] = unsafe { mem::transmute(0x01020304u32) };
    println!("{arr:?}");
    let f: fn(i32) -> i32 = |x| x + 1;
    let g: usize = unsafe { mem::transmute(f) };
    println!("{}", g != 0);
    let mut l = List { head: None };
    l.push(1);
    l.push(20);
    println!("{}", l.sum());
    let mut u = MaybeUninit::<[u16; 3]>::uninit();
    unsafe {
        u.as_mut_ptr().write([1, 2, 3]);
        println!("{:?}", u.assume_init());
    }
    println!(
        "{} {}",
        mem::needs_drop::<String>(),
        mem::needs_drop::<u8>()
    );
    let z: (u8, u32) = unsafe { mem::zeroed() };
    println!("{z:?}");
    let b: Box<dyn Fn(i32) -> i32> = Box::new(move |y| y + bits as i32 % 7);
    let raw = Box::into_raw(b);
    let back = unsafe { Box::from_raw(raw) };
    println!("{}", back(1));
    let v = vec![1, 2, 3];
    let mut v = mem::ManuallyDrop::new(v);
    let (p, n, c) = (v.as_mut_ptr(), v.len(), v.capacity());
    let w = unsafe { Vec::from_raw_parts(p, n, c) };
    println!("{w:?}");
    let r = &a[1] as *const u32;
    println!("{}", unsafe { *r.wrapping_add(1) });
    println!("{}", NonNull::from(&a[0]) == NonNull::from(&a[0]));
    println!("{}", ptr::eq(&a[0], &a[1]));
}
