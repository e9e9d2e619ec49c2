//! Labels that keep out of each other's way.

use crate::num::sort_short;

/// Positions for labels of one height on a vertical line: as near as possible to where each wants to be,
/// never overlapping, and within `top..=bottom`. Answers in the order given.
///
/// `None` for a label that finds no room: those at the end of the list give way first.
pub(crate) fn stack(wanted: &[f32], height: f32, top: f32, bottom: f32) -> Vec<Option<f32>> {
    let room = ((bottom - top) / height).floor().max(0.0) as usize + 1;
    let kept = wanted.len().min(room);
    let mut order: Vec<usize> = (0..kept).collect();
    sort_short(&mut order, |a, b| wanted[*a].total_cmp(&wanted[*b]));
    let highest_start = (bottom - height * kept.saturating_sub(1) as f32).max(top);
    // Label k wants to be at y; then its block would start at y − k·height. Labels that touch form a block,
    // which starts at the mean of those wishes (pooling of adjacent violators).
    let mut blocks: Vec<(f32, usize)> = Vec::new();
    for (k, i) in order.iter().enumerate() {
        blocks.push((wanted[*i] - k as f32 * height, 1));
        while let [.., (before, n), (after, m)] = blocks[..] {
            if before <= after {
                break;
            }
            let pooled = (before * n as f32 + after * m as f32) / (n + m) as f32;
            blocks.truncate(blocks.len() - 2);
            blocks.push((pooled, n + m));
        }
    }
    let starts = blocks
        .iter()
        .flat_map(|(start, n)| std::iter::repeat_n(start.clamp(top, highest_start), *n));
    let mut placed = vec![None; wanted.len()];
    for (k, (i, start)) in order.iter().zip(starts).enumerate() {
        placed[*i] = Some(start + k as f32 * height);
    }
    placed
}

/// A rectangle in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Box2 {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
}

impl Box2 {
    /// The area shared with another rectangle, in px².
    pub(crate) fn overlap(&self, other: &Box2) -> f32 {
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        across.max(0.0) * down.max(0.0)
    }

    /// The area of this rectangle outside another, in px².
    pub(crate) fn outside(&self, frame: &Box2) -> f32 {
        (self.right - self.left) * (self.bottom - self.top) - self.overlap(frame)
    }

    /// The distance from a point to the nearest point of this rectangle, in px.
    pub(crate) fn distance(&self, from: (f32, f32)) -> f32 {
        let (dx, dy) = (
            from.0 - from.0.clamp(self.left, self.right),
            from.1 - from.1.clamp(self.top, self.bottom),
        );
        (dx * dx + dy * dy).sqrt()
    }

    /// The square around a disc.
    pub(crate) fn around(centre: (f32, f32), radius: f32) -> Box2 {
        let (x, y) = centre;
        Box2 {
            left: x - radius,
            top: y - radius,
            right: x + radius,
            bottom: y + radius,
        }
    }
}

/// The eight directions in which a label may stand, best first: a reader looks to the right.
const DIRECTIONS: [(f32, f32); 8] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (0.7, -0.7),
    (0.7, 0.7),
    (-0.7, -0.7),
    (-0.7, 0.7),
];
/// How far from the disc a label may move before overlapping is the lesser evil, in rows of its own height.
const RINGS: usize = 4;
/// A px² outside the frame costs as much as this many px² of overlap.
const OUTSIDE_COST: f32 = 20.0;
/// A px² shared with another text costs as much as this many px² of a disc.
const TEXT_COST: f32 = 2.0;
/// How much further from other discs than from its own a label should stand.
const ALOOF: f32 = 2.0;
/// A point of a path under a label costs as much as this many px² of overlap.
const PATH_COST: f32 = 12.0;
/// A ring further out costs as much as this many px² of overlap.
const RING_COST: f32 = 6.0;

/// A label beside its disc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Beside {
    /// Where the text stands.
    pub(crate) frame: Box2,
    /// Whether it stands so far off that a line should lead to it.
    pub(crate) far: bool,
}

/// What a label must keep off, and the frame it must stay in.
pub(crate) struct Surroundings {
    /// Centres and radii of the discs.
    pub(crate) discs: Vec<((f32, f32), f32)>,
    /// Texts already placed.
    pub(crate) texts: Vec<Box2>,
    /// Points of paths, a few px apart, that should not run through a label.
    pub(crate) paths: Vec<(f32, f32)>,
    pub(crate) frame: Box2,
}

impl Surroundings {
    /// The best place for a label of `size` beside disc `i`: free, inside the frame, and nearer to its own disc than
    /// to any other.
    pub(crate) fn beside(&self, i: usize, size: (f32, f32), gap: f32) -> Beside {
        let (centre, radius) = self.discs[i];
        let mut best = (
            f32::INFINITY,
            Beside {
                frame: Box2::around(centre, radius),
                far: false,
            },
        );
        for ring in 0..RINGS {
            for direction in DIRECTIONS {
                let reach = radius + gap + ring as f32 * size.1;
                let at = place(centre, direction, reach, size);
                let cost = self.cost(i, &at, gap) + ring as f32 * RING_COST;
                if cost < best.0 {
                    best = (
                        cost,
                        Beside {
                            frame: at,
                            far: ring > 0,
                        },
                    );
                }
            }
        }
        best.1
    }

