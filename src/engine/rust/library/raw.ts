/**
 * What raw pointers, memory without a value and what a box lets go of can do, in the course's own Rust: programs that name
 * none of it get none of it.
 */
const OF_BOTH = `
            pub unsafe fn read_unaligned(self) -> T {
                let mut slot = super::mem::MaybeUninit::<T>::uninit();
                super::intrinsics::copy_elements(self as *const u8, &raw mut slot as *mut u8, size_of::<T>());
                slot.assume_init()
            }
            pub unsafe fn read_volatile(self) -> T {
                self.read()
            }
            pub const fn cast<U>(self) -> POINTER U {
                self as POINTER U
            }
            pub fn addr(self) -> usize {
                self as usize
            }
            pub fn wrapping_offset(self, count: isize) -> POINTER T {
                (self as usize).wrapping_add((count as usize).wrapping_mul(size_of::<T>())) as POINTER T
            }
            pub fn wrapping_add(self, count: usize) -> POINTER T {
                self.wrapping_offset(count as isize)
            }
            pub fn wrapping_sub(self, count: usize) -> POINTER T {
                self.wrapping_offset((count as isize).wrapping_neg())
            }
            pub unsafe fn byte_add(self, count: usize) -> POINTER T {
                (self as usize).wrapping_add(count) as POINTER T
            }
            pub unsafe fn byte_sub(self, count: usize) -> POINTER T {
                (self as usize).wrapping_sub(count) as POINTER T
            }
            pub unsafe fn byte_offset(self, count: isize) -> POINTER T {
                (self as usize).wrapping_add(count as usize) as POINTER T
            }
            pub unsafe fn offset_from(self, origin: *const T) -> isize {
                (self as isize).wrapping_sub(origin as isize) / size_of::<T>() as isize
            }
            pub unsafe fn byte_offset_from<U>(self, origin: *const U) -> isize {
                (self as isize).wrapping_sub(origin as isize)
            }
            pub fn is_aligned(self) -> bool {
                self as usize % align_of::<T>() == 0
            }
            pub unsafe fn as_ref<'a>(self) -> Option<&'a T> {
                if self.is_null() { None } else { Some(&*self) }
            }
            pub unsafe fn copy_to(self, to: *mut T, count: usize) {
                super::intrinsics::copy_elements(self as *const T, to, count);
            }
            pub unsafe fn copy_to_nonoverlapping(self, to: *mut T, count: usize) {
                super::intrinsics::copy_elements(self as *const T, to, count);
            }
`

const bothFor = (pointer: string): string => OF_BOTH.replaceAll('POINTER', pointer)

