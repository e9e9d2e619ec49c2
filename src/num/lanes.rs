//! Eight futures in single precision, side by side in one number.

use super::{LaneStream, Mask, Real, economised, polynomial};
use core::ops::{Add, AddAssign, BitAnd, BitOr, Div, Mul, MulAssign, Neg, Not, Sub, SubAssign};
use wide::{f32x8, i32x8, u32x8};

/// Eight `f32`, one per future.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(transparent)]
pub struct Lanes(pub(super) f32x8);

/// Eight truth values: all bits set, or none, in each lane.
#[derive(Clone, Copy, Debug)]
#[repr(transparent)]
pub struct LaneMask(f32x8);

impl Lanes {
    /// The value of each future.
    #[inline(always)]
    pub fn to_array(self) -> [f32; 8] {
        self.0.to_array()
    }
}

macro_rules! operators {
    ($($op:ident $method:ident),*) => {$(
        impl $op for Lanes {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: Self) -> Self { Lanes(self.0.$method(other.0)) }
        }
        impl $op<f64> for Lanes {
            type Output = Self;
            #[inline(always)]
            fn $method(self, other: f64) -> Self { self.$method(Self::of(other)) }
        }
    )*};
}
operators!(Add add, Sub sub, Mul mul, Div div);

macro_rules! assigning {
    ($($op:ident $method:ident $plain:ident),*) => {$(
        impl $op for Lanes {
            #[inline(always)]
            fn $method(&mut self, other: Self) { self.0 = self.0.$plain(other.0); }
        }
    )*};
}
assigning!(AddAssign add_assign add, SubAssign sub_assign sub, MulAssign mul_assign mul);

impl Neg for Lanes {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Lanes(-self.0)
    }
}

/// Bits of the largest `f32` below √½; exponents are split here so that the mantissa lies in [√½, √2).
const SQRT_HALF_BITS: i32 = 0x3f35_04f3;
/// ln 2 in two parts: the first has few bits, so that its product with an exponent is exact.
const LN_2_HIGH: f32 = 0.693_359_4;
const LN_2_LOW: f32 = -2.121_944_4e-4;
/// The exponent of 1, as it stands in the bits of an `f32`.
const BIAS: f32 = 127.0;
/// 1.5·2²³: neighbouring numbers are 1 apart, so that small integers stand in the low bits.
const WHOLE: f32 = 12_582_912.0;
/// Adding it to a small number rounds it to an integer, which then stands in the low bits as an exponent.
const ROUNDER: f32 = WHOLE + BIAS;

/// Coefficients of e^{base·x}: base^k/k!, enough for double precision on −½…½.
const fn exponential_series(base: f64) -> [f64; 14] {
    let mut series = [1.0; 14];
    let mut k = 1;
    while k < series.len() {
        series[k] = series[k - 1] * base / k as f64;
        k += 1;
    }
    series
}
const HALF_LN_2: f64 = core::f64::consts::LN_2 / 2.0;
/// e^x on ±½ ln 2 and 2^x on ±½.
const EXP: [f64; 7] = economised(exponential_series(1.0), -HALF_LN_2, HALF_LN_2);
const EXP2: [f64; 7] = economised(exponential_series(core::f64::consts::LN_2), -0.5, 0.5);

/// The largest s² = ((m − 1)/(m + 1))² for m in [√½, √2): (3 − 2√2)².
const S_SQUARE_MAX: f64 = 0.029_437_251_522_859_414;
/// Coefficients of unit·2 artanh(s)/s in s².
const fn logarithm_series(unit: f64) -> [f64; 4] {
    let mut series = [0.0; 10];
    let mut k = 0;
    while k < series.len() {
        series[k] = unit * 2.0 / (2 * k + 1) as f64;
        k += 1;
    }
    economised(series, 0.0, S_SQUARE_MAX)
}
const LN: [f64; 4] = logarithm_series(1.0);
const LOG2: [f64; 4] = logarithm_series(core::f64::consts::LOG2_E);

#[inline(always)]
fn splat(x: f32) -> f32x8 {
    f32x8::splat(x)
}

impl Lanes {
    /// x = 2^k·m with m in [√½, √2): k, and s = (m − 1)/(m + 1), by which ln m = 2 artanh(s).
    #[inline(always)]
    fn split(self) -> (f32x8, Lanes) {
        let bits: i32x8 = self.at_least(1e-37).0.to_bits().cast_signed();
        let k = (bits - i32x8::splat(SQRT_HALF_BITS)) >> 23u32;
        let m = f32x8::from_bits((bits - (k << 23u32)).cast_unsigned());
        let s = (m - splat(1.0)) / (m + splat(1.0));
        // k as a number: in the low bits of a number so large that its neighbours are 1 apart.
        let large = f32x8::from_bits((k + i32x8::splat(WHOLE.to_bits() as i32)).cast_unsigned());
        (large - splat(WHOLE), Lanes(s))
    }

