//! Uniform numbers from `rand`'s portable xoshiro128++, one generator per future, or eight in step.

use super::{Lanes, Real};
use rand::Rng;
use rand::SeedableRng;
use rand::rngs::Xoshiro128PlusPlus;
use wide::{f32x8, u32x8};

/// A named source of luck.
///
/// The generator of a future is keyed by (seed, future, name, entity) and by nothing else, so a future
/// draws the same numbers whatever stands beside it and whatever happens in it.
pub trait Stream<R>: Clone {
    /// The generators of stream `name` of `entity` for the futures with these keys ([`future_key`]), lane by lane; as
    /// many as there are lanes, the rest is not read.
    fn keyed(futures: &[u64; FUTURES_MAX], name: u32, entity: u32) -> Self;
    /// The next number in (0, 1), a multiple of 2⁻²⁴ and never 0 or 1.
    fn uniform(&mut self) -> R;
}

/// As many futures as any number holds.
pub const FUTURES_MAX: usize = Lanes::LANES;

/// One future's generator.
#[derive(Clone)]
pub struct ScalarStream(Xoshiro128PlusPlus);

/// Eight futures' generators, stepped together; each lane is bit for bit `rand`'s generator.
#[derive(Clone)]
pub struct LaneStream([u32x8; 4]);

/// Half the spacing of the 23-bit grid: draws lie in the middle of their cells.
const HALF_CELL: f32 = 1.0 / 16_777_216.0;

/// The finaliser of SplitMix64 (Steele, Lea & Flood 2014): every bit of the key reaches every bit of the result.
pub fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

/// What all streams of a future are keyed by.
pub fn future_key(seed: u64, future: u32) -> u64 {
    mix(mix(seed ^ GOLDEN).wrapping_add(u64::from(future)))
}

/// The initial state of a stream of the future with this key.
fn state(future: u64, name: u32, entity: u32) -> [u32; 4] {
    let place = (u64::from(name) << 32) | u64::from(entity);
    let key = mix(future ^ place);
    let (a, b) = (
        mix(key.wrapping_add(GOLDEN)),
        mix(key.wrapping_add(GOLDEN << 1)),
    );
    [a as u32, (a >> 32) as u32, b as u32, (b >> 32) as u32]
}

/// A generator of `rand` in the given state.
fn generator(state: [u32; 4]) -> Xoshiro128PlusPlus {
    let mut bytes = [0; 16];
    for (chunk, word) in bytes.chunks_exact_mut(4).zip(state) {
        chunk.copy_from_slice(&word.to_le_bytes());
    }
    Xoshiro128PlusPlus::from_seed(bytes)
}

impl ScalarStream {
    /// Stream `name` of a seed, for sampling outside the model.
    pub fn seeded(seed: u64, name: u32) -> Self {
        ScalarStream(generator(state(future_key(seed, 0), name, 0)))
    }
}

impl Stream<f64> for ScalarStream {
    fn keyed(futures: &[u64; FUTURES_MAX], name: u32, entity: u32) -> Self {
        ScalarStream(generator(state(futures[0], name, entity)))
    }
    #[inline(always)]
    fn uniform(&mut self) -> f64 {
        let cell = self.0.next_u32() >> 9;
        f64::from(f32::from_bits(cell | 0x3f80_0000) - 1.0 + HALF_CELL)
    }
}

impl Stream<Lanes> for LaneStream {
    fn keyed(futures: &[u64; FUTURES_MAX], name: u32, entity: u32) -> Self {
        let states = futures.map(|future| state(future, name, entity));
        LaneStream(core::array::from_fn(|word| {
            u32x8::new(core::array::from_fn(|lane| states[lane][word]))
        }))
    }
    #[inline(always)]
    fn uniform(&mut self) -> Lanes {
        let cell = self.next() >> 9u32;
        let one_to_two = f32x8::from_bits(cell | u32x8::splat(0x3f80_0000));
        Lanes(one_to_two - f32x8::splat(1.0) + f32x8::splat(HALF_CELL))
    }
}

#[inline(always)]
fn rotate(x: u32x8, by: u32) -> u32x8 {
    (x << by) | (x >> (32 - by))
}

impl LaneStream {
    /// One step of xoshiro128++ (Blackman & Vigna 2019) in every lane.
    #[inline(always)]
    fn next(&mut self) -> u32x8 {
        let [a, b, c, d] = self.0;
        let result = rotate(a + d, 7) + a;
        let (c, d) = (c ^ a, d ^ b);
        self.0 = [a ^ d, b ^ c, c ^ (b << 9u32), rotate(d, 11)];
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_lane_is_rands_own_generator() {
        let keys = core::array::from_fn(|k| future_key(7, 24 + k as u32));
        let mut lanes = LaneStream::keyed(&keys, 3, 2);
        let mut scalars: Vec<_> = keys.iter().map(|k| generator(state(*k, 3, 2))).collect();
        for _ in 0..1_000 {
            let drawn = lanes.next().to_array();
            for (k, scalar) in scalars.iter_mut().enumerate() {
                assert_eq!(drawn[k], scalar.next_u32());
            }
        }
    }

    #[test]
    fn one_future_draws_the_same_alone_and_in_a_lane() {
        let keys = |first: u32| core::array::from_fn(|k| future_key(1, first + k as u32));
        let mut lanes = LaneStream::keyed(&keys(8), 0, 0);
        let mut alone = ScalarStream::keyed(&keys(13), 0, 0);
        for _ in 0..1_000 {
            let u = lanes.uniform().lane(5);
            assert_eq!(u, alone.uniform());
            assert!(u > 0.0 && u < 1.0);
        }
    }

    #[test]
    fn neighbouring_keys_are_unrelated() {
        let mut first = std::collections::BTreeSet::new();
        for seed in 0..10 {
            for future in 0..10 {
                for name in 0..10 {
                    for entity in 0..10 {
                        first.insert(state(future_key(seed, future), name, entity));
                    }
                }
            }
        }
        assert_eq!(first.len(), 10_000);
    }
}
