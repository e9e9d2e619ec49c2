//! What happens in a given month whatever chance says, and how it is written.

use super::words::shown;
use super::{AMOUNT_MAX, YEARS_MAX};
use crate::num::read_decimal;
use crate::sim::companies::{COMPANIES, company_by_id};
use crate::sim::happenings::Happening;

/// Something that happens in a given month whatever chance says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scripted {
    pub month: u32,
    /// Place in [`COMPANIES`].
    pub archetype: usize,
    pub what: Happening,
    pub amount: f64,
}

impl Scripted {
    /// Reads `month:company:what` or `month:company:what:amount`.
    ///
    /// # Errors
    /// A sentence that says which part is wrong.
    pub fn read(text: &str) -> Result<Scripted, String> {
        let parts: Vec<&str> = text.split(':').collect();
        let (Some(month), Some(company), Some(what)) = (parts.first(), parts.get(1), parts.get(2))
        else {
            return Err(format!(
                "“{}” is not of the form month:company:what:amount; it is left out.",
                shown(text)
            ));
        };
        let month = month
            .parse::<u32>()
            .ok()
            .filter(|m| *m <= 12 * YEARS_MAX)
            .ok_or_else(|| {
                format!(
                    "“{}” is not a month from 0 to {}; that happening is left out.",
                    shown(month),
                    12 * YEARS_MAX
                )
            })?;
        let archetype = company_by_id(company).ok_or_else(|| {
            format!(
                "There is no company “{}”; what happens to it in month {month} is left out.",
                shown(company)
            )
        })?;
        let what = Happening::by_id(what).ok_or_else(|| {
            format!(
                "Nothing called “{}” can happen; month {month} goes without it.",
                shown(what)
            )
        })?;
        let amount = match parts.get(3) {
            None => what.usual_amount(),
            Some(amount) => read_decimal(amount)
                .filter(|a| a.is_finite() && a.abs() <= AMOUNT_MAX)
                .ok_or_else(|| format!("“{}” is not a strength between −{AMOUNT_MAX} and {AMOUNT_MAX}; that happening is left out.", shown(amount)))?,
        };
        Ok(Scripted {
            month,
            archetype,
            what,
            amount,
        })
    }
}

impl core::fmt::Display for Scripted {
    fn fmt(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
        write!(
            f,
            "{}:{}:{}",
            self.month,
            COMPANIES[self.archetype].id,
            self.what.id()
        )?;
        if self.amount != self.what.usual_amount() {
            write!(f, ":{}", self.amount)?;
        }
        Ok(())
    }
}
