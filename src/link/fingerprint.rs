//! The fingerprint of an outcome: eight digits that change when any of the first 64 futures does.

use crate::num::{Digest, Lanes, Real};
use crate::sim::{Metric, Scenario, Trace, Wish, run_lanes};

/// A short hash over what the first [`FUTURES`] futures look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint(pub u32);

/// So many futures are looked at: those of which the page shows a median before any others.
pub const FUTURES: u32 = 64;
/// It is written in so many digits.
const DIGITS: usize = 8;
/// So many batches of eight lanes they are.
pub const BATCHES: usize = FUTURES as usize / Lanes::LANES;

/// What is looked at, at the start and after each month. All of it is charted anyway.
pub const FINGERPRINT_METRICS: &[Metric] = &[
    Metric::Horizon,
    Metric::DeveloperShare,
    Metric::UserShare,
    Metric::Valuation,
    Metric::HypeGap,
    Metric::Trust,
    Metric::SevereSoFar,
    Metric::Cash,
    Metric::IndustryRevenue,
    Metric::Regulation,
    Metric::Concern,
    Metric::StandardOwner,
];

impl Fingerprint {
    /// Reads eight hexadecimal digits.
    ///
    /// # Errors
    /// A sentence, when `text` is anything else.
    pub fn read(text: &str) -> Result<Fingerprint, String> {
        let digits = text.len() == DIGITS && text.bytes().all(|b| b.is_ascii_hexdigit());
        u32::from_str_radix(text, 16)
            .ok()
            .filter(|_| digits)
            .map(Fingerprint)
            .ok_or_else(|| "a fingerprint is eight hexadecimal digits".to_string())
    }
}

impl core::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// The fingerprint of a scenario, by running its first futures.
pub fn fingerprint(scenario: &Scenario) -> Fingerprint {
    let wish = Wish::of(FINGERPRINT_METRICS);
    let mut builder = FingerprintBuilder::default();
    for batch in 0..BATCHES {
        let first_future = (batch * Lanes::LANES) as u32;
        builder.add(&run_lanes(scenario, first_future, &wish));
    }
    builder.finish().expect("all batches were added")
}

/// Makes a fingerprint of traces that were run anyway.
///
/// Batches may be digested anywhere, in a worker say; here they are added in the order of their futures.
#[derive(Clone, Debug, Default)]
pub struct FingerprintBuilder {
    digests: Vec<u64>,
}

impl FingerprintBuilder {
    /// Adds the next eight futures; panics if the trace lacks one of [`FINGERPRINT_METRICS`].
    pub fn add(&mut self, trace: &Trace<Lanes>) {
        self.add_digest(digest(trace).expect("the trace holds every metric of the fingerprint"));
    }

    /// Adds the next eight futures by their [`digest`]. Futures beyond the first [`FUTURES`] do not count.
    pub fn add_digest(&mut self, digest: u64) {
        if self.digests.len() < BATCHES {
            self.digests.push(digest);
        }
    }

    /// The fingerprint, once [`FUTURES`] futures have been added.
    pub fn finish(&self) -> Option<Fingerprint> {
        if self.digests.len() < BATCHES {
            return None;
        }
        let mut hash = Digest::default();
        for digest in &self.digests {
            hash.add(*digest as u32);
            hash.add((*digest >> 32) as u32);
        }
        let all = hash.finish();
        Some(Fingerprint((all ^ (all >> 32)) as u32))
    }
}

/// Digest of eight futures: of [`FINGERPRINT_METRICS`] whatever else was recorded; nothing if one is missing.
pub fn digest(trace: &Trace<Lanes>) -> Option<u64> {
    let mut hash = Digest::default();
    for metric in FINGERPRINT_METRICS {
        for i in 0..metric.series(trace.companies) {
            for value in trace.series(*metric, i)? {
                for lane in 0..Lanes::LANES {
                    hash.add_value(value.lane(lane) as f32);
                }
            }
        }
    }
    Some(hash.finish())
}

/// What a link's fingerprint says about the outcome here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The same bits.
    Reproduced,
    /// Same model, other outcome: a fault of ours or of the machine.
    Different {
        theirs: Fingerprint,
        ours: Fingerprint,
    },
    /// The link carries no fingerprint, or its scenario could not be taken as written.
    None,
    /// Made with another version of the model, so that outcomes may differ.
    OtherVersion { theirs: u32, ours: u32 },
}

impl Verdict {
    /// What the page says.
    pub fn sentence(self) -> String {
        match self {
            Verdict::Reproduced => "Reproduced exactly.".to_string(),
            Verdict::Different { theirs, ours } => format!(
                "Not reproduced: the link's outcome is {theirs}, here it is {ours}. This should not happen; please report it together with the link."
            ),
            Verdict::None => "The link carries no outcome to compare with.".to_string(),
            Verdict::OtherVersion { theirs, ours } => {
                format!("Made with model {theirs}; this is model {ours}: outcomes may differ.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_round_trip() {
        for n in [0, 1, u32::MAX, 0x7f3a_91c2] {
            assert_eq!(
                Fingerprint::read(&Fingerprint(n).to_string()),
                Ok(Fingerprint(n))
            );
        }
        for bad in [
            "",
            "7f3a91c",
            "7f3a91c22",
            "+f3a91c2",
            "7f3a91cg",
            "７f3a91",
        ] {
            assert!(Fingerprint::read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn any_change_of_the_outcome_shows() {
        let usual = Scenario::default();
        let mut nudged = usual.clone();
        nudged.params.network_strength += 1e-3;
        let mut reseeded = usual.clone();
        reseeded.seed.0 += 1;
        let prints = [&usual, &nudged, &reseeded].map(fingerprint);
        assert_ne!(prints[0], prints[1]);
        assert_ne!(prints[0], prints[2]);
        assert_eq!(prints[0], fingerprint(&usual));
    }

    #[test]
    fn traces_with_more_metrics_give_the_same() {
        let scenario = Scenario::default();
        let mut builder = FingerprintBuilder::default();
        for batch in 0..BATCHES as u32 + 1 {
            if batch < BATCHES as u32 {
                assert_eq!(builder.finish(), None);
            }
            builder.add(&run_lanes(&scenario, 8 * batch, &Wish::everything()));
        }
        assert_eq!(builder.finish(), Some(fingerprint(&scenario)));
        let poor = run_lanes(&scenario, 0, &Wish::of(&[Metric::Horizon]));
        assert_eq!(digest(&poor), None);
    }
}
