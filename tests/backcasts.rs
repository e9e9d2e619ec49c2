//! Back-casts compute, and come out as they were published.

use after_the_leak::study::backcast::all;

/// One line per point, then the error.
fn written() -> String {
    let mut text = String::new();
    for b in all() {
        for (k, p) in b.points.iter().enumerate() {
            let given = if k < b.given { " given" } else { "" };
            text += &format!(
                "{} {} {:.4} {:.4}{given}\n",
                b.id, p.date, p.observed, p.modelled
            );
        }
        text += &format!("{} error {:.4} {}\n", b.id, b.error, b.unit);
    }
    text
}

#[test]
fn errors_are_as_recorded() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/backcasts.txt");
    let ours = written();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &ours).expect("writable");
    }
    let recorded = std::fs::read_to_string(path).unwrap_or_default();
    for (ours, recorded) in ours.lines().zip(recorded.lines()) {
        assert_eq!(ours, recorded);
    }
    assert_eq!(ours.lines().count(), recorded.lines().count());
}

#[test]
fn every_back_cast_is_finite_and_says_what_to_make_of_it() {
    for b in all() {
        assert!(b.points.len() > b.given, "{} gives nothing", b.id);
        assert!(b.error.is_finite() && b.error >= 0.0, "{}", b.id);
        for p in &b.points {
            assert!(p.observed.is_finite() && p.modelled.is_finite(), "{}", b.id);
        }
        assert!(
            b.verdict.ends_with('.') && !b.model_words.is_empty(),
            "{}",
            b.id
        );
        assert!(!b.period.is_empty() && !b.unit.is_empty(), "{}", b.id);
    }
}
