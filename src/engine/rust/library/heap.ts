import { HEAD } from './map-parts.ts'

/** `BinaryHeap`: the greatest element is found at once. */
export const HEAP = `
pub mod binary_heap {${HEAD}
    /** The greatest is first, and none is greater than the one at half its number. */
    pub struct BinaryHeap<T> {
        elements: Vec<T>,
    }

    impl<T: Ord> BinaryHeap<T> {
        pub fn new() -> BinaryHeap<T> {
            BinaryHeap { elements: Vec::new() }
        }
        pub fn with_capacity(capacity: usize) -> BinaryHeap<T> {
            BinaryHeap { elements: Vec::with_capacity(capacity) }
        }
        pub fn push(&mut self, value: T) {
            self.elements.push(value);
            self.rise(self.elements.len() - 1);
        }
        pub fn pop(&mut self) -> Option<T> {
            let mut last = self.elements.pop()?;
            if !self.elements.is_empty() {
                std::mem::swap(&mut last, &mut self.elements[0]);
                self.sink();
            }
            Some(last)
        }
        fn rise(&mut self, from: usize) {
            let mut at = from;
            while at > 0 && self.elements[(at - 1) / 2] < self.elements[at] {
                self.elements.swap(at, (at - 1) / 2);
                at = (at - 1) / 2;
            }
        }
        /** As Rust does it: down to the end by the greater child, and up again to where it belongs. */
        fn sink(&mut self) {
            let end = self.elements.len();
            let mut at = 0;
            while 2 * at + 2 < end {
                let left = 2 * at + 1;
                let child = if self.elements[left] <= self.elements[left + 1] { left + 1 } else { left };
                self.elements.swap(at, child);
                at = child;
            }
            if 2 * at + 2 == end {
                self.elements.swap(at, end - 1);
                at = end - 1;
            }
            self.rise(at);
        }
        pub fn into_sorted_vec(self) -> Vec<T> {
            let mut sorted = self.elements;
            sorted.sort();
            sorted
        }
    }
    impl<T> BinaryHeap<T> {
        pub fn len(&self) -> usize {
            self.elements.len()
        }
        pub fn is_empty(&self) -> bool {
            self.elements.is_empty()
        }
        pub fn peek(&self) -> Option<&T> {
            self.elements.first()
        }
        pub fn clear(&mut self) {
            self.elements.clear();
        }
        pub fn iter(&self) -> super::super::slice::Iter<'_, T> {
            self.elements.iter()
        }
        pub fn into_vec(self) -> Vec<T> {
            self.elements
        }
    }
    impl<T: Ord> FromIterator<T> for BinaryHeap<T> {
        fn from_iter<I: IntoIterator<Item = T>>(values: I) -> BinaryHeap<T> {
            let mut heap = BinaryHeap::new();
            heap.extend(values);
            heap
        }
    }
    impl<T: Ord> Extend<T> for BinaryHeap<T> {
        fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
            for value in values {
                self.push(value);
            }
        }
    }
    impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {
        fn from(values: Vec<T>) -> BinaryHeap<T> {
            values.into_iter().collect()
        }
    }
    impl<T: Ord, A: super::super::intrinsics::Array<Element = T>> From<A> for BinaryHeap<T> {
        fn from(values: A) -> BinaryHeap<T> {
            super::super::array::into_vec(values).into_iter().collect()
        }
    }
    impl<T> IntoIterator for BinaryHeap<T> {
        type Item = T;
        type IntoIter = super::super::vec::IntoIter<T>;
        fn into_iter(self) -> super::super::vec::IntoIter<T> {
            self.elements.into_iter()
        }
    }
    impl<T: Ord> Default for BinaryHeap<T> {
        fn default() -> BinaryHeap<T> {
            BinaryHeap::new()
        }
    }
    impl<T: Clone> Clone for BinaryHeap<T> {
        fn clone(&self) -> BinaryHeap<T> {
            BinaryHeap { elements: self.elements.clone() }
        }
    }
}
`
