//! What a number measures. How each unit is written for people stands in `chart`.

/// The unit of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// A part of a whole, 0 to 1, written in per cent.
    Share,
    /// Money, in billions of US dollars.
    UsdBillions,
    /// Money per year, in billions of US dollars.
    UsdBillionsPerYear,
    /// Money, in US dollars.
    Usd,
    /// The length of a task, as the binary logarithm of its minutes, written as working time.
    Log2Minutes,
    /// Ratios, as the number of times something doubled.
    Doublings,
    /// Doublings per year.
    DoublingsPerYear,
    /// A rate: events, or a fraction, per year.
    PerYear,
    /// A rate: events per month.
    PerMonth,
    /// An index from 0 to 1 without a unit.
    Index,
    /// A natural logarithm of a ratio: 0.1 is about ten percent.
    Log,
    /// A number of things.
    Count,
    /// Time, in months.
    Months,
    /// Time, in years.
    Years,
    /// A factor.
    Times,
    /// Yes (1) or no (0).
    Flag,
    /// A stage of agents, 0 toy to 3 proxy.
    Stage,
    /// The place of a company in the scenario, −1 for none.
    Place,
    /// A number without a unit.
    #[default]
    Plain,
}

/// By which share a value is off another, from the log of their ratio: 0.1 is 10.5 % above.
pub fn off_by(log_ratio: f64) -> f64 {
    libm::expm1(log_ratio)
}
