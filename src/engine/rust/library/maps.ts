import { HEAP } from './heap.ts'
import { common, entryMethods, entryTypes, HEAD, VIEWS } from './map-parts.ts'
import { ORDERED, sets } from './sets.ts'

const HASH_MAP = `
pub mod hash_map {${HEAD}    pub use super::super::hash::DefaultHasher;
    use super::super::hash::{Hash, Hasher, MapHasher};
    use super::super::intrinsics::{allocate, release};
    use super::super::ptr::NonNull;

    /** Entries one behind the other as they came, and a table that says where each is. */
    pub struct HashMap<K, V> {
        /** Here Rust keeps two random numbers. The course's maps are the same each time. */
        keys: (u64, u64),
        entries: Vec<(K, V)>,
        /** First how many places follow, a power of two; then in each 0, or the number of its entry, from 1. */
        table: NonNull<usize>,
    }

    impl<K, V> HashMap<K, V> {
        pub fn new() -> HashMap<K, V> {
            HashMap { keys: (0, 0), entries: Vec::new(), table: NonNull::dangling() }
        }
        pub fn with_capacity(capacity: usize) -> HashMap<K, V> {
            HashMap { keys: (0, 0), entries: Vec::with_capacity(capacity), table: NonNull::dangling() }
        }
        pub fn capacity(&self) -> usize {
            self.entries.capacity()
        }
        pub fn clear(&mut self) {
            self.entries.clear();
            self.empty();
        }
        pub fn drain(&mut self) -> Drain<'_, K, V> {
            self.empty();
            Drain { entries: self.entries.drain(..) }
        }
        fn into_entries(self) -> Vec<(K, V)> {
            let mut map = self;
            std::mem::take(&mut map.entries)
        }

        /** How many places the table has, 0 without one. */
        fn places(&self) -> usize {
            let table = self.table.as_ptr();
            if table == NonNull::<usize>::dangling().as_ptr() { 0 } else { unsafe { *table } }
        }
        fn at(&self, place: usize) -> usize {
            unsafe { *self.table.as_ptr().add(place + 1) }
        }
        fn set(&mut self, place: usize, number: usize) {
            unsafe { *self.table.as_ptr().add(place + 1) = number; }
        }
        fn empty(&mut self) {
            for place in 0..self.places() {
                self.set(place, 0);
            }
        }
        fn release(&mut self) {
            let places = self.places();
            if places > 0 {
                release(self.table.as_ptr() as *mut u8, 8 * (places + 1));
            }
        }
    }
    impl<K, V> Drop for HashMap<K, V> {
        fn drop(&mut self) {
            self.release();
        }
    }

    fn hash_of<Q: Hash + ?Sized>(key: &Q) -> usize {
        let mut hasher = MapHasher::new();
        key.hash(&mut hasher);
        hasher.finish() as usize
    }

    impl<K: Eq + Hash, V> HashMap<K, V> {
        pub fn reserve(&mut self, additional: usize) {
            self.entries.reserve(additional);
        }

        /** Where its entry is, or else the place that is free for it. */
        fn find<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Result<usize, usize> where K: AsKey<Q> {
            let places = self.places();
            if places == 0 {
                return Err(0);
            }
            let mut place = hash_of(key) & (places - 1);
            loop {
                let number = self.at(place);
                if number == 0 {
                    return Err(place);
                }
                if self.entries[number - 1].0.as_key() == key {
                    return Ok(number - 1);
                }
                place = (place + 1) & (places - 1);
            }
        }

        fn put(&mut self, place: usize, key: K, value: V) -> usize {
            let index = self.entries.len();
            self.entries.push((key, value));
            // At least a third of all places is free, so that one is found soon.
            if (index + 1) * 3 > self.places() * 2 {
                self.widen();
            } else {
                self.set(place, index + 1);
            }
            index
        }

        fn widen(&mut self) {
            let places = self.places();
            let wider = if places == 0 { 8 } else { places * 2 };
            self.release();
            let table = allocate(8 * (wider + 1)) as *mut usize;
            self.table = NonNull { pointer: table };
            unsafe { *table = wider; }
            self.renew();
        }

        fn renew(&mut self) {
            self.empty();
            let places = self.places();
            for index in 0..self.entries.len() {
                let mut place = hash_of(&self.entries[index].0) & (places - 1);
                while self.at(place) != 0 {
                    place = (place + 1) & (places - 1);
                }
                self.set(place, index + 1);
            }
        }

        /** The last entry takes the place of the one that goes. */
        fn take(&mut self, index: usize) -> (K, V) {
            let last = self.entries.len() - 1;
            let (hole, moved) = (self.place_of(index), self.place_of(last));
            self.set(moved, index + 1);
            self.close(hole);
            self.entries.swap_remove(index)
        }

        fn place_of(&self, index: usize) -> usize {
            let places = self.places();
            let mut place = hash_of(&self.entries[index].0) & (places - 1);
            while self.at(place) != index + 1 {
                place = (place + 1) & (places - 1);
            }
            place
        }

        /** What was put behind because its own place was taken moves up, so that it is found. */
        fn close(&mut self, hole: usize) {
            let mask = self.places() - 1;
            let mut hole = hole;
            let mut place = hole;
            loop {
                place = (place + 1) & mask;
                let number = self.at(place);
                if number == 0 {
                    break;
                }
                let index = if number > self.entries.len() { number - 2 } else { number - 1 };
                let wanted = hash_of(&self.entries[index].0) & mask;
                if (place.wrapping_sub(wanted) & mask) >= (place.wrapping_sub(hole) & mask) {
                    self.set(hole, number);
                    hole = place;
                }
            }
            self.set(hole, 0);
        }
    }
    impl<K: Clone, V: Clone> Clone for HashMap<K, V> {
        fn clone(&self) -> HashMap<K, V> {
            let places = self.places();
            let mut copy = HashMap { keys: (0, 0), entries: self.entries.clone(), table: NonNull::dangling() };
            if places > 0 {
                let table = allocate(8 * (places + 1)) as *mut usize;
                super::super::intrinsics::copy_elements(self.table.as_ptr() as *const usize, table, places + 1);
                copy.table = NonNull { pointer: table };
            }
            copy
        }
    }
    impl<K: Eq + Hash, V: PartialEq> PartialEq for HashMap<K, V> {
        fn eq(&self, other: &HashMap<K, V>) -> bool {
            if self.len() != other.len() {
                return false;
            }
            for (key, value) in self {
                match other.get(key) {
                    Some(found) => if *found != *value {
                        return false;
                    },
                    None => return false,
                }
            }
            true
        }
    }
    impl<K: Eq + Hash, V: Eq> Eq for HashMap<K, V> {}
${common('HashMap', 'Eq + Hash')}${entryTypes('HashMap')}${entryMethods('Eq + Hash')}${VIEWS}
}
pub mod hash_set {${HEAD}    use super::super::hash::Hash;
    use super::hash_map::HashMap;
${sets('HashSet', 'HashMap', 'Eq + Hash', '')}
    impl<T: Eq + Hash> HashSet<T> {
        pub fn with_capacity(capacity: usize) -> HashSet<T> {
            HashSet { map: HashMap::with_capacity(capacity) }
        }
        pub fn drain(&mut self) -> super::hash_map::IntoKeys<T, ()> {
            std::mem::take(&mut self.map).into_keys()
        }
    }
    impl<T: Eq + Hash> PartialEq for HashSet<T> {
        fn eq(&self, other: &HashSet<T>) -> bool {
            self.len() == other.len() && self.is_subset(other)
        }
    }
    impl<T: Eq + Hash> Eq for HashSet<T> {}
}
`

