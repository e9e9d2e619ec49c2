//! A digest of results: 64 bits that change when any bit of what was added does.

use super::stream::mix;

/// FNV-1a over words of 32 bits in 64 bits of state (Fowler, Noll & Vo, RFC 9923), mixed at the end.
#[derive(Clone, Debug)]
pub struct Digest(u64);

impl Default for Digest {
    fn default() -> Digest {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        Digest(OFFSET)
    }
}

impl Digest {
    /// Adds 32 bits.
    #[inline(always)]
    pub fn add(&mut self, word: u32) {
        const PRIME: u64 = 0x100_0000_01b3;
        self.0 = (self.0 ^ u64::from(word)).wrapping_mul(PRIME);
    }

    /// Adds a number by its bits; both zeros are the same number.
    #[inline(always)]
    pub fn add_value(&mut self, value: f32) {
        debug_assert!(!value.is_nan(), "the model makes no NaN");
        self.add(match value {
            v if v.is_nan() => f32::NAN.to_bits(),
            v => (v + 0.0).to_bits(),
        });
    }

    /// Every bit of it depends on all that was added.
    pub fn finish(&self) -> u64 {
        mix(self.0)
    }
}