    /// x·2^n, where `rounded` is n + ROUNDER.
    #[inline(always)]
    fn scaled(self, rounded: f32x8) -> Lanes {
        Lanes(self.0 * f32x8::from_bits(rounded.to_bits() << 23u32))
    }
}

impl Real for Lanes {
    type Mask = LaneMask;
    type Stream = LaneStream;
    const EPSILON: f64 = f32::EPSILON as f64;
    const LANES: usize = 8;

    #[inline(always)]
    fn of(x: f64) -> Self {
        Lanes(splat(x as f32))
    }
    #[inline(always)]
    fn lane(self, lane: usize) -> f64 {
        f64::from(self.0.to_array()[lane])
    }
    #[inline(always)]
    fn from_lanes(mut value: impl FnMut(usize) -> f64) -> Self {
        Lanes(f32x8::new(core::array::from_fn(|k| value(k) as f32)))
    }
    #[inline(always)]
    fn lt(self, other: Self) -> LaneMask {
        LaneMask(self.0.simd_lt(other.0))
    }
    #[inline(always)]
    fn le(self, other: Self) -> LaneMask {
        LaneMask(self.0.simd_le(other.0))
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        Lanes(self.0.sqrt())
    }
    #[inline(always)]
    fn floor(self) -> Self {
        Lanes(self.0.floor())
    }
    #[inline(always)]
    fn abs(self) -> Self {
        Lanes(f32x8::from_bits(
            self.0.to_bits() & u32x8::splat(0x7fff_ffff),
        ))
    }

    // The machines' own instructions, with the arguments in the order that makes each of them the comparison
    // `a < b ? a : b` of the default: they differ in which zero they return.
    #[cfg(any(target_arch = "x86_64", target_arch = "wasm32"))]
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        if cfg!(target_arch = "wasm32") {
            Lanes(other.0.fast_min(self.0))
        } else {
            Lanes(self.0.fast_min(other.0))
        }
    }
    #[cfg(any(target_arch = "x86_64", target_arch = "wasm32"))]
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        if cfg!(target_arch = "wasm32") {
            Lanes(other.0.fast_max(self.0))
        } else {
            Lanes(self.0.fast_max(other.0))
        }
    }

    /// Range reduction to ±½ ln 2, a polynomial of degree 6, and the exponent put in place as bits.
    #[inline(always)]
    fn exp(self) -> Self {
        let x = self.clamp(-87.0, 88.0).0;
        let rounded = x * splat(core::f32::consts::LOG2_E) + splat(ROUNDER);
        let n = rounded - splat(ROUNDER);
        let r = x - n * splat(LN_2_HIGH) - n * splat(LN_2_LOW);
        polynomial(Lanes(r), EXP).scaled(rounded)
    }

    /// The same with a reduction to ±½, which is exact.
    #[inline(always)]
    fn exp2(self) -> Self {
        let x = self.clamp(-125.0, 127.0).0;
        let rounded = x + splat(ROUNDER);
        let r = x - (rounded - splat(ROUNDER));
        polynomial(Lanes(r), EXP2).scaled(rounded)
    }

    #[inline(always)]
    fn ln(self) -> Self {
        let (k, s) = self.split();
        let tail = s * polynomial(s * s, LN);
        Lanes(k * splat(LN_2_HIGH) + (k * splat(LN_2_LOW) + tail.0))
    }

    #[inline(always)]
    fn log2(self) -> Self {
        let (k, s) = self.split();
        Lanes(k) + s * polynomial(s * s, LOG2)
    }
}

impl Mask<Lanes> for LaneMask {
    #[inline(always)]
    fn all_of(truth: bool) -> Self {
        LaneMask(f32x8::from_bits(u32x8::splat(if truth {
            u32::MAX
        } else {
            0
        })))
    }
    #[inline(always)]
    fn pick(self, yes: Lanes, no: Lanes) -> Lanes {
        Lanes(self.0.bitselect(yes.0, no.0))
    }
    #[inline(always)]
    fn any(self) -> bool {
        self.0.any()
    }
    #[inline(always)]
    fn bits(self) -> u8 {
        self.0.to_bitmask() as u8
    }
    #[inline(always)]
    fn as_real(self) -> Lanes {
        Lanes(self.0 & splat(1.0))
    }
}

impl BitAnd for LaneMask {
    type Output = Self;
    #[inline(always)]
    fn bitand(self, other: Self) -> Self {
        LaneMask(self.0 & other.0)
    }
}
impl BitOr for LaneMask {
    type Output = Self;
    #[inline(always)]
    fn bitor(self, other: Self) -> Self {
        LaneMask(self.0 | other.0)
    }
}
impl Not for LaneMask {
    type Output = Self;
    #[inline(always)]
    fn not(self) -> Self {
        LaneMask(!self.0)
    }
}