    fn cost(&self, own: usize, at: &Box2, gap: f32) -> f32 {
        let texts: f32 = self.texts.iter().map(|other| at.overlap(other)).sum();
        let height = at.bottom - at.top;
        let near = |(j, (centre, radius)): (usize, &((f32, f32), f32))| {
            let margin = if j == own { 0.0 } else { gap * ALOOF };
            // How deep the label reaches into the disc and its margin, times a height: about an area.
            (radius + margin - at.distance(*centre)).max(0.0) * height
        };
        let discs: f32 = self.discs.iter().enumerate().map(near).sum();
        let under = |point: &&(f32, f32)| at.distance(**point) == 0.0;
        let paths = self.paths.iter().filter(under).count() as f32;
        texts * TEXT_COST + discs + paths * PATH_COST + at.outside(&self.frame) * OUTSIDE_COST
    }
}

fn place(centre: (f32, f32), direction: (f32, f32), reach: f32, size: (f32, f32)) -> Box2 {
    let (width, height) = size;
    let (x, y) = (
        centre.0 + direction.0 * reach,
        centre.1 + direction.1 * reach,
    );
    // The edge or corner that faces the disc is the one that stands at the reach.
    let along = |towards: f32, length: f32| match towards {
        _ if towards > 0.0 => 0.0,
        _ if towards < 0.0 => -length,
        _ => -length / 2.0,
    };
    let (left, top) = (
        x + along(direction.0, width),
        y + along(direction.1, height),
    );
    Box2 {
        left,
        top,
        right: left + width,
        bottom: top + height,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stacked_labels_never_touch_nor_leave() {
        let cases: [&[f32]; 6] = [
            &[],
            &[50.0],
            &[50.0; 5],
            &[0.0, 1.0, 2.0],
            &[99.0, 98.0, 99.0],
            &[-20.0, 300.0],
        ];
        for wanted in cases {
            let placed: Vec<f32> = stack(wanted, 14.0, 10.0, 100.0)
                .into_iter()
                .flatten()
                .collect();
            assert_eq!(placed.len(), wanted.len());
            assert!(
                placed.iter().all(|y| (9.99..=100.01).contains(y)),
                "{placed:?}"
            );
            let mut sorted = placed.clone();
            sorted.sort_by(f32::total_cmp);
            assert!(
                sorted.windows(2).all(|pair| pair[1] - pair[0] > 13.99),
                "{placed:?}"
            );
        }
    }

    #[test]
    fn labels_with_room_stay_where_they_want_to_be() {
        assert_eq!(
            stack(&[80.0, 20.0, 50.0], 14.0, 0.0, 100.0),
            [Some(80.0), Some(20.0), Some(50.0)]
        );
    }

    #[test]
    fn without_room_the_last_give_way() {
        let placed = stack(&[5.0; 9], 10.0, 0.0, 30.0);
        assert_eq!(placed.iter().flatten().count(), 4);
        assert!(placed[..4].iter().all(Option::is_some));
    }

    #[test]
    fn a_label_avoids_what_is_taken() {
        let frame = Box2 {
            left: 0.0,
            top: 0.0,
            right: 200.0,
            bottom: 100.0,
        };
        let around = |discs, texts| Surroundings {
            discs,
            texts,
            paths: vec![],
            frame,
        };
        let free = around(vec![((50.0, 50.0), 10.0)], vec![]).beside(0, (40.0, 14.0), 3.0);
        assert!(free.frame.left > 60.0 && !free.far);
        let taken = Box2 {
            left: 60.0,
            top: 0.0,
            right: 200.0,
            bottom: 100.0,
        };
        let moved = around(vec![((50.0, 50.0), 10.0)], vec![taken]).beside(0, (30.0, 14.0), 3.0);
        assert_eq!(moved.frame.overlap(&taken), 0.0);
        let crossed = Surroundings {
            paths: (0..20).map(|k| (60.0 + 3.0 * k as f32, 50.0)).collect(),
            ..around(vec![((50.0, 50.0), 10.0)], vec![])
        };
        let moved = crossed.beside(0, (40.0, 14.0), 3.0).frame;
        assert!(
            crossed
                .paths
                .iter()
                .all(|point| moved.distance(*point) > 0.0)
        );
        let cornered = around(vec![((195.0, 5.0), 10.0)], vec![]).beside(0, (60.0, 14.0), 3.0);
        assert_eq!(cornered.frame.outside(&frame), 0.0);
        let within = around(vec![((50.0, 50.0), 6.0), ((50.0, 50.0), 30.0)], vec![]).beside(
            0,
            (40.0, 14.0),
            3.0,
        );
        assert!(within.far && within.frame.distance((50.0, 50.0)) > 33.0);
    }
}