const BTREE_MAP = `
pub mod btree_map {${HEAD}
    /** Entries one behind the other, in the order of their keys. Rust has nodes of up to eleven in a tree. */
    pub struct BTreeMap<K, V> {
        entries: Vec<(K, V)>,
    }

    impl<K, V> BTreeMap<K, V> {
        pub fn new() -> BTreeMap<K, V> {
            BTreeMap { entries: Vec::new() }
        }
        pub fn clear(&mut self) {
            self.entries.clear();
        }
        fn into_entries(self) -> Vec<(K, V)> {
            self.entries
        }
        pub fn first_key_value(&self) -> Option<(&K, &V)> {
            self.iter().next()
        }
        pub fn last_key_value(&self) -> Option<(&K, &V)> {
            self.iter().next_back()
        }
        pub fn pop_first(&mut self) -> Option<(K, V)> {
            if self.entries.is_empty() { None } else { Some(self.entries.remove(0)) }
        }
        pub fn pop_last(&mut self) -> Option<(K, V)> {
            self.entries.pop()
        }
    }

    impl<K: Ord, V> BTreeMap<K, V> {
        /** Where its entry is, or else where it belongs. */
        fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize> where K: AsKey<Q> {
            let (mut low, mut high) = (0, self.entries.len());
            while low < high {
                let middle = (low + high) / 2;
                match self.entries[middle].0.as_key().cmp(key) {
                    super::super::cmp::Ordering::Less => low = middle + 1,
                    super::super::cmp::Ordering::Equal => return Ok(middle),
                    super::super::cmp::Ordering::Greater => high = middle,
                }
            }
            Err(low)
        }
        fn put(&mut self, place: usize, key: K, value: V) -> usize {
            self.entries.insert(place, (key, value));
            place
        }
        fn take(&mut self, index: usize) -> (K, V) {
            self.entries.remove(index)
        }
        fn renew(&mut self) {}
        fn reach<R: super::super::ops::RangeBounds<K>>(&self, range: &R) -> (usize, usize) {
            let start = match range.start_bound() {
                super::super::ops::Bound::Included(key) => match self.find(key) { Ok(at) => at, Err(at) => at },
                super::super::ops::Bound::Excluded(key) => match self.find(key) { Ok(at) => at + 1, Err(at) => at },
                super::super::ops::Bound::Unbounded => 0,
            };
            let end = match range.end_bound() {
                super::super::ops::Bound::Included(key) => match self.find(key) { Ok(at) => at + 1, Err(at) => at },
                super::super::ops::Bound::Excluded(key) => match self.find(key) { Ok(at) => at, Err(at) => at },
                super::super::ops::Bound::Unbounded => self.entries.len(),
            };
            if start > end {
                panic!("range start is greater than range end in BTreeMap");
            }
            (start, end)
        }
        pub fn range<R: super::super::ops::RangeBounds<K>>(&self, range: R) -> Iter<'_, K, V> {
            let (start, end) = self.reach(&range);
            Iter { entries: self.entries[start..end].iter() }
        }
        pub fn range_mut<R: super::super::ops::RangeBounds<K>>(&mut self, range: R) -> IterMut<'_, K, V> {
            let (start, end) = self.reach(&range);
            IterMut { entries: self.entries[start..end].iter_mut() }
        }
        pub fn split_off<Q: Ord + ?Sized>(&mut self, key: &Q) -> BTreeMap<K, V> where K: AsKey<Q> {
            let at = match self.find(key) { Ok(at) => at, Err(at) => at };
            BTreeMap { entries: self.entries.split_off(at) }
        }
    }
    impl<K: Clone, V: Clone> Clone for BTreeMap<K, V> {
        fn clone(&self) -> BTreeMap<K, V> {
            BTreeMap { entries: self.entries.clone() }
        }
    }
    impl<K: PartialEq, V: PartialEq> PartialEq for BTreeMap<K, V> {
        fn eq(&self, other: &BTreeMap<K, V>) -> bool {
            self.entries == other.entries
        }
    }
    impl<K: Eq, V: Eq> Eq for BTreeMap<K, V> {}
${common('BTreeMap', 'Ord')}${entryTypes('BTreeMap')}${entryMethods('Ord')}${VIEWS}
}
pub mod btree_set {${HEAD}    use super::btree_map::BTreeMap;
${sets('BTreeSet', 'BTreeMap', 'Ord', ORDERED)}
    impl<T: PartialEq> PartialEq for BTreeSet<T> {
        fn eq(&self, other: &BTreeSet<T>) -> bool {
            self.map == other.map
        }
    }
    impl<T: Eq> Eq for BTreeSet<T> {}
}
`

/** The maps and sets of `std::collections`. */
export const MAPS = `${HASH_MAP}${BTREE_MAP}${HEAP}
pub use self::hash_map::HashMap;
pub use self::hash_set::HashSet;
pub use self::btree_map::BTreeMap;
pub use self::btree_set::BTreeSet;
pub use self::binary_heap::BinaryHeap;
`
