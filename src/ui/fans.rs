//! The quantiles of an ensemble, each found once, when it is first shown or a little ahead of that.
//!
//! The page finds them, not the workers: a chart in sight needs 0.3 s of them at twenty thousand futures but only
//! some milliseconds at a thousand, less than sending the values of all futures back to the workers would take.

use super::charts::PANELS;
use after_the_leak::sim::Metric;
use after_the_leak::study::quantiles::median;
use after_the_leak::study::{Ensemble, Quantiles};
use std::cell::RefCell;

/// A series and how much of it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    pub metric: Metric,
    pub company: usize,
    /// All quantiles, rather than the median alone.
    pub fan: bool,
}

/// What all panels show of a view.
pub fn needs(companies: usize, focus: usize) -> Vec<Need> {
    let need = |metric, company, fan| Need {
        metric,
        company,
        fan,
    };
    let mut needs = vec![];
    for panel in PANELS {
        let series = panel.metric.series(companies);
        let focus = focus.min(series - 1);
        needs.push(need(panel.metric, focus, true));
        let others = (0..series).filter(|i| *i != focus);
        needs.extend(others.map(|i| need(panel.metric, i, false)));
        needs.extend(panel.reference.map(|m| need(m, focus, false)));
    }
    needs
}

/// An ensemble and what has been found out about it.
pub struct Fans {
    pub ensemble: Ensemble,
    known: RefCell<Known>,
}

#[derive(Default)]
struct Known {
    /// By series, in the order in which they were asked for; what has fewer samples than the ensemble is not
    /// complete. There are some fifty.
    fans: Vec<((Metric, usize), Quantiles)>,
    medians: Vec<((Metric, usize), Vec<f32>)>,
    /// Room for the values of all futures at one sample.
    values: Vec<f32>,
}

/// What is kept under a key.
fn get<T>(list: &[((Metric, usize), T)], key: (Metric, usize)) -> Option<&T> {
    list.iter().find(|(k, _)| *k == key).map(|(_, t)| t)
}

/// The same, put there if there was nothing.
fn entry<T: Default>(list: &mut Vec<((Metric, usize), T)>, key: (Metric, usize)) -> &mut T {
    let place = list.iter().position(|(k, _)| *k == key);
    let place = place.unwrap_or_else(|| {
        list.push((key, T::default()));
        list.len() - 1
    });
    &mut list[place].1
}

impl Fans {
    pub fn of(ensemble: Ensemble) -> Fans {
        Fans {
            ensemble,
            known: RefCell::default(),
        }
    }

    /// How many futures there are.
    pub fn futures(&self) -> usize {
        self.ensemble.futures()
    }

    /// The fan of a series.
    pub fn quantiles(&self, metric: Metric, company: usize) -> Quantiles {
        let need = Need {
            metric,
            company,
            fan: true,
        };
        self.find(need, &|| true);
        let known = self.known.borrow();
        get(&known.fans, (metric, company))
            .cloned()
            .unwrap_or_default()
    }

    /// The median of a series.
    pub fn median(&self, metric: Metric, company: usize) -> Vec<f32> {
        let need = Need {
            metric,
            company,
            fan: false,
        };
        self.find(need, &|| true);
        let known = self.known.borrow();
        match get(&known.fans, (metric, company)) {
            Some(fan) if fan.samples() == self.ensemble.samples => fan.p50.clone(),
            _ => get(&known.medians, (metric, company))
                .cloned()
                .unwrap_or_default(),
        }
    }

    /// Finds what is needed, one after the other, as long as there is time; whether all of it is known.
    pub fn find_all(&self, needs: &[Need], has_time: impl Fn() -> bool) -> bool {
        needs.iter().all(|need| self.find(*need, &has_time))
    }

    /// Finds samples of a series as long as there is time; whether all of them are known.
    fn find(&self, need: Need, has_time: &dyn Fn() -> bool) -> bool {
        let (metric, company) = (need.metric, need.company);
        let is_there = self.ensemble.metrics().contains(&metric)
            && company < metric.series(self.ensemble.companies);
        if !is_there || self.futures() == 0 {
            return true;
        }
        let Known {
            fans,
            medians,
            values,
        } = &mut *self.known.borrow_mut();
        let (key, samples) = ((metric, company), self.ensemble.samples);
        if get(fans, key).is_some_and(|fan| fan.samples() == samples) {
            return true;
        }
        let done = |have| have == samples || !has_time();
        if need.fan {
            let fan = entry(fans, key);
            while !done(fan.samples()) {
                self.ensemble.gather(metric, company, fan.samples(), values);
                fan.push(values);
            }
            return fan.samples() == samples;
        }
        let line = entry(medians, key);
        while !done(line.len()) {
            self.ensemble.gather(metric, company, line.len(), values);
            line.push(median(values));
        }
        line.len() == samples
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use after_the_leak::sim::Scenario;
    use std::cell::Cell;

    #[test]
    fn what_is_found_in_slices_is_what_is_found_at_once() {
        let ensemble = Ensemble::run(&Scenario::default(), 40, &[Metric::Cash, Metric::Concern]);
        let fans = Fans::of(ensemble.clone());
        let need = |metric, company, fan| Need {
            metric,
            company,
            fan,
        };
        let needs = [
            need(Metric::Cash, 1, true),
            need(Metric::Cash, 0, false),
            need(Metric::Concern, 0, false),
            need(Metric::Trust, 0, true),
        ];
        let left = Cell::new(0);
        let mut turns = 0;
        let has_time = || left.replace(left.get() - 1) > 0;
        while {
            left.set(7);
            !fans.find_all(&needs, has_time)
        } {
            turns += 1;
        }
        assert!(turns > 20, "{turns} turns");
        assert_eq!(
            fans.quantiles(Metric::Cash, 1),
            ensemble.quantiles(Metric::Cash, 1)
        );
        assert_eq!(
            fans.median(Metric::Cash, 1),
            ensemble.median(Metric::Cash, 1)
        );
        assert_eq!(
            fans.median(Metric::Cash, 0),
            ensemble.median(Metric::Cash, 0)
        );
        assert!(fans.median(Metric::Trust, 0).is_empty());
    }
}
