//! Sorting of short lists in little code: what the library has for long ones is several kB for each type of item.

use core::cmp::Ordering;

/// Sorts a list of a few dozen items or, if it is nearly in order, more. Equals keep their order.
pub fn sort_short<T>(list: &mut [T], mut compare: impl FnMut(&T, &T) -> Ordering) {
    for end in 1..list.len() {
        let mut k = end;
        while k > 0 && compare(&list[k], &list[k - 1]) == Ordering::Less {
            list.swap(k, k - 1);
            k -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::num::mix;

    #[test]
    fn short_lists_come_out_as_the_library_has_them() {
        for n in 0..40 {
            let list: Vec<(u64, u64)> = (0..n).map(|k| (mix(k ^ (n << 8)) % 7, k)).collect();
            let (mut short, mut library) = (list.clone(), list);
            sort_short(&mut short, |a, b| a.0.cmp(&b.0));
            library.sort_by_key(|item| item.0);
            assert_eq!(short, library);
        }
    }
}