export const RAW = `
pub mod ptr {
    impl<T> *const T {${bothFor('*const')}
            pub const fn cast_mut(self) -> *mut T {
                self as *mut T
            }
    }
    impl<T> *mut T {${bothFor('*mut')}
            pub const fn cast_const(self) -> *const T {
                self as *const T
            }
            pub unsafe fn as_mut<'a>(self) -> Option<&'a mut T> {
                if self.is_null() { None } else { Some(&mut *self) }
            }
            pub unsafe fn write_unaligned(self, value: T) {
                let slot = super::mem::MaybeUninit::new(value);
                super::intrinsics::copy_elements(&raw const slot as *const u8, self as *mut u8, size_of::<T>());
            }
            pub unsafe fn write_volatile(self, value: T) {
                self.write(value);
            }
            pub unsafe fn write_bytes(self, byte: u8, count: usize) {
                let mut at = 0;
                while at < count * size_of::<T>() {
                    (self as *mut u8).add(at).write(byte);
                    at += 1;
                }
            }
            pub unsafe fn replace(self, value: T) -> T {
                let old = self.read();
                self.write(value);
                old
            }
            pub unsafe fn swap(self, other: *mut T) {
                let (one, two) = (self.read(), other.read());
                self.write(two);
                other.write(one);
            }
            pub unsafe fn drop_in_place(self) {
                super::intrinsics::drop_in_place(self);
            }
            pub unsafe fn copy_from(self, from: *const T, count: usize) {
                super::intrinsics::copy_elements(from, self, count);
            }
            pub unsafe fn copy_from_nonoverlapping(self, from: *const T, count: usize) {
                super::intrinsics::copy_elements(from, self, count);
            }
    }

    pub unsafe fn read<T>(from: *const T) -> T {
        from.read()
    }
    pub unsafe fn read_unaligned<T>(from: *const T) -> T {
        from.read_unaligned()
    }
    pub unsafe fn read_volatile<T>(from: *const T) -> T {
        from.read()
    }
    pub unsafe fn write<T>(to: *mut T, value: T) {
        to.write(value);
    }
    pub unsafe fn write_unaligned<T>(to: *mut T, value: T) {
        to.write_unaligned(value);
    }
    pub unsafe fn write_volatile<T>(to: *mut T, value: T) {
        to.write(value);
    }
    pub unsafe fn write_bytes<T>(to: *mut T, byte: u8, count: usize) {
        to.write_bytes(byte, count);
    }
    pub unsafe fn copy<T>(from: *const T, to: *mut T, count: usize) {
        super::intrinsics::copy_elements(from, to, count);
    }
    pub unsafe fn copy_nonoverlapping<T>(from: *const T, to: *mut T, count: usize) {
        super::intrinsics::copy_elements(from, to, count);
    }
    pub unsafe fn replace<T>(place: *mut T, value: T) -> T {
        place.replace(value)
    }
    pub unsafe fn swap<T>(one: *mut T, two: *mut T) {
        one.swap(two);
    }
    pub unsafe fn drop_in_place<T>(place: *mut T) {
        super::intrinsics::drop_in_place(place);
    }
    pub fn eq<T>(one: *const T, two: *const T) -> bool {
        one == two
    }
    pub fn addr_eq<T, U>(one: *const T, two: *const U) -> bool {
        one as usize == two as usize
    }
    pub fn from_ref<T>(place: &T) -> *const T {
        place
    }
    pub fn from_mut<T>(place: &mut T) -> *mut T {
        place
    }
    pub fn dangling<T>() -> *const T {
        align_of::<T>() as *const T
    }
    pub fn dangling_mut<T>() -> *mut T {
        align_of::<T>() as *mut T
    }
    pub fn slice_from_raw_parts<T>(first: *const T, count: usize) -> *const [T] {
        super::intrinsics::slice_of(first, count)
    }
    pub fn slice_from_raw_parts_mut<T>(first: *mut T, count: usize) -> *mut [T] {
        super::intrinsics::slice_of(first as *const T, count) as *mut [T]
    }

    impl<T> NonNull<T> {
        pub fn new(pointer: *mut T) -> Option<NonNull<T>> {
            if pointer.is_null() { None } else { Some(NonNull { pointer }) }
        }
        pub const unsafe fn new_unchecked(pointer: *mut T) -> NonNull<T> {
            NonNull { pointer }
        }
        pub unsafe fn as_ref<'a>(&self) -> &'a T {
            &*self.pointer
        }
        pub unsafe fn as_mut<'a>(&mut self) -> &'a mut T {
            &mut *self.pointer
        }
        pub fn cast<U>(self) -> NonNull<U> {
            NonNull { pointer: self.pointer as *mut U }
        }
        pub unsafe fn add(self, count: usize) -> NonNull<T> {
            NonNull { pointer: self.pointer.add(count) }
        }
        pub unsafe fn sub(self, count: usize) -> NonNull<T> {
            NonNull { pointer: self.pointer.sub(count) }
        }
        pub unsafe fn read(self) -> T {
            self.pointer.read()
        }
        pub unsafe fn write(self, value: T) {
            self.pointer.write(value);
        }
    }
    impl<T> PartialEq for NonNull<T> {
        fn eq(&self, other: &NonNull<T>) -> bool {
            self.pointer == other.pointer
        }
    }
    impl<T> Eq for NonNull<T> {}
    impl<'a, T> From<&'a mut T> for NonNull<T> {
        fn from(place: &'a mut T) -> NonNull<T> {
            NonNull { pointer: place }
        }
    }
    impl<'a, T> From<&'a T> for NonNull<T> {
        fn from(place: &'a T) -> NonNull<T> {
            NonNull { pointer: place as *const T as *mut T }
        }
    }
}

pub mod boxed {
    impl<T: ?Sized> Box<T> {
        pub fn into_raw(this: Box<T>) -> *mut T {
            super::intrinsics::reinterpret(this)
        }
        pub unsafe fn from_raw(raw: *mut T) -> Box<T> {
            super::intrinsics::reinterpret(raw)
        }
        pub fn leak<'a>(this: Box<T>) -> &'a mut T {
            super::intrinsics::reinterpret(this)
        }
    }
}

pub mod mem {
    /** Room for a value, which may not be there: it drops nothing. */
    pub union MaybeUninit<T> {
        value: T,
    }
    impl<T> MaybeUninit<T> {
        pub const fn new(value: T) -> MaybeUninit<T> {
            MaybeUninit { value }
        }
        pub const fn uninit() -> MaybeUninit<T> {
            super::intrinsics::anything()
        }
        pub fn zeroed() -> MaybeUninit<T> {
            let mut slot = MaybeUninit::<T>::uninit();
            unsafe { (&raw mut slot as *mut u8).write_bytes(0, size_of::<T>()) };
            slot
        }
        pub fn write(&mut self, value: T) -> &mut T {
            *self = MaybeUninit::new(value);
            unsafe { &mut *(self as *mut MaybeUninit<T> as *mut T) }
        }
        pub fn as_ptr(&self) -> *const T {
            self as *const MaybeUninit<T> as *const T
        }
        pub fn as_mut_ptr(&mut self) -> *mut T {
            self as *mut MaybeUninit<T> as *mut T
        }
        pub unsafe fn assume_init(self) -> T {
            unsafe { self.value }
        }
        pub unsafe fn assume_init_read(&self) -> T {
            unsafe { self.as_ptr().read() }
        }
        pub unsafe fn assume_init_drop(&mut self) {
            super::intrinsics::drop_in_place(self.as_mut_ptr());
        }
        pub unsafe fn assume_init_ref(&self) -> &T {
            unsafe { &*self.as_ptr() }
        }
        pub unsafe fn assume_init_mut(&mut self) -> &mut T {
            unsafe { &mut *self.as_mut_ptr() }
        }
    }
    impl<T: Copy> Clone for MaybeUninit<T> {
        fn clone(&self) -> MaybeUninit<T> {
            *self
        }
    }
    impl<T: Copy> Copy for MaybeUninit<T> {}

    pub const unsafe fn transmute<T, U>(value: T) -> U {
        super::intrinsics::reinterpret(value)
    }
    pub unsafe fn transmute_copy<T, U>(value: &T) -> U {
        (value as *const T as *const U).read_unaligned()
    }
    pub unsafe fn zeroed<T>() -> T {
        MaybeUninit::<T>::zeroed().assume_init()
    }
    pub const fn needs_drop<T>() -> bool {
        super::intrinsics::needs_drop::<T>()
    }
}
`
