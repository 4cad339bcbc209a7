/** Slices and arrays: elements one behind the other, wherever they lie. */
export const SLICE = `
pub mod slice {
    use super::cmp::Ordering;
    use super::intrinsics::{copy_elements, slice, slice_mut};
    use super::ops::{Bound, RangeBounds};
    use super::ptr::NonNull;

    pub unsafe fn from_raw_parts<'a, T>(first: *const T, count: usize) -> &'a [T] {
        slice(first, count)
    }

    pub unsafe fn from_raw_parts_mut<'a, T>(first: *mut T, count: usize) -> &'a mut [T] {
        slice_mut(first, count)
    }

    pub fn is_alike<T: PartialEq<U>, U>(ours: &[T], others: &[U]) -> bool {
        if ours.len() != others.len() {
            return false;
        }
        let mut index = 0;
        while index < ours.len() {
            if ours[index] != others[index] {
                return false;
            }
            index += 1;
        }
        true
    }

    /** Where a range begins and ends among so many elements. */
    pub fn range<R: RangeBounds<usize>>(bounds: R, length: usize) -> (usize, usize) {
        let start = match bounds.start_bound() {
            Bound::Included(start) => *start,
            Bound::Excluded(start) => *start + 1,
            Bound::Unbounded => 0,
        };
        let end = match bounds.end_bound() {
            Bound::Included(end) => *end + 1,
            Bound::Excluded(end) => *end,
            Bound::Unbounded => length,
        };
        if start > end {
            panic!("slice index starts at {} but ends at {}", start, end);
        }
        if end > length {
            panic!("range end index {} out of range for slice of length {}", end, length);
        }
        (start, end)
    }

    impl<T> [T] {
        pub fn iter(&self) -> Iter<'_, T> {
            Iter { pointer: NonNull { pointer: self.as_ptr() as *mut T }, count: self.len() }
        }

        pub fn iter_mut(&mut self) -> IterMut<'_, T> {
            IterMut { count: self.len(), pointer: NonNull { pointer: self.as_mut_ptr() } }
        }

        pub unsafe fn get_unchecked(&self, index: usize) -> &T {
            &self[index]
        }

        pub unsafe fn get_unchecked_mut(&mut self, index: usize) -> &mut T {
            &mut self[index]
        }

        pub fn first(&self) -> Option<&T> {
            self.get(0)
        }

        pub fn last(&self) -> Option<&T> {
            if self.is_empty() { None } else { Some(&self[self.len() - 1]) }
        }

        pub fn first_mut(&mut self) -> Option<&mut T> {
            if self.is_empty() { None } else { Some(&mut self[0]) }
        }

        pub fn last_mut(&mut self) -> Option<&mut T> {
            let length = self.len();
            if length == 0 { None } else { Some(&mut self[length - 1]) }
        }

        pub fn get<I: SliceIndex<T>>(&self, index: I) -> Option<&I::Output> {
            index.get(self)
        }

        pub fn get_mut<I: SliceIndex<T>>(&mut self, index: I) -> Option<&mut I::Output> {
            index.get_mut(self)
        }

        pub fn split_first(&self) -> Option<(&T, &[T])> {
            if self.is_empty() { None } else { Some((&self[0], &self[1..])) }
        }

        pub fn split_last(&self) -> Option<(&T, &[T])> {
            if self.is_empty() { None } else { Some((&self[self.len() - 1], &self[..self.len() - 1])) }
        }

        pub fn split_at(&self, middle: usize) -> (&[T], &[T]) {
            if middle > self.len() {
                panic!("mid > len");
            }
            (&self[..middle], &self[middle..])
        }

        pub fn split_at_mut(&mut self, middle: usize) -> (&mut [T], &mut [T]) {
            let length = self.len();
            if middle > length {
                panic!("mid > len");
            }
            let first = self.as_mut_ptr();
            (slice_mut(first, middle), slice_mut(unsafe { first.add(middle) }, length - middle))
        }

        pub fn swap(&mut self, one: usize, other: usize) {
            let (first, second) = (&raw mut self[one], &raw mut self[other]);
            unsafe {
                let value = first.read();
                copy_elements(second as *const T, first, 1);
                second.write(value);
            }
        }

        pub fn reverse(&mut self) {
            let length = self.len();
            let mut index = 0;
            while index < length / 2 {
                self.swap(index, length - 1 - index);
                index += 1;
            }
        }

        pub fn rotate_left(&mut self, middle: usize) {
            if middle > self.len() {
                panic!("assertion failed: mid <= self.len()");
            }
            self[..middle].reverse();
            self[middle..].reverse();
            self.reverse();
        }

        pub fn rotate_right(&mut self, count: usize) {
            if count > self.len() {
                panic!("assertion failed: k <= self.len()");
            }
            let middle = self.len() - count;
            self.rotate_left(middle);
        }

        pub fn windows(&self, size: usize) -> Windows<'_, T> {
            if size == 0 {
                panic!("window size must be non-zero");
            }
            Windows { left: self, size }
        }

        pub fn chunks(&self, size: usize) -> Chunks<'_, T> {
            if size == 0 {
                panic!("chunk size must be non-zero");
            }
            Chunks { left: self, size }
        }

        pub fn chunks_exact(&self, size: usize) -> Chunks<'_, T> {
            if size == 0 {
                panic!("chunk size must be non-zero");
            }
            Chunks { left: &self[..self.len() - self.len() % size], size }
        }

        pub fn chunks_mut(&mut self, size: usize) -> ChunksMut<'_, T> {
            if size == 0 {
                panic!("chunk size must be non-zero");
            }
            ChunksMut { left: self, size }
        }

        /** Merges two sorted halves; what is alike stays in its order. */
        fn merge_sort<L: Less<T>>(&mut self, less: &mut L) {
            let length = self.len();
            if length < 2 {
                return;
            }
            let middle = length / 2;
            self[..middle].merge_sort(less);
            self[middle..].merge_sort(less);
            let elements = self.as_mut_ptr();
            // Nothing is its own in there: whatever a comparison does, each element lies in the slice once.
            let mut merged: super::vec::Vec<T> = super::vec::Vec::with_capacity(length);
            let room = merged.as_mut_ptr();
            let (mut left, mut right, mut count) = (0, middle, 0);
            while left < middle && right < length {
                if less.is_less(&self[right], &self[left]) {
                    copy_elements(unsafe { elements.add(right) } as *const T, unsafe { room.add(count) }, 1);
                    right += 1;
                } else {
                    copy_elements(unsafe { elements.add(left) } as *const T, unsafe { room.add(count) }, 1);
                    left += 1;
                }
                count += 1;
            }
            copy_elements(unsafe { elements.add(left) } as *const T, unsafe { elements.add(right - (middle - left)) }, middle - left);
            copy_elements(room as *const T, elements, count);
        }
    }

    trait Less<T> {
        fn is_less(&mut self, one: &T, other: &T) -> bool;
    }
    struct InOrder;
    struct By<F> {
        compare: F,
    }
    impl<T, F: FnMut(&T, &T) -> Ordering> Less<T> for By<F> {
        fn is_less(&mut self, one: &T, other: &T) -> bool {
            (self.compare)(one, other) == Ordering::Less
        }
    }
    struct ByKey<F> {
        key: F,
    }
    impl<T, K: Ord, F: FnMut(&T) -> K> Less<T> for ByKey<F> {
        fn is_less(&mut self, one: &T, other: &T) -> bool {
            let (left, right) = ((self.key)(one), (self.key)(other));
            left.cmp(&right) == Ordering::Less
        }
    }
    impl<T> [T] {
        pub fn sort_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F) {
            self.merge_sort(&mut By { compare });
        }

        pub fn sort_unstable_by<F: FnMut(&T, &T) -> Ordering>(&mut self, compare: F) {
            self.merge_sort(&mut By { compare });
        }

        pub fn sort_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, key: F) {
            self.merge_sort(&mut ByKey { key });
        }

        pub fn sort_unstable_by_key<K: Ord, F: FnMut(&T) -> K>(&mut self, key: F) {
            self.merge_sort(&mut ByKey { key });
        }

        pub fn sort_by_cached_key<K: Ord, F: FnMut(&T) -> K>(&mut self, key: F) {
            self.merge_sort(&mut ByKey { key });
        }

        pub fn binary_search_by<F: FnMut(&T) -> Ordering>(&self, compare: F) -> Result<usize, usize> {
            let mut compare = compare;
            let (mut from, mut to) = (0, self.len());
            while from < to {
                let middle = from + (to - from) / 2;
                match compare(&self[middle]) {
                    Ordering::Less => from = middle + 1,
                    Ordering::Equal => return Ok(middle),
                    Ordering::Greater => to = middle,
                }
            }
            Err(from)
        }

        pub fn partition_point<P: FnMut(&T) -> bool>(&self, is_first: P) -> usize {
            let mut is_first = is_first;
            let (mut from, mut to) = (0, self.len());
            while from < to {
                let middle = from + (to - from) / 2;
                if is_first(&self[middle]) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            from
        }

        pub fn split<P: FnMut(&T) -> bool>(&self, is_between: P) -> Split<'_, T, P> {
            Split { left: Some(self), is_between }
        }
    }

    pub struct Split<'a, T, P> {
        left: Option<&'a [T]>,
        is_between: P,
    }
    impl<'a, T, P: FnMut(&T) -> bool> super::iter::Iterator for Split<'a, T, P> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]> {
            let left = match self.left {
                Some(left) => left,
                None => return None,
            };
            for index in 0..left.len() {
                if (self.is_between)(&left[index]) {
                    self.left = Some(&left[index + 1..]);
                    return Some(&left[..index]);
                }
            }
            self.left = None;
            Some(left)
        }
    }

    impl<T: Ord> Less<T> for InOrder {
        fn is_less(&mut self, one: &T, other: &T) -> bool {
            one.cmp(other) == Ordering::Less
        }
    }

    impl<T: Ord> [T] {
        pub fn sort(&mut self) {
            self.merge_sort(&mut InOrder);
        }

        pub fn sort_unstable(&mut self) {
            self.merge_sort(&mut InOrder);
        }

        pub fn binary_search(&self, wanted: &T) -> Result<usize, usize> {
            let (mut from, mut to) = (0, self.len());
            while from < to {
                let middle = from + (to - from) / 2;
                match self[middle].cmp(wanted) {
                    Ordering::Less => from = middle + 1,
                    Ordering::Equal => return Ok(middle),
                    Ordering::Greater => to = middle,
                }
            }
            Err(from)
        }
    }

    impl<T: PartialOrd> [T] {
        pub fn is_sorted(&self) -> bool {
            let mut index = 1;
            while index < self.len() {
                if !(self[index - 1] <= self[index]) {
                    return false;
                }
                index += 1;
            }
            true
        }
    }

    impl<T: PartialEq> [T] {
        pub fn contains(&self, wanted: &T) -> bool {
            for element in self {
                if *element == *wanted {
                    return true;
                }
            }
            false
        }

        pub fn starts_with(&self, others: &[T]) -> bool {
            self.len() >= others.len() && is_alike(&self[..others.len()], others)
        }

        pub fn ends_with(&self, others: &[T]) -> bool {
            self.len() >= others.len() && is_alike(&self[self.len() - others.len()..], others)
        }
    }

    impl<T: Clone> [T] {
        pub fn to_vec(&self) -> super::vec::Vec<T> {
            let mut cloned = super::vec::Vec::with_capacity(self.len());
            for element in self {
                cloned.push(element.clone());
            }
            cloned
        }

        pub fn to_owned(&self) -> super::vec::Vec<T> {
            self.to_vec()
        }

        pub fn fill(&mut self, value: T) {
            for place in self.iter_mut() {
                *place = value.clone();
            }
        }

        pub fn repeat(&self, count: usize) -> super::vec::Vec<T> {
            let mut repeated = super::vec::Vec::with_capacity(self.len() * count);
            for _ in 0..count {
                repeated.extend_from_slice(self);
            }
            repeated
        }

        pub fn clone_from_slice(&mut self, others: &[T]) {
            if self.len() != others.len() {
                panic!("destination and source slices have different lengths");
            }
            for index in 0..others.len() {
                self[index] = others[index].clone();
            }
        }
    }

    impl<T: Copy> [T] {
        pub fn copy_from_slice(&mut self, others: &[T]) {
            if self.len() != others.len() {
                panic!("copy_from_slice: source slice length ({}) does not match destination slice length ({})", others.len(), self.len());
            }
            copy_elements(others.as_ptr(), self.as_mut_ptr(), others.len());
        }
    }

    /** What is put together of parts: slices of slices, texts of texts. */
    impl<V: Borrowed> [V] {
        pub fn concat(&self) -> V::Owned {
            let mut all = V::nothing();
            for each in self {
                each.append_to(&mut all);
            }
            all
        }

        pub fn join<S: Separator<V>>(&self, between: S) -> V::Owned {
            let mut all = V::nothing();
            let mut is_first = true;
            for each in self {
                if !is_first {
                    between.separate(&mut all);
                }
                is_first = false;
                each.append_to(&mut all);
            }
            all
        }
    }

    pub trait Borrowed {
        type Owned;
        fn nothing() -> Self::Owned;
        fn append_to(&self, all: &mut Self::Owned);
    }
    impl<T: Clone> Borrowed for super::vec::Vec<T> {
        type Owned = super::vec::Vec<T>;
        fn nothing() -> super::vec::Vec<T> {
            super::vec::Vec::new()
        }
        fn append_to(&self, all: &mut super::vec::Vec<T>) {
            all.extend_from_slice(self.as_slice());
        }
    }
    impl<T: Clone> Borrowed for &[T] {
        type Owned = super::vec::Vec<T>;
        fn nothing() -> super::vec::Vec<T> {
            super::vec::Vec::new()
        }
        fn append_to(&self, all: &mut super::vec::Vec<T>) {
            all.extend_from_slice(*self);
        }
    }
    impl Borrowed for super::string::String {
        type Owned = super::string::String;
        fn nothing() -> super::string::String {
            super::string::String::new()
        }
        fn append_to(&self, all: &mut super::string::String) {
            all.push_str(self.as_str());
        }
    }
    impl Borrowed for &str {
        type Owned = super::string::String;
        fn nothing() -> super::string::String {
            super::string::String::new()
        }
        fn append_to(&self, all: &mut super::string::String) {
            all.push_str(*self);
        }
    }

    pub trait Separator<V: Borrowed> {
        fn separate(&self, all: &mut V::Owned);
    }
    impl<V: Borrowed<Owned = super::string::String>> Separator<V> for &str {
        fn separate(&self, all: &mut super::string::String) {
            all.push_str(*self);
        }
    }
    impl<V: Borrowed<Owned = super::string::String>> Separator<V> for &super::string::String {
        fn separate(&self, all: &mut super::string::String) {
            all.push_str(self.as_str());
        }
    }
    impl<T: Clone, V: Borrowed<Owned = super::vec::Vec<T>>> Separator<V> for &T {
        fn separate(&self, all: &mut super::vec::Vec<T>) {
            all.push((*self).clone());
        }
    }

    pub trait SliceIndex<T> {
        type Output: ?Sized;
        fn get(self, elements: &[T]) -> Option<&Self::Output>;
        fn get_mut(self, elements: &mut [T]) -> Option<&mut Self::Output>;
    }
    impl<T> SliceIndex<T> for usize {
        type Output = T;
        fn get(self, elements: &[T]) -> Option<&T> {
            if self < elements.len() { Some(&elements[self]) } else { None }
        }
        fn get_mut(self, elements: &mut [T]) -> Option<&mut T> {
            if self < elements.len() { Some(&mut elements[self]) } else { None }
        }
    }
    impl<T, R: RangeBounds<usize>> SliceIndex<T> for R {
        type Output = [T];
        fn get(self, elements: &[T]) -> Option<&[T]> {
            let (start, end) = match bounds(self, elements.len()) {
                Some(found) => found,
                None => return None,
            };
            Some(&elements[start..end])
        }
        fn get_mut(self, elements: &mut [T]) -> Option<&mut [T]> {
            let (start, end) = match bounds(self, elements.len()) {
                Some(found) => found,
                None => return None,
            };
            Some(&mut elements[start..end])
        }
    }

    /** The same as \`range\`, where it fits. */
    pub fn bounds<R: RangeBounds<usize>>(bounds: R, length: usize) -> Option<(usize, usize)> {
        let start = match bounds.start_bound() {
            Bound::Included(start) => *start,
            Bound::Excluded(start) => *start + 1,
            Bound::Unbounded => 0,
        };
        let end = match bounds.end_bound() {
            Bound::Included(end) => if *end == usize::MAX { return None } else { *end + 1 },
            Bound::Excluded(end) => *end,
            Bound::Unbounded => length,
        };
        if start <= end && end <= length { Some((start, end)) } else { None }
    }

    impl<'a, T> super::iter::IntoIterator for &'a [T] {
        type Item = &'a T;
        type IntoIter = Iter<'a, T>;
        fn into_iter(self) -> Iter<'a, T> {
            self.iter()
        }
    }
    impl<'a, T> super::iter::IntoIterator for &'a mut [T] {
        type Item = &'a mut T;
        type IntoIter = IterMut<'a, T>;
        fn into_iter(self) -> IterMut<'a, T> {
            self.iter_mut()
        }
    }

    pub struct Iter<'a, T> {
        pointer: NonNull<T>,
        count: usize,
    }

    impl<'a, T> Iter<'a, T> {
        pub fn as_slice(&self) -> &'a [T] {
            slice(self.pointer.pointer as *const T, self.count)
        }
    }
    impl<'a, T> Clone for Iter<'a, T> {
        fn clone(&self) -> Iter<'a, T> {
            Iter { pointer: self.pointer, count: self.count }
        }
    }
    impl<'a, T> super::iter::Iterator for Iter<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T> {
            if self.count == 0 {
                return None;
            }
            let element = self.pointer.pointer;
            self.count -= 1;
            self.pointer = NonNull { pointer: unsafe { element.add(1) } };
            Some(unsafe { &*element })
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.count, Some(self.count))
        }
    }
    impl<'a, T> super::iter::DoubleEndedIterator for Iter<'a, T> {
        fn next_back(&mut self) -> Option<&'a T> {
            if self.count == 0 {
                return None;
            }
            self.count -= 1;
            Some(unsafe { &*self.pointer.pointer.add(self.count) })
        }
    }
    impl<'a, T> super::iter::ExactSizeIterator for Iter<'a, T> {}

    pub struct IterMut<'a, T> {
        pointer: NonNull<T>,
        count: usize,
    }

    impl<'a, T> super::iter::Iterator for IterMut<'a, T> {
        type Item = &'a mut T;
        fn next(&mut self) -> Option<&'a mut T> {
            if self.count == 0 {
                return None;
            }
            let element = self.pointer.pointer;
            self.count -= 1;
            self.pointer = NonNull { pointer: unsafe { element.add(1) } };
            Some(unsafe { &mut *element })
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.count, Some(self.count))
        }
    }
    impl<'a, T> super::iter::DoubleEndedIterator for IterMut<'a, T> {
        fn next_back(&mut self) -> Option<&'a mut T> {
            if self.count == 0 {
                return None;
            }
            self.count -= 1;
            Some(unsafe { &mut *self.pointer.pointer.add(self.count) })
        }
    }
    impl<'a, T> super::iter::ExactSizeIterator for IterMut<'a, T> {}

    pub struct Windows<'a, T> {
        left: &'a [T],
        size: usize,
    }
    impl<'a, T> Clone for Windows<'a, T> {
        fn clone(&self) -> Windows<'a, T> {
            Windows { left: self.left, size: self.size }
        }
    }
    impl<'a, T> super::iter::Iterator for Windows<'a, T> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]> {
            if self.left.len() < self.size {
                return None;
            }
            let window = &self.left[..self.size];
            self.left = &self.left[1..];
            Some(window)
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let count = if self.left.len() < self.size { 0 } else { self.left.len() - self.size + 1 };
            (count, Some(count))
        }
    }
    impl<'a, T> super::iter::ExactSizeIterator for Windows<'a, T> {}

    pub struct Chunks<'a, T> {
        left: &'a [T],
        size: usize,
    }
    impl<'a, T> Clone for Chunks<'a, T> {
        fn clone(&self) -> Chunks<'a, T> {
            Chunks { left: self.left, size: self.size }
        }
    }
    impl<'a, T> super::iter::Iterator for Chunks<'a, T> {
        type Item = &'a [T];
        fn next(&mut self) -> Option<&'a [T]> {
            if self.left.is_empty() {
                return None;
            }
            let count = if self.left.len() < self.size { self.left.len() } else { self.size };
            let chunk = &self.left[..count];
            self.left = &self.left[count..];
            Some(chunk)
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            let count = (self.left.len() + self.size - 1) / self.size;
            (count, Some(count))
        }
    }
    impl<'a, T> super::iter::ExactSizeIterator for Chunks<'a, T> {}

    pub struct ChunksMut<'a, T> {
        left: &'a mut [T],
        size: usize,
    }
    impl<'a, T> super::iter::Iterator for ChunksMut<'a, T> {
        type Item = &'a mut [T];
        fn next(&mut self) -> Option<&'a mut [T]> {
            let length = self.left.len();
            if length == 0 {
                return None;
            }
            let count = if length < self.size { length } else { self.size };
            let first = self.left.as_mut_ptr();
            self.left = slice_mut(unsafe { first.add(count) }, length - count);
            Some(slice_mut(first, count))
        }
    }
}

pub mod array {
    use super::intrinsics::{drop_elements, length_of, slice, slice_mut, Array};
    use super::mem::ManuallyDrop;

    pub fn as_slice<A: Array>(array: &A) -> &[A::Element] {
        slice(&raw const *array as *const A::Element, length_of::<A>())
    }

    pub fn as_mut_slice<A: Array>(array: &mut A) -> &mut [A::Element] {
        slice_mut(&raw mut *array as *mut A::Element, length_of::<A>())
    }

    pub fn into_vec<A: Array>(array: A) -> super::vec::Vec<A::Element> {
        let mut elements = super::vec::Vec::with_capacity(length_of::<A>());
        for element in array {
            elements.push(element);
        }
        elements
    }

    pub struct IntoIter<A: Array> {
        array: ManuallyDrop<A>,
        next: usize,
        end: usize,
    }

    impl<A: Array> IntoIter<A> {
        fn place(&mut self, index: usize) -> *mut A::Element {
            unsafe { (&raw mut self.array as *mut A::Element).add(index) }
        }
    }
    impl<A: Array> super::iter::IntoIterator for A {
        type Item = A::Element;
        type IntoIter = IntoIter<A>;
        fn into_iter(self) -> IntoIter<A> {
            IntoIter { array: ManuallyDrop { value: self }, next: 0, end: length_of::<A>() }
        }
    }
    impl<'a, A: Array> super::iter::IntoIterator for &'a A {
        type Item = &'a A::Element;
        type IntoIter = super::slice::Iter<'a, A::Element>;
        fn into_iter(self) -> super::slice::Iter<'a, A::Element> {
            as_slice(self).iter()
        }
    }
    impl<'a, A: Array> super::iter::IntoIterator for &'a mut A {
        type Item = &'a mut A::Element;
        type IntoIter = super::slice::IterMut<'a, A::Element>;
        fn into_iter(self) -> super::slice::IterMut<'a, A::Element> {
            as_mut_slice(self).iter_mut()
        }
    }

    impl<A: Array> super::iter::Iterator for IntoIter<A> {
        type Item = A::Element;
        fn next(&mut self) -> Option<A::Element> {
            if self.next == self.end {
                return None;
            }
            self.next += 1;
            let index = self.next - 1;
            Some(unsafe { self.place(index).read() })
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.end - self.next, Some(self.end - self.next))
        }
    }
    impl<A: Array> super::iter::DoubleEndedIterator for IntoIter<A> {
        fn next_back(&mut self) -> Option<A::Element> {
            if self.next == self.end {
                return None;
            }
            self.end -= 1;
            let index = self.end;
            Some(unsafe { self.place(index).read() })
        }
    }
    impl<A: Array> super::iter::ExactSizeIterator for IntoIter<A> {}
    impl<A: Array> Drop for IntoIter<A> {
        fn drop(&mut self) {
            let (start, count) = (self.next, self.end - self.next);
            drop_elements(self.place(start), count);
        }
    }
}
`
