/** `Cell`, `RefCell`, `OnceCell`: what may change behind a `&`. */
export const CELL = `
pub mod cell {
    /** Whoever looks at it from outside looks at it through a pointer. */
    pub struct UnsafeCell<T> {
        value: T,
    }

    impl<T> UnsafeCell<T> {
        pub fn new(value: T) -> UnsafeCell<T> {
            UnsafeCell { value }
        }
        pub fn get(&self) -> *mut T {
            &raw const self.value as *mut T
        }
        pub fn into_inner(self) -> T {
            self.value
        }
    }

    pub struct Cell<T> {
        value: UnsafeCell<T>,
    }

    impl<T> Cell<T> {
        pub fn new(value: T) -> Cell<T> {
            Cell { value: UnsafeCell::new(value) }
        }
        pub fn set(&self, value: T) {
            self.replace(value);
        }
        pub fn replace(&self, value: T) -> T {
            let mut replaced = value;
            std::mem::swap(unsafe { &mut *self.value.get() }, &mut replaced);
            replaced
        }
        pub fn swap(&self, other: &Cell<T>) {
            if self.as_ptr() as usize != other.as_ptr() as usize {
                std::mem::swap(unsafe { &mut *self.value.get() }, unsafe { &mut *other.value.get() });
            }
        }
        pub fn as_ptr(&self) -> *mut T {
            self.value.get()
        }
        pub fn get_mut(&mut self) -> &mut T {
            unsafe { &mut *self.value.get() }
        }
        pub fn into_inner(self) -> T {
            self.value.into_inner()
        }
    }
    impl<T: Copy> Cell<T> {
        pub fn get(&self) -> T {
            unsafe { *self.value.get() }
        }
        pub fn update<F: FnOnce(T) -> T>(&self, change: F) {
            self.set(change(self.get()));
        }
    }
    impl<T: Default> Cell<T> {
        pub fn take(&self) -> T {
            self.replace(T::default())
        }
    }
    impl<T: Copy> Clone for Cell<T> {
        fn clone(&self) -> Cell<T> {
            Cell::new(self.get())
        }
    }
    impl<T: Default> Default for Cell<T> {
        fn default() -> Cell<T> {
            Cell::new(T::default())
        }
    }
    impl<T: Copy + PartialEq> PartialEq for Cell<T> {
        fn eq(&self, other: &Cell<T>) -> bool {
            self.get() == other.get()
        }
    }
    impl<T: Copy + super::fmt::Debug> super::fmt::Debug for Cell<T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            let mut inside = f.begun("Cell", "value");
            super::fmt::Debug::fmt(&self.get(), &mut inside);
            f.close(" ", "}")
        }
    }

    #[derive(Debug)]
    pub struct BorrowError {}
    #[derive(Debug)]
    pub struct BorrowMutError {}

    impl super::fmt::Display for BorrowError {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            write!(f, "already mutably borrowed")
        }
    }
    impl super::fmt::Display for BorrowMutError {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            write!(f, "already borrowed")
        }
    }

    /** Lent so many times; -1 while it may be changed. */
    pub struct RefCell<T> {
        borrow: Cell<isize>,
        value: UnsafeCell<T>,
    }

    pub struct Ref<'b, T> {
        value: &'b T,
        borrow: &'b Cell<isize>,
    }
    pub struct RefMut<'b, T> {
        value: &'b mut T,
        borrow: &'b Cell<isize>,
    }

    impl<T> RefCell<T> {
        pub fn new(value: T) -> RefCell<T> {
            RefCell { borrow: Cell::new(0), value: UnsafeCell::new(value) }
        }
        pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError> {
            let count = self.borrow.get();
            if count < 0 {
                return Err(BorrowError {});
            }
            self.borrow.set(count + 1);
            Ok(Ref { value: unsafe { &*self.value.get() }, borrow: &self.borrow })
        }
        pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError> {
            if self.borrow.get() != 0 {
                return Err(BorrowMutError {});
            }
            self.borrow.set(-1);
            Ok(RefMut { value: unsafe { &mut *self.value.get() }, borrow: &self.borrow })
        }
        pub fn borrow(&self) -> Ref<'_, T> {
            match self.try_borrow() {
                Ok(lent) => lent,
                Err(_) => panic!("RefCell already mutably borrowed"),
            }
        }
        pub fn borrow_mut(&self) -> RefMut<'_, T> {
            match self.try_borrow_mut() {
                Ok(lent) => lent,
                Err(_) => panic!("RefCell already borrowed"),
            }
        }
        pub fn replace(&self, value: T) -> T {
            let mut replaced = value;
            std::mem::swap(&mut *self.borrow_mut(), &mut replaced);
            replaced
        }
        pub fn swap(&self, other: &RefCell<T>) {
            std::mem::swap(&mut *self.borrow_mut(), &mut *other.borrow_mut());
        }
        pub fn as_ptr(&self) -> *mut T {
            self.value.get()
        }
        pub fn get_mut(&mut self) -> &mut T {
            unsafe { &mut *self.value.get() }
        }
        pub fn into_inner(self) -> T {
            self.value.into_inner()
        }
    }
    impl<T: Default> RefCell<T> {
        pub fn take(&self) -> T {
            self.replace(T::default())
        }
    }
    impl<T: Clone> Clone for RefCell<T> {
        fn clone(&self) -> RefCell<T> {
            RefCell::new((*self.borrow()).clone())
        }
    }
    impl<T: Default> Default for RefCell<T> {
        fn default() -> RefCell<T> {
            RefCell::new(T::default())
        }
    }
    impl<T: PartialEq> PartialEq for RefCell<T> {
        fn eq(&self, other: &RefCell<T>) -> bool {
            *self.borrow() == *other.borrow()
        }
    }
    impl<T: super::fmt::Debug> super::fmt::Debug for RefCell<T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            match self.try_borrow() {
                Ok(lent) => {
                    let mut inside = f.begun("RefCell", "value");
                    super::fmt::Debug::fmt(&*lent, &mut inside);
                    f.close(" ", "}")
                }
                Err(_) => {
                    let mut inside = f.begun("RefCell", "value");
                    write!(inside, "<borrowed>");
                    f.close(" ", "}")
                }
            }
        }
    }

    impl<'b, T> super::ops::Deref for Ref<'b, T> {
        type Target = T;
        fn deref(&self) -> &T {
            self.value
        }
    }
    impl<'b, T> super::ops::Deref for RefMut<'b, T> {
        type Target = T;
        fn deref(&self) -> &T {
            self.value
        }
    }
    impl<'b, T> super::ops::DerefMut for RefMut<'b, T> {
        fn deref_mut(&mut self) -> &mut T {
            self.value
        }
    }
    impl<'b, T> Drop for Ref<'b, T> {
        fn drop(&mut self) {
            self.borrow.set(self.borrow.get() - 1);
        }
    }
    impl<'b, T> Drop for RefMut<'b, T> {
        fn drop(&mut self) {
            self.borrow.set(0);
        }
    }
    impl<'b, T: super::fmt::Debug> super::fmt::Debug for Ref<'b, T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            self.value.fmt(f)
        }
    }
    impl<'b, T: super::fmt::Debug> super::fmt::Debug for RefMut<'b, T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            self.value.fmt(f)
        }
    }
    impl<'b, T: super::fmt::Display> super::fmt::Display for Ref<'b, T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            self.value.fmt(f)
        }
    }
    impl<'b, T: super::fmt::Display> super::fmt::Display for RefMut<'b, T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            self.value.fmt(f)
        }
    }
}
`
