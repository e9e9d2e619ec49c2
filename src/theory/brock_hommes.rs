//! Brock & Hommes (1998): fundamentalists against trend followers, and the price they make together.

pub mod bifurcation;

use crate::num::Real;

/// The market of Brock & Hommes (1998, section 4.1), in deviations x from the fundamental price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Heterogeneity<R> {
    /// β: how quickly traders move to the rule that earned more.
    pub intensity_of_choice: R,
    /// R = 1 + r per model period.
    pub gross_return: R,
    /// g: what trend followers expect, x_t = g x_{t−1}.
    pub trend_gain: R,
    /// C: the cost per period of knowing the fundamental.
    pub fundamentalist_cost: R,
    /// D = 1/(aσ²): demand per unit of expected excess return.
    pub risk_weight: R,
}

/// m_t = tanh{(β/2)[−D g x_{t−3}(x_{t−1} − R x_{t−2}) − C]}: share of fundamentalists minus share of trend followers.
///
/// `x1`, `x2`, `x3` are the deviations one, two and three periods ago.
#[inline]
pub fn fundamentalist_excess<R: Real>(h: Heterogeneity<R>, x1: R, x2: R, x3: R) -> R {
    let trend_profit = h.risk_weight * h.trend_gain * x3 * (x1 - h.gross_return * x2);
    (h.intensity_of_choice * (-trend_profit - h.fundamentalist_cost) * 0.5).tanh()
}

/// (1 + m_t)/2: the share of fundamentalists, with `excess` m_t from [`fundamentalist_excess`].
#[inline]
pub fn fundamentalist_share<R: Real>(excess: R) -> R {
    (excess + 1.0) * 0.5
}

/// x_t = (1 − m_t)/2 · g x_{t−1}/R, with `excess` m_t from [`fundamentalist_excess`].
#[inline]
pub fn next_deviation<R: Real>(h: Heterogeneity<R>, excess: R, x1: R) -> R {
    excess.one_minus() * 0.5 * h.trend_gain * x1 / h.gross_return
}
