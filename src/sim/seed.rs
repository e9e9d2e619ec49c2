//! Seeds as three words that can be read out, or as numbers.

use super::seed_words::WORDS;

/// What decides all luck of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seed(pub u64);

/// Bits that one word stands for, by definition.
const WORD_BITS: u32 = 10;
/// Basis and prime of FNV-1a (Fowler, Noll & Vo 1991), which makes a seed of any text, by definition.
const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x100_0000_01b3;
/// Parts of a hash that are folded into one, by definition.
const HALVES: u32 = 2;
/// Seeds below this are written in words, by definition.
const WORDED: u64 = 1 << (3 * WORD_BITS);

/// The words, in the order of their values.
fn words() -> impl Iterator<Item = &'static str> {
    WORDS.split(' ')
}

impl Seed {
    /// Reads three words, or a whole number.
    ///
    /// # Errors
    /// A sentence that says what is wrong, when `text` is neither.
    pub fn read(text: &str) -> Result<Seed, String> {
        let text = text.trim().to_ascii_lowercase();
        if let Ok(number) = text.parse::<u64>() {
            return Ok(Seed(number));
        }
        let three: Vec<&str> = text
            .split(['-', ' ', '_', '+'])
            .filter(|w| !w.is_empty())
            .collect();
        if three.len() != 3 {
            return Err(format!(
                "a seed is three words, like amber-falcon-tide, or a whole number; “{text}” is neither"
            ));
        }
        let mut seed = 0;
        for word in three {
            let place = words()
                .position(|w| w == word)
                .ok_or_else(|| format!("“{word}” is not one of the words seeds are made of"))?;
            seed = (seed << WORD_BITS) | place as u64;
        }
        Ok(Seed(seed))
    }

    /// The nearest seed to any text: the text itself if it is one, else a number made of its letters.
    pub fn nearest(text: &str) -> Seed {
        Seed::read(text).unwrap_or_else(|_| {
            // The same text always gives the same seed; both halves of the hash count.
            let hash = text
                .bytes()
                .fold(FNV_BASIS, |h, b| (h ^ u64::from(b)).wrapping_mul(FNV_PRIME));
            Seed((hash ^ (hash >> (u64::BITS / HALVES))) % WORDED)
        })
    }

    /// A seed made from any number: the remainder that has words.
    pub fn from_number(number: u64) -> Seed {
        Seed(number % WORDED)
    }
}

impl core::fmt::Display for Seed {
    /// Three words where the seed has them, else the number.
    fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        if self.0 >= WORDED {
            return write!(f, "{}", self.0);
        }
        let place = |k: u32| ((self.0 >> (k * WORD_BITS)) & ((1 << WORD_BITS) - 1)) as usize;
        let word = |k: u32| words().nth(place(k)).unwrap_or_default();
        write!(f, "{}-{}-{}", word(2), word(1), word(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_distinct_and_enough() {
        assert_eq!(words().count(), 1 << WORD_BITS);
        assert!(words().is_sorted_by(|a, b| a < b));
        assert!(
            words()
                .all(|w| (3..=8).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_lowercase()))
        );
    }

    #[test]
    fn words_and_numbers_round_trip() {
        for n in [0, 1, 1023, 1024, 123_456_789, WORDED - 1] {
            assert_eq!(Seed::read(&Seed(n).to_string()), Ok(Seed(n)));
        }
        assert_eq!(
            Seed::read("18446744073709551615").map(|s| s.to_string()),
            Ok("18446744073709551615".into())
        );
        assert!(Seed::read("amber-falcon-tide").is_ok());
        assert!(Seed::read("amber-falcon").is_err());
        assert!(Seed::read("amber-falcon-xyzzy").is_err());
        assert_eq!(
            Seed::nearest("no such seed!"),
            Seed::nearest("no such seed!")
        );
    }
}
