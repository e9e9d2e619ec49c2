//! Nelson & Phelps (1966) and the lags of imitation that follow from rates of learning.

/// Steady gap (T − A)/A = λ/Φ behind a frontier that grows at `growth` λ, when A′ = Φ(T − A).
pub fn steady_gap(growth: f64, diffusion: f64) -> f64 {
    growth / diffusion
}

/// Steady lag ln(1 + λ/Φ)/λ in time: how long ago the frontier stood where the follower stands.
pub fn steady_lag(growth: f64, diffusion: f64) -> f64 {
    libm::log1p(growth / diffusion) / growth
}

/// Level A at time t of A′ = Φ(T₀e^{λt} − A) from `start`, exactly.
pub fn level(start: f64, frontier: f64, growth: f64, diffusion: f64, time: f64) -> f64 {
    let steady = frontier * diffusion / (growth + diffusion);
    steady * libm::exp(growth * time) + (start - steady) * libm::exp(-diffusion * time)
}

/// Steady gap (g_F − g)/rate in logarithms, of the log-linear follower a′ = g + rate·(a_F − a).
pub fn log_linear_gap(frontier_growth: f64, own_growth: f64, rate: f64) -> f64 {
    (frontier_growth - own_growth) / rate
}

/// Years until a rival holds `fraction` of some know-how that it learns at `rate` per year, −ln(1 − f)/ρ.
///
/// The exponential form of the lags that Mansfield (1985) counted; the mean lag is 1/ρ.
pub fn imitation_lag(fraction: f64, rate: f64) -> f64 {
    -libm::log1p(-fraction) / rate
}

/// The rate per year that makes a rival's mean lag `years`.
pub fn imitation_rate(years: f64) -> f64 {
    1.0 / years
}
