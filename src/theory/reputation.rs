//! Beta reputation (Jøsang & Ismail 2002): trust from good and bad experience that is slowly forgotten.

/// Discounted counts of experience.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Record {
    /// r: good experience.
    pub good: f64,
    /// s: bad experience.
    pub bad: f64,
}

impl Record {
    /// The record after one more experience, the old ones weighing `memory` λ in 0…1 of what they did.
    pub fn after(self, was_good: bool, memory: f64) -> Record {
        let new = f64::from(u8::from(was_good));
        Record {
            good: self.good * memory + new,
            bad: self.bad * memory + 1.0 - new,
        }
    }

    /// Expected probability of good behaviour, (r + 1)/(r + s + 2).
    pub fn expectation(self) -> f64 {
        (self.good + 1.0) / (self.good + self.bad + 2.0)
    }
}

/// The expectation after endless good experience: (w + 1)/(w + 2) with w = 1/(1 − λ).
pub fn best(memory: f64) -> f64 {
    let weight = 1.0 / (1.0 - memory);
    (weight + 1.0) / (weight + 2.0)
}
