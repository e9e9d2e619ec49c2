//! One future in double precision: the yardstick for the lanes.

use super::{Mask, Real, ScalarStream};

impl Real for f64 {
    type Mask = bool;
    type Stream = ScalarStream;
    const EPSILON: f64 = f64::EPSILON;
    const LANES: usize = 1;

    #[inline(always)]
    fn of(x: f64) -> Self {
        x
    }
    #[inline(always)]
    fn lane(self, lane: usize) -> f64 {
        assert!(lane == 0, "one future has one lane");
        self
    }
    #[inline(always)]
    fn from_lanes(mut value: impl FnMut(usize) -> f64) -> Self {
        value(0)
    }
    #[inline(always)]
    fn lt(self, other: Self) -> bool {
        self < other
    }
    #[inline(always)]
    fn le(self, other: Self) -> bool {
        self <= other
    }
    #[inline(always)]
    fn sqrt(self) -> Self {
        f64::sqrt(self)
    }
    #[inline(always)]
    fn floor(self) -> Self {
        f64::floor(self)
    }
    #[inline(always)]
    fn abs(self) -> Self {
        f64::abs(self)
    }
    #[inline(always)]
    fn exp(self) -> Self {
        libm::exp(Real::clamp(self, -87.0, 88.0))
    }
    #[inline(always)]
    fn ln(self) -> Self {
        libm::log(self.at_least(1e-37))
    }
    #[inline(always)]
    fn exp2(self) -> Self {
        libm::exp2(Real::clamp(self, -125.0, 127.0))
    }
    #[inline(always)]
    fn log2(self) -> Self {
        libm::log2(self.at_least(1e-37))
    }
}

impl Mask<f64> for bool {
    #[inline(always)]
    fn all_of(truth: bool) -> Self {
        truth
    }
    #[inline(always)]
    fn pick(self, yes: f64, no: f64) -> f64 {
        if self { yes } else { no }
    }
    #[inline(always)]
    fn any(self) -> bool {
        self
    }
    #[inline(always)]
    fn bits(self) -> u8 {
        self as u8
    }
}
