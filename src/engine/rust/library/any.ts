/** `Any`: a value of a type that is found out when the program runs. */
export const ANY = `
pub mod any {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub struct TypeId {
        t: u64,
    }
    impl TypeId {
        pub fn of<T: ?Sized>() -> TypeId {
            TypeId { t: super::intrinsics::type_number::<T>() }
        }
    }

    pub trait Any {
        fn type_id(&self) -> TypeId;
    }
    impl<T> Any for T {
        fn type_id(&self) -> TypeId {
            TypeId::of::<T>()
        }
    }

    impl dyn Any {
        pub fn is<T: Any>(&self) -> bool {
            self.type_id() == TypeId::of::<T>()
        }
        pub fn downcast_ref<T: Any>(&self) -> Option<&T> {
            if self.is::<T>() { Some(unsafe { &*(self as *const dyn Any as *const T) }) } else { None }
        }
        pub fn downcast_mut<T: Any>(&mut self) -> Option<&mut T> {
            if self.is::<T>() { Some(unsafe { &mut *(self as *mut dyn Any as *mut T) }) } else { None }
        }
    }
    impl super::fmt::Debug for dyn Any {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            write!(f, "Any {{ .. }}")
        }
    }

    impl Box<dyn Any> {
        pub fn downcast<T: Any>(self) -> Result<Box<T>, Box<dyn Any>> {
            if !(*self).is::<T>() {
                return Err(self);
            }
            let raw: *mut dyn Any = super::intrinsics::reinterpret(self);
            Ok(super::intrinsics::reinterpret(raw as *mut T))
        }
    }
}
`

/** What may be written to piece by piece. */
export const WRITE = `
pub mod fmt {
    pub trait Write {
        fn write_str(&mut self, text: &str) -> Result;
        fn write_char(&mut self, character: char) -> Result {
            let mut bytes = [0u8; 4];
            self.write_str(super::str::encoded(character, &mut bytes))
        }
    }
    impl Write for super::string::String {
        fn write_str(&mut self, text: &str) -> Result {
            self.push_str(text);
            Ok(())
        }
    }
    impl<'a> Write for Formatter<'a> {
        fn write_str(&mut self, text: &str) -> Result {
            write!(self, "{}", text)
        }
    }
    impl<W: Write + ?Sized> Write for &mut W {
        fn write_str(&mut self, text: &str) -> Result {
            (**self).write_str(text)
        }
    }
}
`
