//! When to invest under uncertainty: McDonald & Siegel (1986), Dixit & Pindyck (1994, chapter 5).

/// The right to pay I once for a project whose value V follows a geometric Brownian motion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InvestmentOption {
    /// r per year.
    pub discount: f64,
    /// δ per year: what the project yields to its owner and not to the waiting.
    pub yield_rate: f64,
    /// σ per √year.
    pub volatility: f64,
}

impl InvestmentOption {
    /// β₁ = ½ − (r − δ)/σ² + √([(r − δ)/σ² − ½]² + 2r/σ²) > 1.
    pub fn exponent(&self) -> f64 {
        positive_root(
            self.discount,
            self.discount - self.yield_rate,
            self.volatility,
        )
    }

    /// V*/I = β₁/(β₁ − 1): invest when the value first reaches this multiple of the cost.
    pub fn threshold(&self) -> f64 {
        1.0 / (1.0 - 1.0 / self.exponent())
    }

    /// F(V)/I, the option's worth per unit of cost at `value` V/I: (V*/I − 1)(V/V*)^β₁ below the threshold.
    pub fn worth(&self, value: f64) -> f64 {
        let (beta, threshold) = (self.exponent(), self.threshold());
        if value >= threshold {
            return value - 1.0;
        }
        (threshold - 1.0) * libm::pow(value / threshold, beta)
    }
}

/// The root β > 1 of ½σ²β(β − 1) + drift·β − discount = 0.
pub fn positive_root(discount: f64, drift: f64, volatility: f64) -> f64 {
    let variance = volatility * volatility;
    let tilt = drift - variance / 2.0;
    let spread = (tilt * tilt + 2.0 * discount * variance).sqrt();
    // The form that adds numbers of one sign; it also has the limit discount/drift without uncertainty.
    if tilt > 0.0 {
        2.0 * discount / (spread + tilt)
    } else {
        (spread - tilt) / variance
    }
}
