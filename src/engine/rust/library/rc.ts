/** `Rc` and `Weak`: one value with many owners, their number in front of it. */
export const RC = `
pub mod rc {
    use super::cell::Cell;
    use super::intrinsics::{allocate, drop_in_place, forget, release};
    use super::ptr::NonNull;

    #[repr(C)]
    struct RcInner<T> {
        strong: Cell<usize>,
        weak: Cell<usize>,
        value: T,
    }

    pub struct Rc<T> {
        pointer: NonNull<RcInner<T>>,
    }

    /** All that are left of them keep the memory, not the value. */
    pub struct Weak<T> {
        pointer: NonNull<RcInner<T>>,
    }

    fn inner<'a, T>(pointer: NonNull<RcInner<T>>) -> &'a RcInner<T> {
        unsafe { &*pointer.as_ptr() }
    }

    fn let_go<T>(pointer: NonNull<RcInner<T>>) {
        let counts = inner(pointer);
        counts.weak.set(counts.weak.get() - 1);
        if counts.weak.get() == 0 {
            release(pointer.as_ptr() as *mut u8, size_of::<RcInner<T>>());
        }
    }

    impl<T> Rc<T> {
        pub fn new(value: T) -> Rc<T> {
            let first = allocate(size_of::<RcInner<T>>()) as *mut RcInner<T>;
            unsafe {
                first.write(RcInner { strong: Cell::new(1), weak: Cell::new(1), value });
            }
            Rc { pointer: NonNull { pointer: first } }
        }
        pub fn strong_count(this: &Rc<T>) -> usize {
            inner(this.pointer).strong.get()
        }
        pub fn weak_count(this: &Rc<T>) -> usize {
            inner(this.pointer).weak.get() - 1
        }
        pub fn downgrade(this: &Rc<T>) -> Weak<T> {
            let counts = inner(this.pointer);
            counts.weak.set(counts.weak.get() + 1);
            Weak { pointer: this.pointer }
        }
        pub fn ptr_eq(this: &Rc<T>, other: &Rc<T>) -> bool {
            this.pointer.as_ptr() as usize == other.pointer.as_ptr() as usize
        }
        pub fn as_ptr(this: &Rc<T>) -> *const T {
            &raw const inner(this.pointer).value
        }
        pub fn get_mut(this: &mut Rc<T>) -> Option<&mut T> {
            if Rc::strong_count(this) == 1 && Rc::weak_count(this) == 0 {
                Some(unsafe { &mut (*this.pointer.as_ptr()).value })
            } else {
                None
            }
        }
        pub fn try_unwrap(this: Rc<T>) -> Result<T, Rc<T>> {
            if Rc::strong_count(&this) != 1 {
                return Err(this);
            }
            let pointer = this.pointer;
            forget(this);
            let value = unsafe { (&raw const (*pointer.as_ptr()).value).read() };
            inner(pointer).strong.set(0);
            let_go(pointer);
            Ok(value)
        }
        pub fn into_inner(this: Rc<T>) -> Option<T> {
            Rc::try_unwrap(this).ok()
        }
    }
    impl<T: Clone> Rc<T> {
        pub fn make_mut(this: &mut Rc<T>) -> &mut T {
            if Rc::strong_count(this) != 1 || Rc::weak_count(this) != 0 {
                let own = Rc::new(inner(this.pointer).value.clone());
                *this = own;
            }
            unsafe { &mut (*this.pointer.as_ptr()).value }
        }
        pub fn unwrap_or_clone(this: Rc<T>) -> T {
            match Rc::try_unwrap(this) {
                Ok(value) => value,
                Err(shared) => inner(shared.pointer).value.clone(),
            }
        }
    }

    impl<T> Clone for Rc<T> {
        fn clone(&self) -> Rc<T> {
            let counts = inner(self.pointer);
            counts.strong.set(counts.strong.get() + 1);
            Rc { pointer: self.pointer }
        }
    }
    impl<T> Drop for Rc<T> {
        fn drop(&mut self) {
            let counts = inner(self.pointer);
            counts.strong.set(counts.strong.get() - 1);
            if counts.strong.get() == 0 {
                drop_in_place(unsafe { &raw mut (*self.pointer.as_ptr()).value });
                let_go(self.pointer);
            }
        }
    }
    impl<T> super::ops::Deref for Rc<T> {
        type Target = T;
        fn deref(&self) -> &T {
            &inner(self.pointer).value
        }
    }
    impl<T: Default> Default for Rc<T> {
        fn default() -> Rc<T> {
            Rc::new(T::default())
        }
    }
    impl<T> From<T> for Rc<T> {
        fn from(value: T) -> Rc<T> {
            Rc::new(value)
        }
    }
    impl<T: PartialEq> PartialEq for Rc<T> {
        fn eq(&self, other: &Rc<T>) -> bool {
            inner(self.pointer).value == inner(other.pointer).value
        }
    }
    impl<T: super::fmt::Debug> super::fmt::Debug for Rc<T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            inner(self.pointer).value.fmt(f)
        }
    }
    impl<T: super::fmt::Display> super::fmt::Display for Rc<T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            inner(self.pointer).value.fmt(f)
        }
    }

    impl<T> Weak<T> {
        pub fn new() -> Weak<T> {
            Weak { pointer: NonNull { pointer: usize::MAX as *mut RcInner<T> } }
        }
        fn leads_nowhere(&self) -> bool {
            self.pointer.as_ptr() as usize == usize::MAX
        }
        pub fn upgrade(&self) -> Option<Rc<T>> {
            if self.leads_nowhere() || inner(self.pointer).strong.get() == 0 {
                return None;
            }
            let counts = inner(self.pointer);
            counts.strong.set(counts.strong.get() + 1);
            Some(Rc { pointer: self.pointer })
        }
        pub fn strong_count(&self) -> usize {
            if self.leads_nowhere() { 0 } else { inner(self.pointer).strong.get() }
        }
        pub fn weak_count(&self) -> usize {
            if self.leads_nowhere() || inner(self.pointer).strong.get() == 0 {
                0
            } else {
                inner(self.pointer).weak.get() - 1
            }
        }
        pub fn ptr_eq(&self, other: &Weak<T>) -> bool {
            self.pointer.as_ptr() as usize == other.pointer.as_ptr() as usize
        }
    }
    impl<T> Clone for Weak<T> {
        fn clone(&self) -> Weak<T> {
            if !self.leads_nowhere() {
                let counts = inner(self.pointer);
                counts.weak.set(counts.weak.get() + 1);
            }
            Weak { pointer: self.pointer }
        }
    }
    impl<T> Drop for Weak<T> {
        fn drop(&mut self) {
            if !self.leads_nowhere() {
                let_go(self.pointer);
            }
        }
    }
    impl<T> Default for Weak<T> {
        fn default() -> Weak<T> {
            Weak::new()
        }
    }
    impl<T> super::fmt::Debug for Weak<T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            write!(f, "(Weak)")
        }
    }
}
`
