/** `Vec`: elements one behind the other on the heap, with room for more. */
export const VEC = `
pub mod vec {
    use super::intrinsics::{allocate, copy_elements, drop_elements, forget, release, slice, slice_mut};
    use super::ptr::NonNull;

    /** For so many elements there is room. */
    #[derive(Clone, Copy)]
    #[valid(0, 9223372036854775807)]
    struct Capacity(usize);

    pub struct Vec<T> {
        capacity: Capacity,
        pointer: NonNull<T>,
        length: usize,
    }

    fn bytes_of<T>(count: usize) -> usize {
        if size_of::<T>() > 0 && count > 9223372036854775807 / size_of::<T>() {
            panic!("capacity overflow");
        }
        count * size_of::<T>()
    }

    pub fn from_raw<T>(first: *mut T, count: usize) -> Vec<T> {
        let capacity = if size_of::<T>() == 0 { 0 } else { count };
        Vec { capacity: Capacity(capacity), pointer: NonNull { pointer: first }, length: count }
    }

    pub fn from_elem<T: Clone>(element: T, count: usize) -> Vec<T> {
        let mut elements = Vec::with_capacity(count);
        elements.resize(count, element);
        elements
    }

    impl<T> Vec<T> {
        pub fn new() -> Vec<T> {
            Vec { capacity: Capacity(0), pointer: NonNull::dangling(), length: 0 }
        }

        pub unsafe fn from_raw_parts(first: *mut T, length: usize, capacity: usize) -> Vec<T> {
            Vec { capacity: Capacity(capacity), pointer: NonNull { pointer: first }, length }
        }

        pub fn with_capacity(capacity: usize) -> Vec<T> {
            let mut elements = Vec::new();
            elements.move_to(capacity);
            elements
        }

        pub fn capacity(&self) -> usize {
            if size_of::<T>() == 0 { usize::MAX } else { self.capacity.0 }
        }

        pub fn len(&self) -> usize {
            self.length
        }

        pub fn is_empty(&self) -> bool {
            self.length == 0
        }

        pub fn set_len(&mut self, length: usize) {
            self.length = length;
        }

        pub fn as_ptr(&self) -> *const T {
            self.pointer.pointer as *const T
        }

        pub fn as_mut_ptr(&mut self) -> *mut T {
            self.pointer.pointer
        }

        pub fn as_slice(&self) -> &[T] {
            slice(self.pointer.pointer as *const T, self.length)
        }

        pub fn as_mut_slice(&mut self) -> &mut [T] {
            slice_mut(self.pointer.pointer, self.length)
        }

        /** The elements move to a new place with room for so many. */
        fn move_to(&mut self, capacity: usize) {
            if size_of::<T>() == 0 || capacity == self.capacity.0 {
                return;
            }
            let bytes = bytes_of::<T>(capacity);
            let moved = if bytes == 0 { align_of::<T>() as *mut T } else { allocate(bytes) as *mut T };
            copy_elements(self.pointer.pointer as *const T, moved, self.length);
            self.release();
            self.pointer = NonNull { pointer: moved };
            self.capacity = Capacity(capacity);
        }

        fn release(&mut self) {
            if self.capacity.0 > 0 {
                release(self.pointer.pointer as *mut u8, self.capacity.0 * size_of::<T>());
            }
        }

        /** There is room for twice as many then, so that pushing many costs little for each. */
        pub fn reserve(&mut self, additional: usize) {
            if self.capacity() - self.length >= additional {
                return;
            }
            let needed = self.length + additional;
            let doubled = self.capacity.0 * 2;
            let least = if size_of::<T>() == 1 { 8 } else if size_of::<T>() <= 1024 { 4 } else { 1 };
            let more = if doubled > needed { doubled } else { needed };
            self.move_to(if more > least { more } else { least });
        }

        pub fn reserve_exact(&mut self, additional: usize) {
            if self.capacity() - self.length < additional {
                self.move_to(self.length + additional);
            }
        }

        pub fn shrink_to_fit(&mut self) {
            self.move_to(self.length);
        }

        pub fn shrink_to(&mut self, capacity: usize) {
            let least = if self.length > capacity { self.length } else { capacity };
            if least < self.capacity.0 {
                self.move_to(least);
            }
        }

        pub fn push(&mut self, value: T) {
            if self.length == self.capacity() {
                self.reserve(1);
            }
            unsafe { self.pointer.pointer.add(self.length).write(value) };
            self.length += 1;
        }

        pub fn pop(&mut self) -> Option<T> {
            if self.length == 0 {
                return None;
            }
            self.length -= 1;
            Some(unsafe { self.pointer.pointer.add(self.length).read() })
        }

        pub fn insert(&mut self, index: usize, element: T) {
            if index > self.length {
                panic!("insertion index (is {}) should be <= len (is {})", index, self.length);
            }
            self.reserve(1);
            let place = unsafe { self.pointer.pointer.add(index) };
            copy_elements(place as *const T, unsafe { place.add(1) }, self.length - index);
            unsafe { place.write(element) };
            self.length += 1;
        }

        pub fn remove(&mut self, index: usize) -> T {
            if index >= self.length {
                panic!("removal index (is {}) should be < len (is {})", index, self.length);
            }
            let place = unsafe { self.pointer.pointer.add(index) };
            let removed = unsafe { place.read() };
            self.length -= 1;
            copy_elements(unsafe { place.add(1) } as *const T, place, self.length - index);
            removed
        }

        pub fn swap_remove(&mut self, index: usize) -> T {
            if index >= self.length {
                panic!("swap_remove index (is {}) should be < len (is {})", index, self.length);
            }
            self.length -= 1;
            let place = unsafe { self.pointer.pointer.add(index) };
            let removed = unsafe { place.read() };
            copy_elements(unsafe { self.pointer.pointer.add(self.length) } as *const T, place, 1);
            removed
        }

        pub fn truncate(&mut self, length: usize) {
            if length < self.length {
                let surplus = self.length - length;
                self.length = length;
                drop_elements(unsafe { self.pointer.pointer.add(length) }, surplus);
            }
        }

        pub fn clear(&mut self) {
            self.truncate(0);
        }

        pub fn append(&mut self, other: &mut Vec<T>) {
            self.reserve(other.length);
            let end = unsafe { self.pointer.pointer.add(self.length) };
            copy_elements(other.pointer.pointer as *const T, end, other.length);
            self.length += other.length;
            other.length = 0;
        }

        pub fn split_off(&mut self, at: usize) -> Vec<T> {
            if at > self.length {
                panic!("\`at\` split index (is {}) should be <= len (is {})", at, self.length);
            }
            let count = self.length - at;
            let mut other = Vec::with_capacity(count);
            copy_elements(unsafe { self.pointer.pointer.add(at) } as *const T, other.pointer.pointer, count);
            self.length = at;
            other.length = count;
            other
        }

        pub fn drain<R: super::ops::RangeBounds<usize>>(&mut self, range: R) -> Drain<'_, T> {
            let (start, end) = super::slice::range(range, self.length);
            let tail = self.length - end;
            self.length = start;
            Drain { from: self, next: start, end, start, behind: end, tail }
        }
    }

    impl<T> Vec<T> {
        pub fn retain<F: FnMut(&T) -> bool>(&mut self, keep: F) {
            let mut keep = keep;
            self.retain_mut(|each| keep(each));
        }

        pub fn retain_mut<F: FnMut(&mut T) -> bool>(&mut self, keep: F) {
            let mut keep = keep;
            let (length, elements) = (self.length, self.pointer.pointer);
            self.length = 0;
            let mut kept = 0;
            for index in 0..length {
                let place = unsafe { elements.add(index) };
                if keep(unsafe { &mut *place }) {
                    if kept < index {
                        copy_elements(place as *const T, unsafe { elements.add(kept) }, 1);
                    }
                    kept += 1;
                } else {
                    super::intrinsics::drop_in_place(place);
                }
            }
            self.length = kept;
        }

        pub fn dedup_by_key<K: PartialEq, F: FnMut(&mut T) -> K>(&mut self, key: F) {
            let mut key = key;
            let mut kept = Vec::with_capacity(self.length);
            std::mem::swap(self, &mut kept);
            for element in kept {
                let mut element = element;
                let is_alike = match self.last_mut() {
                    Some(last) => key(last) == key(&mut element),
                    None => false,
                };
                if !is_alike {
                    self.push(element);
                }
            }
        }

        pub fn resize_with<F: FnMut() -> T>(&mut self, length: usize, f: F) {
            let mut f = f;
            self.truncate(length);
            while self.length < length {
                self.push(f());
            }
        }
    }

    impl<T: Clone> Vec<T> {
        pub fn resize(&mut self, length: usize, value: T) {
            if length <= self.length {
                return self.truncate(length);
            }
            self.reserve(length - self.length);
            while self.length + 1 < length {
                self.push(value.clone());
            }
            self.push(value);
        }

        pub fn extend_from_slice(&mut self, others: &[T]) {
            self.reserve(others.len());
            let mut index = 0;
            while index < others.len() {
                self.push(others[index].clone());
                index += 1;
            }
        }
    }

    impl<T: PartialEq> Vec<T> {
        /** Of several alike in a row, the first stays. */
        pub fn dedup(&mut self) {
            let mut kept = Vec::with_capacity(self.length);
            std::mem::swap(self, &mut kept);
            for element in kept {
                let is_alike = match self.last() {
                    Some(last) => *last == element,
                    None => false,
                };
                if !is_alike {
                    self.push(element);
                }
            }
        }
    }

    impl<T> Drop for Vec<T> {
        fn drop(&mut self) {
            drop_elements(self.pointer.pointer, self.length);
            self.release();
        }
    }

    impl<T> super::ops::Deref for Vec<T> {
        type Target = [T];
        fn deref(&self) -> &[T] {
            self.as_slice()
        }
    }
    impl<T> super::ops::DerefMut for Vec<T> {
        fn deref_mut(&mut self) -> &mut [T] {
            self.as_mut_slice()
        }
    }

    impl<T: Clone> Clone for Vec<T> {
        fn clone(&self) -> Vec<T> {
            self.as_slice().to_vec()
        }
    }
    impl<T> Default for Vec<T> {
        fn default() -> Vec<T> {
            Vec::new()
        }
    }
    impl<T: super::fmt::Debug> super::fmt::Debug for Vec<T> {
        fn fmt(&self, f: &mut super::fmt::Formatter<'_>) -> super::fmt::Result {
            super::fmt::Debug::fmt(self.as_slice(), f)
        }
    }

    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for Vec<T> {
        fn eq(&self, other: &Vec<U>) -> bool {
            super::slice::is_alike(self.as_slice(), other.as_slice())
        }
    }
    impl<T: PartialEq<U>, U> PartialEq<[U]> for Vec<T> {
        fn eq(&self, other: &[U]) -> bool {
            super::slice::is_alike(self.as_slice(), other)
        }
    }
    impl<T: PartialEq<U>, U> PartialEq<&[U]> for Vec<T> {
        fn eq(&self, other: &&[U]) -> bool {
            super::slice::is_alike(self.as_slice(), *other)
        }
    }
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for [T] {
        fn eq(&self, other: &Vec<U>) -> bool {
            super::slice::is_alike(self, other.as_slice())
        }
    }
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for &[T] {
        fn eq(&self, other: &Vec<U>) -> bool {
            super::slice::is_alike(*self, other.as_slice())
        }
    }
    impl<T: PartialEq<A::Element>, A: super::intrinsics::Array> PartialEq<A> for Vec<T> {
        fn eq(&self, other: &A) -> bool {
            super::slice::is_alike(self.as_slice(), super::array::as_slice(other))
        }
    }
    impl<T: PartialEq<A::Element>, A: super::intrinsics::Array> PartialEq<&A> for Vec<T> {
        fn eq(&self, other: &&A) -> bool {
            super::slice::is_alike(self.as_slice(), super::array::as_slice(*other))
        }
    }
    impl<T: Eq> Eq for Vec<T> {}
    impl<T: PartialOrd> PartialOrd for Vec<T> {
        fn partial_cmp(&self, other: &Vec<T>) -> Option<super::cmp::Ordering> {
            self.as_slice().partial_cmp(other.as_slice())
        }
    }
    impl<T: Ord> Ord for Vec<T> {
        fn cmp(&self, other: &Vec<T>) -> super::cmp::Ordering {
            self.as_slice().cmp(other.as_slice())
        }
    }

    impl<T: Clone> From<&[T]> for Vec<T> {
        fn from(elements: &[T]) -> Vec<T> {
            elements.to_vec()
        }
    }
    impl<A: super::intrinsics::Array> From<A> for Vec<A::Element> {
        fn from(array: A) -> Vec<A::Element> {
            super::array::into_vec(array)
        }
    }
    impl From<&str> for Vec<u8> {
        fn from(text: &str) -> Vec<u8> {
            text.as_bytes().to_vec()
        }
    }

    impl<T> super::iter::FromIterator<T> for Vec<T> {
        fn from_iter<I: super::iter::IntoIterator<Item = T>>(elements: I) -> Vec<T> {
            let mut iterator = elements.into_iter();
            let first = match iterator.next() {
                Some(first) => first,
                None => return Vec::new(),
            };
            let (least, _) = iterator.size_hint();
            let minimum = if size_of::<T>() == 1 { 8 } else if size_of::<T>() <= 1024 { 4 } else { 1 };
            let needed = if least == usize::MAX { least } else { least + 1 };
            let mut collected = Vec::with_capacity(if needed > minimum { needed } else { minimum });
            collected.push(first);
            collected.extend(iterator);
            collected
        }
    }
    impl<T> super::iter::Extend<T> for Vec<T> {
        fn extend<I: super::iter::IntoIterator<Item = T>>(&mut self, elements: I) {
            let mut iterator = elements.into_iter();
            loop {
                match iterator.next() {
                    Some(element) => {
                        if self.length == self.capacity() {
                            let (least, _) = iterator.size_hint();
                            self.reserve(if least == usize::MAX { least } else { least + 1 });
                        }
                        self.push(element);
                    }
                    None => return,
                }
            }
        }
    }
    impl<'a, T: Copy> super::iter::Extend<&'a T> for Vec<T> {
        fn extend<I: super::iter::IntoIterator<Item = &'a T>>(&mut self, elements: I) {
            for element in elements {
                self.push(*element);
            }
        }
    }

    pub struct IntoIter<T> {
        buffer: NonNull<T>,
        capacity: usize,
        next: usize,
        end: usize,
    }

    impl<T> IntoIter<T> {
        pub fn as_slice(&self) -> &[T] {
            slice(unsafe { self.buffer.pointer.add(self.next) } as *const T, self.end - self.next)
        }
    }

    impl<T: Clone> Clone for IntoIter<T> {
        fn clone(&self) -> IntoIter<T> {
            self.as_slice().to_vec().into_iter()
        }
    }

    impl<T> super::iter::IntoIterator for Vec<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
        fn into_iter(self) -> IntoIter<T> {
            let (buffer, capacity, end) = (self.pointer, self.capacity.0, self.length);
            forget(self);
            IntoIter { buffer, capacity, next: 0, end }
        }
    }
    impl<'a, T> super::iter::IntoIterator for &'a Vec<T> {
        type Item = &'a T;
        type IntoIter = super::slice::Iter<'a, T>;
        fn into_iter(self) -> super::slice::Iter<'a, T> {
            self.as_slice().iter()
        }
    }
    impl<'a, T> super::iter::IntoIterator for &'a mut Vec<T> {
        type Item = &'a mut T;
        type IntoIter = super::slice::IterMut<'a, T>;
        fn into_iter(self) -> super::slice::IterMut<'a, T> {
            self.as_mut_slice().iter_mut()
        }
    }

    impl<T> super::iter::Iterator for IntoIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            if self.next == self.end {
                return None;
            }
            self.next += 1;
            Some(unsafe { self.buffer.pointer.add(self.next - 1).read() })
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.end - self.next, Some(self.end - self.next))
        }
    }
    impl<T> super::iter::DoubleEndedIterator for IntoIter<T> {
        fn next_back(&mut self) -> Option<T> {
            if self.next == self.end {
                return None;
            }
            self.end -= 1;
            Some(unsafe { self.buffer.pointer.add(self.end).read() })
        }
    }
    impl<T> super::iter::ExactSizeIterator for IntoIter<T> {}
    impl<T> Drop for IntoIter<T> {
        fn drop(&mut self) {
            drop_elements(unsafe { self.buffer.pointer.add(self.next) }, self.end - self.next);
            if self.capacity > 0 {
                release(self.buffer.pointer as *mut u8, self.capacity * size_of::<T>());
            }
        }
    }

    /** What is taken out; what stands behind moves up when that is over. */
    pub struct Drain<'a, T> {
        from: &'a mut Vec<T>,
        next: usize,
        end: usize,
        start: usize,
        behind: usize,
        tail: usize,
    }

    impl<'a, T> super::iter::Iterator for Drain<'a, T> {
        type Item = T;
        fn next(&mut self) -> Option<T> {
            if self.next == self.end {
                return None;
            }
            self.next += 1;
            Some(unsafe { self.from.pointer.pointer.add(self.next - 1).read() })
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.end - self.next, Some(self.end - self.next))
        }
    }
    impl<'a, T> super::iter::DoubleEndedIterator for Drain<'a, T> {
        fn next_back(&mut self) -> Option<T> {
            if self.next == self.end {
                return None;
            }
            self.end -= 1;
            Some(unsafe { self.from.pointer.pointer.add(self.end).read() })
        }
    }
    impl<'a, T> super::iter::ExactSizeIterator for Drain<'a, T> {}
    impl<'a, T> Drop for Drain<'a, T> {
        fn drop(&mut self) {
            let elements = self.from.pointer.pointer;
            drop_elements(unsafe { elements.add(self.next) }, self.end - self.next);
            let behind = unsafe { elements.add(self.behind) };
            copy_elements(behind as *const T, unsafe { elements.add(self.start) }, self.tail);
            self.from.length = self.start + self.tail;
        }
    }
}
`
