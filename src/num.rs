//! The ground floor: one number type for the whole model, `f64` for one future or eight `f32` lanes for eight.
//!
//! The month is written once over [`Real`]. What is a branch for one future is a [`Mask`] for eight:
//! `mask.pick(a, b)`. Every operation here gives the same bits on every machine: no fused
//! multiply-add, no reciprocal estimates, no transcendental of the standard library.

mod decimal;
mod digest;
mod lanes;
mod quantile;
mod scalar;
mod series;
mod short;
mod stream;

pub use decimal::read_decimal;
pub use digest::Digest;
pub use lanes::{LaneMask, Lanes};
pub use quantile::{Chance, binomial, normal, poisson};
pub use series::{economised, polynomial};
pub use short::sort_short;
pub use stream::{FUTURES_MAX, LaneStream, ScalarStream, Stream, future_key, mix};

use core::fmt::Debug;
use core::ops::{Add, AddAssign, BitAnd, BitOr, Div, Mul, MulAssign, Neg, Not, Sub, SubAssign};

/// Whole numbers kept as numbers of the model (flags, months, places, choices) are told apart at half a step.
pub const HALF: f64 = 0.5;

/// A number of the model: one future (`f64`) or eight futures side by side ([`Lanes`]).
///
/// Constants enter by [`Real::of`] or directly on the right of an operator: `x * 0.5 + 1.0`.
/// [`exp`](Real::exp) and [`ln`](Real::ln) clamp their argument to what the lanes can represent, so
/// that no infinity is ever made.
pub trait Real:
    Copy
    + Debug
    + Default
    + 'static
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
    + SubAssign
    + MulAssign
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
    + Div<f64, Output = Self>
{
    /// What a comparison gives: one truth value per future.
    type Mask: Mask<Self>;
    /// A source of uniform numbers, one independent generator per future.
    type Stream: Stream<Self>;
    /// The distance between one and the next larger number.
    const EPSILON: f64;
    /// How many futures this number holds.
    const LANES: usize;

    /// The same constant in every future.
    fn of(x: f64) -> Self;
    /// The value in future `lane`; panics if `lane >= LANES`.
    fn lane(self, lane: usize) -> f64;
    /// A number from one value per lane, `value(lane)`.
    fn from_lanes(value: impl FnMut(usize) -> f64) -> Self;

    fn lt(self, other: Self) -> Self::Mask;
    fn le(self, other: Self) -> Self::Mask;
    fn sqrt(self) -> Self;
    fn floor(self) -> Self;
    fn abs(self) -> Self;
    /// e^x, with x clamped to −87…88.
    fn exp(self) -> Self;
    /// Natural logarithm, with x clamped to at least 10⁻³⁷.
    fn ln(self) -> Self;
    /// 2^x, with x clamped to −125…127.
    fn exp2(self) -> Self;
    /// Logarithm to base 2, with x clamped to at least 10⁻³⁷.
    fn log2(self) -> Self;

    #[inline(always)]
    fn zero() -> Self {
        Self::of(0.0)
    }
    #[inline(always)]
    fn one() -> Self {
        Self::of(1.0)
    }
    #[inline(always)]
    fn gt(self, other: Self) -> Self::Mask {
        other.lt(self)
    }
    #[inline(always)]
    fn ge(self, other: Self) -> Self::Mask {
        other.le(self)
    }
    /// Where two whole numbers are the same.
    #[inline(always)]
    fn same(self, other: Self) -> Self::Mask {
        (self - other).abs().lt(Self::of(HALF))
    }
    /// Where a flag, 0 or 1, is set.
    #[inline(always)]
    fn is_set(self) -> Self::Mask {
        self.gt(Self::of(HALF))
    }
    /// The smaller of two; written as a comparison because the machines' own minimum differs in the sign of zero.
    #[inline(always)]
    fn min(self, other: Self) -> Self {
        self.lt(other).pick(self, other)
    }
    #[inline(always)]
    fn max(self, other: Self) -> Self {
        other.lt(self).pick(self, other)
    }
    #[inline(always)]
    fn at_least(self, bound: f64) -> Self {
        self.max(Self::of(bound))
    }
    #[inline(always)]
    fn at_most(self, bound: f64) -> Self {
        self.min(Self::of(bound))
    }
    #[inline(always)]
    fn clamp(self, low: f64, high: f64) -> Self {
        self.at_least(low).at_most(high)
    }
    /// (x)₊ = max(x, 0).
    #[inline(always)]
    fn positive(self) -> Self {
        self.at_least(0.0)
    }
    /// 1 − x.
    #[inline(always)]
    fn one_minus(self) -> Self {
        Self::one() - self
    }
    #[inline(always)]
    fn square(self) -> Self {
        self * self
    }
    /// x^power for x > 0.
    #[inline(always)]
    fn powf(self, power: Self) -> Self {
        (self.log2() * power).exp2()
    }
    /// Hyperbolic tangent, exact in sign and bounded by ±1.
    #[inline(always)]
    fn tanh(self) -> Self {
        let e = (self.abs() * -2.0).exp();
        let t = e.one_minus() / (e + 1.0);
        self.lt(Self::zero()).pick(-t, t)
    }
    /// 1/(1 + e^−x).
    #[inline(always)]
    fn logistic(self) -> Self {
        Self::one() / ((-self).exp() + 1.0)
    }
    /// Straight line from `self` (at 0) to `other` (at 1); written so that it never leaves the two by rounding.
    #[inline(always)]
    fn toward(self, other: Self, fraction: Self) -> Self {
        self * fraction.one_minus() + other * fraction
    }
}

/// Truth per future.
pub trait Mask<R: Real<Mask = Self>>:
    Copy + Debug + 'static + BitAnd<Output = Self> + BitOr<Output = Self> + Not<Output = Self>
{
    fn all_of(truth: bool) -> Self;
    /// `yes` where true, `no` elsewhere.
    fn pick(self, yes: R, no: R) -> R;
    fn any(self) -> bool;
    /// One bit per future, lowest bit first.
    fn bits(self) -> u8;
    /// 1 where true, 0 elsewhere.
    #[inline(always)]
    fn as_real(self) -> R {
        self.pick(R::one(), R::zero())
    }
}

#[cfg(test)]
mod tests;
