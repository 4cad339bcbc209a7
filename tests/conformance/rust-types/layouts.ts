/**
 * The standard library’s types as far as they lie in memory: the fields that rustc 1.95’s library has, in its order. Where
 * a number may not have all of its values, a type of the table below says so; what a cell holds is in a union, for nobody
 * may look for spare numbers in it.
 */
export const LAYOUTS = `
struct Buffer { pointer: NotNull, capacity: Capacity }
union Hidden<T> { value: T }

pub mod option { pub enum Option<T> { None, Some(T) } }
pub mod result { pub enum Result<T, E> { Ok(T), Err(E) } }
pub mod cmp {
    pub enum Ordering { Less = -1, Equal, Greater }
    pub struct Reverse<T>(T);
}
pub mod vec {
    pub struct Vec<T> { buffer: super::Buffer, length: usize }
    pub struct IntoIter<T> { buffer: NotNull, capacity: usize, pointer: NotNull, end: *const u8 }
}
pub mod string {
    pub struct String { vec: super::vec::Vec<u8> }
    pub struct FromUtf8Error { bytes: Vec<u8>, error: super::str::Utf8Error }
}
pub mod ptr { pub struct NonNull<T> { pointer: &'static T } }
pub mod rc {
    pub struct Rc<T> { pointer: &'static T }
    pub struct Weak<T> { pointer: &'static T }
}
pub mod sync {
    pub struct Arc<T> { pointer: &'static T }
    pub struct Weak<T> { pointer: &'static T }
    pub struct Mutex<T> { inner: super::Hidden<u32>, poison: super::Hidden<u8>, data: super::Hidden<T> }
    pub struct RwLock<T> { inner: (super::Hidden<u32>, super::Hidden<u32>), poison: super::Hidden<u8>, data: super::Hidden<T> }
    pub struct Once { inner: super::Hidden<u32> }
    pub struct OnceLock<T> { once: Once, value: super::Hidden<T> }
    pub struct MutexGuard<T> { lock: &'static Mutex<T>, poison: bool }
    pub mod atomic {
        pub struct AtomicBool(super::super::Hidden<u8>);
        pub struct AtomicU8(super::super::Hidden<u8>);
        pub struct AtomicI8(super::super::Hidden<u8>);
        pub struct AtomicU16(super::super::Hidden<u16>);
        pub struct AtomicI16(super::super::Hidden<u16>);
        pub struct AtomicU32(super::super::Hidden<u32>);
        pub struct AtomicI32(super::super::Hidden<u32>);
        pub struct AtomicU64(super::super::Hidden<u64>);
        pub struct AtomicI64(super::super::Hidden<u64>);
        pub struct AtomicUsize(super::super::Hidden<u64>);
        pub struct AtomicIsize(super::super::Hidden<u64>);
        pub enum Ordering { Relaxed, Release, Acquire, AcqRel, SeqCst }
    }
}
pub mod cell {
    pub struct UnsafeCell<T>(super::Hidden<T>);
    pub struct Cell<T>(super::Hidden<T>);
    pub struct RefCell<T> { borrow: super::Hidden<isize>, value: super::Hidden<T> }
    pub struct OnceCell<T> { inner: super::Hidden<Option<T>> }
    pub struct Ref<'b, T> { value: &'b T, borrow: &'b Cell<isize> }
    pub struct RefMut<'b, T> { value: &'b T, borrow: &'b Cell<isize> }
}
pub mod num {
    pub struct Wrapping<T>(T);
    pub struct Saturating<T>(T);
    pub struct ParseIntError { kind: IntErrorKind }
    pub enum FpCategory { Nan, Infinite, Zero, Subnormal, Normal }
    pub struct ParseFloatError { kind: FloatErrorKind }
    pub enum FloatErrorKind { Empty, Invalid }
    pub enum IntErrorKind { Empty, InvalidDigit, PosOverflow, NegOverflow, Zero, NotAPowerOfTwo }
}
pub mod ops {
    pub struct Range<T> { start: T, end: T }
    pub struct RangeFrom<T> { start: T }
    pub struct RangeTo<T> { end: T }
    pub struct RangeToInclusive<T> { end: T }
    pub struct RangeInclusive<T> { start: T, end: T, exhausted: bool }
    pub struct RangeFull;
    pub enum Bound<T> { Included(T), Excluded(T), Unbounded }
    pub enum ControlFlow<B, C> { Continue(C), Break(B) }
}
pub mod task { pub enum Poll<T> { Ready(T), Pending } }
pub mod pin { pub struct Pin<T> { pointer: T } }
pub mod marker {
    pub struct PhantomData<T> {}
    pub struct PhantomPinned;
}
pub mod mem {
    pub struct ManuallyDrop<T> { value: T }
    pub union MaybeUninit<T> { value: T }
}
pub mod collections {
    struct Root { node: NotNull, height: usize }
    struct Table { control: NotNull, mask: usize, left: usize, items: usize }
    pub struct VecDeque<T> { head: usize, length: usize, buffer: super::Buffer }
    pub struct BinaryHeap<T> { data: Vec<T> }
    pub struct LinkedList<T> { head: Option<&'static T>, tail: Option<&'static T>, length: usize }
    pub struct BTreeMap<K, V> { root: Option<Root>, length: usize }
    pub struct BTreeSet<K> { map: BTreeMap<K, ()> }
    pub struct HashMap<K, V> { keys: (u64, u64), table: Table }
    pub struct HashSet<K> { map: HashMap<K, ()> }
    pub mod hash_map { pub struct RandomState { keys: (u64, u64) } }
}
pub mod time {
    pub struct Duration { seconds: u64, nanoseconds: Nanoseconds }
    pub struct Instant { seconds: i64, nanoseconds: Nanoseconds }
    pub struct SystemTime { seconds: i64, nanoseconds: Nanoseconds }
}
pub mod path { pub struct PathBuf { inner: Vec<u8> } }
pub mod ffi {
    pub struct OsString { inner: Vec<u8> }
    pub struct CString { inner: Box<[u8]> }
}
pub mod fmt { pub struct Error; }
pub mod io { pub struct Error { repr: NotNull } }
pub mod thread { pub struct ThreadId(NonZeroU64); }
pub mod alloc { pub struct Layout { size: usize, align: Alignment } }
pub mod iter { pub struct Rev<T> { iter: T } }
pub mod fs { pub struct File { descriptor: Descriptor } }
pub mod str { pub struct Utf8Error { valid: usize, length: Option<u8> } pub struct Chars<'a> { iter: super::slice::Iter<'a, u8> } }
pub mod slice { pub struct Iter<'a, T> { pointer: &'a u8, end: *const u8 } }
pub mod process { pub struct ExitCode(u8); }
pub mod net {
    pub struct Ipv4Addr { octets: [u8; 4] }
    pub struct Ipv6Addr { octets: [u8; 16] }
    pub enum IpAddr { V4(Ipv4Addr), V6(Ipv6Addr) }
    pub struct SocketAddrV4 { ip: Ipv4Addr, port: u16 }
    pub struct SocketAddrV6 { ip: Ipv6Addr, port: u16, flow: u32, scope: u32 }
    pub enum SocketAddr { V4(SocketAddrV4), V6(SocketAddrV6) }
}
pub mod any { pub struct TypeId { data: [*const (); 2] } }

pub use option::Option::{self, None, Some};
pub use result::Result::{self, Err, Ok};
pub use string::String;
pub use vec::Vec;
`
