/** What the library’s Rust is written over: functions without a body, which the compiler writes where they are called. */
export const INTRINSICS = `
pub mod intrinsics {
    pub fn allocate(bytes: usize) -> *mut u8;
    pub fn release(first: *mut u8, bytes: usize);
    pub fn copy_elements<T>(from: *const T, to: *mut T, count: usize);
    pub fn drop_in_place<T>(place: *mut T);
    pub fn forget<T>(value: T);
    pub fn reinterpret<T, U>(value: T) -> U;
    pub fn slice_of<T>(first: *const T, count: usize) -> *const [T];
    pub fn length_of<A>() -> usize;
    pub fn needs_drop<T>() -> bool;
    pub fn anything<T>() -> T;
    pub fn type_number<T: ?Sized>() -> u64;

    /** An array, of any length. */
    pub trait Array {
        type Element;
    }

    pub fn slice<'a, T>(first: *const T, count: usize) -> &'a [T] {
        unsafe { &*slice_of(first, count) }
    }

    pub fn slice_mut<'a, T>(first: *mut T, count: usize) -> &'a mut [T] {
        unsafe { &mut *(slice_of(first as *const T, count) as *mut [T]) }
    }

    pub fn drop_elements<T>(first: *mut T, count: usize) {
        if needs_drop::<T>() {
            let mut index = 0;
            while index < count {
                drop_in_place(unsafe { first.add(index) });
                index += 1;
            }
        }
    }
}

pub mod ptr {
    /** A pointer that leads somewhere. */
    #[valid(1, 18446744073709551615)]
    pub struct NonNull<T> {
        pointer: *mut T,
    }

    impl<T> NonNull<T> {
        /** Aligned, and never followed. */
        pub fn dangling() -> NonNull<T> {
            NonNull { pointer: align_of::<T>() as *mut T }
        }

        pub fn as_ptr(self) -> *mut T {
            self.pointer
        }
    }

    impl<T> Clone for NonNull<T> {
        fn clone(&self) -> NonNull<T> {
            *self
        }
    }
    impl<T> Copy for NonNull<T> {}
}

pub mod marker {
    /** Has no size, and says of a type that it belongs to it as one with a field of \`T\` would. */
    pub struct PhantomData<T: ?Sized>;
    impl<T: ?Sized> Clone for PhantomData<T> {
        fn clone(&self) -> PhantomData<T> {
            PhantomData
        }
    }
    impl<T: ?Sized> Copy for PhantomData<T> {}
    impl<T: ?Sized> Default for PhantomData<T> {
        fn default() -> PhantomData<T> {
            PhantomData
        }
    }
    impl<T: ?Sized> PartialEq for PhantomData<T> {
        fn eq(&self, _: &PhantomData<T>) -> bool {
            true
        }
    }
    impl<T: ?Sized> Eq for PhantomData<T> {}
}

pub mod mem {
    /** A union drops nothing. */
    pub union ManuallyDrop<T> {
        pub value: T,
    }
    impl<T> ManuallyDrop<T> {
        pub fn new(value: T) -> ManuallyDrop<T> {
            ManuallyDrop { value }
        }
        pub fn into_inner(slot: ManuallyDrop<T>) -> T {
            unsafe { slot.value }
        }
        pub unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
            unsafe { (&slot.value as *const T).read() }
        }
        pub unsafe fn drop(slot: &mut ManuallyDrop<T>) {
            let _dropped = unsafe { (&slot.value as *const T).read() };
        }
    }
    impl<T> super::ops::Deref for ManuallyDrop<T> {
        type Target = T;
        fn deref(&self) -> &T {
            unsafe { &self.value }
        }
    }
    impl<T> super::ops::DerefMut for ManuallyDrop<T> {
        fn deref_mut(&mut self) -> &mut T {
            unsafe { &mut self.value }
        }
    }

    pub fn replace<T>(place: &mut T, value: T) -> T {
        let mut replaced = value;
        std::mem::swap(place, &mut replaced);
        replaced
    }

    pub fn take<T: Default>(place: &mut T) -> T {
        replace(place, T::default())
    }

    pub fn forget<T>(value: T) {
        super::intrinsics::forget(value);
    }
}
`
